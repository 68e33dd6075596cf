import { disks } from './disks';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A disk whose file is not given by its whole path',
  why: 'Where the file is looked for depends on the directory that xl is started in: at boot another one than today.',
  xl: 'xl hands the path on as it stands. libxl looks from the directory that xl runs in, block devices below /dev.',
  remedy: 'Write the whole path.',
  before: "disk = [ 'web.img,raw,xvda,rw' ]",
  after: "disk = [ '/srv/xen/web.img,raw,xvda,rw' ]",
};

export const relativeDiskTarget: Rule = {
  code: 'relative-disk-target',
  severity: 'warning',
  general: true,
  itemwise: true,
  *check(file) {
    for (const disk of disks(file)) {
      const { item, spec } = disk;
      const { pdev_path: target, script, backend_domname: backend } = spec.disk;
      if (!target || target.startsWith('/') || script || backend || target.includes(':')) continue;
      const message = `"${target}" is not the whole path of a file or device: xl hands it on, and what is found depends on where xl is started. Write the path from / on.`;
      yield report(relativeDiskTarget, disk.place('target') ?? item.atom.span, message);
    }
  },
};
