import { parseDisk } from '../syntax/specs';
import { replace } from './edits';
import { type Rule, report } from './rule';

export const xmDiskDevice: Rule = {
  code: 'xm-disk-device',
  severity: 'warning',
  itemwise: true,
  docs: {
    title: 'A disk with /dev/ in its name in the guest',
    why: 'xend took /dev/xvda and xvda for the same disk of the guest.',
    xl: 'xl reads the file, but libxl does not know a device of that name and cannot create the guest.',
    remedy: 'Write the name without /dev/.',
    before: "disk = [ 'phy:/dev/vg0/web,/dev/xvda,w' ]",
    after: "disk = [ 'phy:/dev/vg0/web,xvda,w' ]",
  },
  *check(file) {
    for (const item of file.items('disk')) {
      const { parts } = parseDisk(item.text, file.release);
      const part = parts.find(({ role, option }) => role === 'vdev' || (role === 'value' && option === 'vdev'));
      const name = part && item.text.slice(part.span.start, part.span.end);
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
