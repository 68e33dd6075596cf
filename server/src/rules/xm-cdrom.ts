import { parseDisk } from '../syntax/specs';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { appendItems, commentOut, fixOverwritten, quoted, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** Where xend put the CD drive. */
const DEVICE = 'hdc';

export const docs: RuleDocs = {
  title: 'cdrom',
  why: 'Up to Xen 3.0.2 a setting of its own gave an HVM guest its CD drive.',
  xl: 'xl ignores cdrom without a word: the guest has no CD drive.',
  remedy: 'Write the drive into disk, with devtype=cdrom.',
  before: "builder = 'hvm'\ncdrom = '/dev/cdrom'",
  after: "builder = 'hvm'\ndisk = [ 'format=raw, vdev=hdc, devtype=cdrom, access=ro, target=/dev/cdrom' ]",
};

export const xmCdrom: Rule = {
  code: 'xm-cdrom',
  severity: 'warning',
  *check(file) {
    for (const setting of file.all('cdrom')) {
      const message =
        'xl ignores cdrom without a word: the guest has no CD drive. Write it into disk, with devtype=cdrom.';
      const fix = file.isComputed('disk', 'type', 'builder') ? undefined : fixFor(file, setting);
      yield report(xmCdrom, setting.nameSpan, message, fix ? [fix] : []);
    }
  },
};

function fixFor(file: FileContext, setting: Setting): Fix | undefined {
  const old = fixOverwritten(file, setting);
  if (old) return old;
  const { value } = setting;
  if (value.kind === 'list') return undefined;
  const taken = file.items('disk').some((item) => parseDisk(item.text, file.release).disk.vdev?.trim() === DEVICE);
  if (value.text === '' || taken || file.guestType !== 'hvm') {
    const why = taken ? `${DEVICE} is in disk` : value.text === '' ? 'no drive' : 'a drive of HVM guests';
    return { title: `Make it a comment: ${why}`, kind: 'safe', edits: commentOut(file, setting, why) };
  }
  const forms = [
    `format=raw, vdev=${DEVICE}, devtype=cdrom, access=ro, target=${value.text}`,
    `${value.text.startsWith('/dev/') ? 'phy' : 'file'}:${value.text},${DEVICE}:cdrom,r`,
  ];
  const text = forms.find((form) => parseDisk(form, file.release).rc === 0);
  if (text === undefined) return undefined;
  const item = quoted(file, text, value);
  const title = `Write it into disk as ${DEVICE}`;
  const disk = file.last('disk');
  if (!disk) {
    const line = settingLike(file, setting, 'disk', `[ ${item} ]`);
    return { title, kind: 'restoring', edits: [replace(setting.span, line)] };
  }
  if (disk.value.kind !== 'list') return undefined;
  const edits = [...commentOut(file, setting, 'now in disk'), appendItems(file, disk.value, [item])];
  return { title, kind: 'restoring', edits };
}
