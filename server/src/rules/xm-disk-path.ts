import { parseDisk } from '../syntax/specs';
import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A phy: disk without /dev/',
  why: 'xend looked up the device of a phy: disk below /dev when its name did not begin with a slash.',
  xl: 'xl takes the name as it stands, relative to the folder that xl runs in: the guest cannot be started, or gets another disk.',
  remedy: 'Write the whole path.',
  before: "disk = [ 'phy:vg0/web,xvda,w' ]",
  after: "disk = [ 'phy:/dev/vg0/web,xvda,w' ]",
};

export const xmDiskPath: Rule = {
  code: 'xm-disk-path',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const item of file.items('disk')) {
      if (!item.text.startsWith('phy:')) continue;
      const spec = parseDisk(item.text, file.release);
      const target = spec.parts.find((part) => part.role === 'target');
      const name = target ? item.text.slice(target.span.start, target.span.end) : '';
      // a script such as phy:nbd:... has a target of its own kind
      if (!target || name === '' || name.startsWith('/') || spec.disk.script) continue;
      const place = file.place(item, target.span);
      const message = `xend took "${name}" for /dev/${name}. xl takes it as it stands, relative to the folder that it runs in. Write the whole path.`;
      yield report(xmDiskPath, place, message, [
        { title: `Write /dev/${name}`, kind: 'restoring', edits: [replace(place, `/dev/${name}`)] },
      ]);
    }
  },
};
