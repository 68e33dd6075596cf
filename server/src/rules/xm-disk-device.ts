import type { Span } from '../syntax/span';
import { parseDisk } from '../syntax/specs';
import { Finder } from '../syntax/splicer';
import type { FileContext } from './context';
import { replace } from './edits';
import type { Finding, Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A disk with /dev/ in its name in the guest',
  why: 'xend took /dev/xvda and xvda for the same disk of the guest.',
  xl: 'xl reads the file, but libxl does not know a device of that name and cannot create the guest.',
  remedy: 'Write the name without /dev/.',
  before: "disk = [ 'phy:/dev/vg0/web,/dev/xvda,w' ]",
  after: "disk = [ 'phy:/dev/vg0/web,xvda,w' ]",
};

export const xmDiskDevice: Rule = {
  code: 'xm-disk-device',
  severity: 'warning',
  *check(file) {
    for (const index of SUSPECTS.in(file.texts('disk'))) {
      const item = file.items('disk')[index]!;
      const { parts } = parseDisk(item.text, file.release);
      const part = parts.find(({ role, option }) => role === 'vdev' || (role === 'value' && option === 'vdev'));
      const name = part && item.text.slice(part.span.start, part.span.end);
      const moved = name === undefined ? undefined : freeName(file, name);
      if (part && moved !== undefined) yield tooFar(file, file.place(item, part.span), name!, moved);
      if (!part || !name?.startsWith('/dev/')) continue;
      const plain = name.slice('/dev/'.length);
      const place = file.place(item, part.span);
      const message = `The guest's disk is called ${plain}: xl reads "${name}", but libxl knows no such device and creates no guest. Write ${plain}.`;
      yield report(xmDiskDevice, place, message, [
        { title: `Write ${plain}`, kind: 'restoring', edits: [replace(place, plain)] },
      ]);
    }
  },
};

/** What a disk looks like whose name may be one of these. */
const MAY_BE = /[,=\s](?:\/dev\/|[hs]d)/;
const SUSPECTS = new Finder((text: string) => MAY_BE.test(text));

/** IDE and SCSI disks of xm that libxl has no number for: behind hdd and sdp. */
const TOO_FAR = /^(?:hd([e-t])|sd([q-z]|[a-i][a-z]))(\d*)$/;

/** The name that a disk too far has among the xvd ones; empty where another disk has it, undefined for other names. */
function freeName(file: FileContext, name: string): string | undefined {
  const [, ide, scsi, partition] = TOO_FAR.exec(name) ?? [];
  if (ide === undefined && scsi === undefined) return undefined;
  const other = `xvd${ide ?? scsi}${partition}`;
  const taken = file.items('disk').some((item) => parseDisk(item.text, file.release).disk.vdev?.trim() === other);
  return taken ? '' : other;
}

function tooFar(file: FileContext, place: Span, name: string, other: string): Finding {
  const last = name.startsWith('hd') ? 'hdd' : 'sdp';
  const remedy = other === '' ? 'Give it a free xvd name' : `Write ${other}`;
  const message = `xl reads "${name}", but libxl knows no such device beyond ${last} and creates no guest. ${remedy}, and correct the guest's fstab.`;
  const fix: Fix = { title: `Write ${other}`, kind: 'unsafe', edits: [replace(place, other)] };
  return report(xmDiskDevice, place, message, other === '' || file.isComputed('disk') ? [] : [fix]);
}
