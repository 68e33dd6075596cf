// A folder as hosts have it: thirty files of guests, of the host, and of others, as nobody tidied them up.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const legacy = (name) => ({ copy: `samples/legacy/${name}` });
const guest = (name, more = '') =>
  `name = "${name}"\nkernel = "/boot/vmlinuz"\nmemory = 1024\nvcpus = 2\ndisk = [ "phy:/dev/vg0/${name},xvda,w" ]\nvif = [ "bridge=xenbr0" ]\n${more}`;
const xm = (name, more = '') =>
  `# xm create ${name}\nname = '${name}'\nkernel = '/boot/vmlinuz'\nmemory = '256'\nroot = '/dev/xvda1 ro'\ndisk = [ 'tap:aio:/srv/${name}.img,xvda1,w' ]\nvif = [ 'bridge=xenbr0' ]\non_crash = 'restart'\n${more}`;

/** Path to text, to bytes, to a file of ours (`copy`), or to what a link leads to (`link`). */
export const FILES = {
  'xen/web01': guest('web01'),
  'xen/db.example.org': guest('db.example.org', 'on_crash = "preserve"\n'),
  'xen/mail.cfg': xm('mail'),
  'xen/erp.cfg': legacy('erp.xm'),
  'xen/lab.cfg': legacy('lab.xm'),
  'xen/cluster.cfg': legacy('cluster.xm'),
  'xen/shop.cfg': legacy('shop.xm'),
  'xen/windows.hvm': { copy: 'samples/win2022.cfg' },
  'xen/windows-lines.cfg': guest('crlf', 'memmory = 512\n').replaceAll('\n', '\r\n'),
  'xen/latin.cfg': Buffer.from(`# B\xfcro, K\xf6ln\n${xm('koeln')}`, 'latin1'),
  'xen/broken.cfg': 'name = "broken\nmemory = = 3\ndisk = [ "phy:/dev/vg0/a,xvda,w"\n',
  'xen/auto/web01': { link: '../web01' },
  'xen/auto/gone': { link: '../nothing' },
  'xen/mail.cfg.bak': xm('mail'),
  'xen/new-guest.tmpl': 'name = "@@NAME@@"\nmemory = @@MEMORY@@\n',
  'xen/xl.conf': 'autoballoon = "auto"\nvif.default.bridge = "xenbr0"\nmemory = 512\n',
  'xen/xlcpupool-db': 'name = "db"\ncpus = "0-3"\nshed = "credit2"\n',
  'xen/xend-config.sxp': '(xend-http-server no)\n(network-script network-bridge)\n',
  'xen/old-guest.sxp': '(domain\n    (name old)\n    (memory 512)\n    (image (linux (kernel /boot/vmlinuz)))\n)\n',
  'xen/scripts/vif-local': '#!/bin/sh\nexec /etc/xen/scripts/vif-bridge "$@"\n',
  'guests/intranet.cfg': guest('intranet', 'vcpu = 4\n'),
  'guests/build.cfg': xm('build', 'extra = "%s console=hvc0" % root\n'),
  'guests/router': guest('router'),
  'guests/win7.xml': '<domain type="xen">\n  <name>win7</name>\n  <memory unit="MiB">2048</memory>\n</domain>\n',
  'guests/firewall.xl': guest('firewall', 'type = "pvh"\n'),
  'guests/README.md': '# Guests\n\nWhat runs where.\n',
  'other/setup.cfg': '[metadata]\nname = tool\n',
  'other/grub.cfg': 'set timeout=5\nmenuentry "Xen" {\n}\n',
  'other/disk.img': Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]),
  'other/garbage.cfg': Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 73) % 256)),
};

/** Makes the folder. @returns its path */
export function makeMixedFolder(parent) {
  const folder = path.join(parent, 'servers');
  for (const [name, content] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(file, content);
    else if (content.link) symlinkSync(content.link, file);
    else cpSync(path.join(root, content.copy), file);
  }
  return folder;
}
