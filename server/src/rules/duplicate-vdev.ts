import { disks } from './disks';
import { type Rule, report } from './rule';

export const duplicateVdev: Rule = {
  code: 'duplicate-vdev',
  severity: 'warning',
  docs: {
    title: 'Two disks with one name in the guest',
    why: 'The guest can have one device of a name.',
    xl: 'xl accepts the file; libxl then fails to add the second disk, and no guest is made.',
    remedy: 'Give each disk a vdev of its own.',
    before: "disk = [ '/dev/vg/a,raw,xvda,rw', '/dev/vg/b,raw,xvda,rw' ]",
    after: "disk = [ '/dev/vg/a,raw,xvda,rw', '/dev/vg/b,raw,xvdb,rw' ]",
  },
  *check(file) {
    const seen = new Set<string>();
    for (const disk of disks(file)) {
      const { atom, spec } = disk;
      const vdev = spec.disk.vdev?.trim();
      if (!vdev) continue;
      if (seen.has(vdev)) {
        const message = `Another disk is ${vdev} already: xl accepts the file, and libxl fails to add the second one. Give this disk another vdev.`;
        yield report(duplicateVdev, disk.place('vdev') ?? atom.span, message);
      }
      seen.add(vdev);
    }
  },
};
