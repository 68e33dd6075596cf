import { disks } from './disks';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'An ISO image that the guest sees as a hard disk',
  why: 'Installers look for a CD-ROM, and the image can be written to.',
  xl: 'xl makes a hard disk of everything that does not say devtype=cdrom.',
  remedy: 'Add devtype=cdrom.',
  before: "disk = [ '/srv/iso/debian.iso,raw,hdc,r' ]",
  after: "disk = [ '/srv/iso/debian.iso,raw,hdc,r,devtype=cdrom' ]",
};

export const cdromWithoutType: Rule = {
  code: 'cdrom-without-type',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const disk of disks(file)) {
      const { item, spec } = disk;
      const { pdev_path: target, is_cdrom: isCdrom } = spec.disk;
      if (isCdrom || !target || !/\.iso$/i.test(target)) continue;
      const at = disk.place('vdev')?.end;
      const old = file.release < 402;
      const fixes =
        at === undefined
          ? []
          : [
              {
                title: 'Make it a CD-ROM',
                kind: 'unsafe' as const,
                edits: [{ span: { start: at, end: at }, newText: old ? ':cdrom' : ',devtype=cdrom' }],
              },
            ];
      const message = `"${target}" looks like a CD image, and xl makes a hard disk of it. Add devtype=cdrom.`;
      yield report(cdromWithoutType, disk.place('target') ?? item.atom.span, message, fixes);
    }
  },
};
