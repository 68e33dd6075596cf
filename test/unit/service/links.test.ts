import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileLinks } from '../../../server/src/service/index';
import { analysed } from './marked';

test('kernel, ramdisk, boot loader, images and scripts; no devices, no relative paths', async () => {
  const text = `kernel = "/boot/vmlinuz"
ramdisk = '/boot/initrd.img'
bootloader = "/usr/bin/pygrub"
disk = [ "/srv/a.img,raw,xvda,rw", "/dev/vg/b,raw,xvdb,rw", "vdev=xvdc,format=qcow2,target=/srv/c,d.qcow2", "e.img,raw,xvde,rw" ]
vif = [ "bridge=a,script=vif-route", "script=/opt/vif", "script=a b" ]
extra = "/boot/x"
`;
  const analysis = await analysed(text);
  const links = fileLinks(analysis);
  assert.deepEqual(
    links.map(({ path }) => path),
    [
      '/boot/vmlinuz',
      '/boot/initrd.img',
      '/usr/bin/pygrub',
      '/srv/a.img',
      '/srv/c,d.qcow2',
      '/etc/xen/scripts/vif-route',
      '/opt/vif',
    ],
  );
  for (const { span, path } of links) assert.ok(path.endsWith(text.slice(span.start, span.end)));
});

test('paths with a prefix of xm', async () => {
  const analysis = await analysed("disk = [ 'file:/srv/a.img,xvda,w', 'tap:aio:/srv/b.img,xvdb,w' ]\n");
  assert.deepEqual(
    fileLinks(analysis).map(({ path }) => path),
    ['/srv/a.img', '/srv/b.img'],
  );
});
