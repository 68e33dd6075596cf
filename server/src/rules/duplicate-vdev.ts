import type { DiskSpec } from '../syntax/specs';
import { Splicer } from '../syntax/splicer';
import { diskOf } from './disks';
import { Repetitions } from './repeated';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Two disks with one name in the guest',
  why: 'The guest can have one device of a name.',
  xl: 'xl accepts the file; libxl then fails to add the second disk, and no guest is made.',
  remedy: 'Give each disk a vdev of its own.',
  before: "disk = [ '/dev/vg/a,raw,xvda,rw', '/dev/vg/b,raw,xvda,rw' ]",
  after: "disk = [ '/dev/vg/a,raw,xvda,rw', '/dev/vg/b,raw,xvdb,rw' ]",
};

export const duplicateVdev: Rule = {
  code: 'duplicate-vdev',
  severity: 'warning',
  *check(file) {
    const list = file.specsOf('disk');
    if (!list) return;
    const vdevs = VDEVS.of(list.readings as readonly DiskSpec[]);
    for (const index of REPETITIONS.in(vdevs)) {
      const item = list.item(index);
      const message = `Another disk is ${vdevs[index]![0]} already: xl accepts the file, and libxl fails to add the second one. Give this disk another vdev.`;
      yield report(duplicateVdev, diskOf(file, item).place('vdev') ?? item.atom.span, message);
    }
  },
};

/** The name of a disk that xl has nothing against. */
const VDEVS = new Splicer(({ errors, disk }: DiskSpec): readonly string[] => {
  const vdev = errors.length === 0 ? disk.vdev?.trim() : '';
  return vdev ? [vdev] : [];
});

const REPETITIONS = new Repetitions();
