import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completed, labels, offered } from './completion-at';

test('options of a spec: first, next, between, and before others', () => {
  assert.equal(completed('vif = [ "|" ]', 'bridge'), 'vif = [ "bridge=‹xenbr0›" ]');
  assert.equal(
    completed('vif = [ "mac=00:16:3e:00:00:01,|" ]', 'bridge'),
    'vif = [ "mac=00:16:3e:00:00:01,bridge=‹xenbr0›" ]',
  );
  assert.equal(completed('vif = [ "ip=1,br|,mtu=5" ]', 'bridge'), 'vif = [ "ip=1,bridge=‹xenbr0›,mtu=5" ]');
  assert.equal(completed('vif = [ "ip=1,|,mtu=5" ]', 'bridge'), 'vif = [ "ip=1,bridge=‹xenbr0›,mtu=5" ]');
  assert.equal(completed('vif = [ "|ip=1" ]', 'untrusted'), 'vif = [ "untrusted,ip=1" ]');
  assert.equal(completed('vif = [ "ip=1, |mtu=5" ]', 'bridge'), 'vif = [ "ip=1, bridge=‹xenbr0›,mtu=5" ]');
  assert.equal(completed('vif = [ "b|r=xenbr0" ]', 'bridge'), 'vif = [ "bridge=xenbr0" ]');
  assert.equal(completed('vif = [ "ip=1,br|\nmemory = 5', 'bridge'), 'vif = [ "ip=1,bridge=‹xenbr0›\nmemory = 5');
  assert.equal(completed('vif = [ "ip=1,br| ]', 'bridge'), 'vif = [ "ip=1,bridge=‹xenbr0› ]');
});

test('options that are there, or that exclude each other, are not offered again', () => {
  assert.ok(!labels('vif = [ "bridge=a,|" ]').includes('bridge'));
  assert.ok(!labels('disk = [ "/dev/x,raw,xvda,discard,|" ]').includes('no-discard'));
  for (const name of ['target', 'format', 'vdev', 'discard']) {
    assert.ok(!labels('disk = [ "/dev/x,raw,xvda,discard,|" ]').includes(name), name);
  }
  assert.ok(labels('disk = [ "/dev/x,raw,xvda,|" ]').includes('access'));
});

test('what is replaced comes last, and says so', () => {
  const names = labels('vif = [ "|" ]');
  assert.ok(names.indexOf('netdev') > names.indexOf('gatewaydev'));
  assert.match(offered('vif = [ "|" ]').find(({ label }) => label === 'netdev')?.detail ?? '', /use gatewaydev/);
});

test('names in capitals and forms are not offered', () => {
  for (const text of ['cpus = "|"', 'cpuid = [ "|" ]', 'viridian = [ "|" ]', 'firmware = "|"', 'disk = [ "|" ]']) {
    assert.ok(
      labels(text).every((label) => !/[A-Z]:|\bN\b|GROUP|PATH/.test(label)),
      text,
    );
  }
});

test('values of options', () => {
  assert.equal(completed('disk = [ "format=|" ]', 'qcow2'), 'disk = [ "format=qcow2" ]');
  assert.equal(completed('disk = [ "format=q|cow,vdev=xvda" ]', 'qcow2'), 'disk = [ "format=qcow2,vdev=xvda" ]');
  assert.equal(completed('disk = [ "/dev/x,|" ]', 'qcow2'), 'disk = [ "/dev/x,qcow2" ]');
  assert.equal(completed('disk = [ "/dev/x,raw,xv|" ]', 'xvda'), 'disk = [ "/dev/x,raw,xvda" ]');
  assert.equal(completed('disk = [ "/dev/x,raw,xvda,|" ]', 'rw'), 'disk = [ "/dev/x,raw,xvda,rw" ]');
  assert.equal(completed('vfb = [ "vnc=|" ]', '0'), 'vfb = [ "vnc=0" ]');
  assert.equal(completed('channel = [ "name=a,connection=|" ]', 'pty'), 'channel = [ "name=a,connection=pty" ]');
  assert.equal(completed('usbctrl = [ "bad=1,type=|" ]', 'qusb'), 'usbctrl = [ "bad=1,type=qusb" ]');
  assert.equal(completed('rdm = "strategy=host,policy=|"', 'strict'), 'rdm = "strategy=host,policy=strict"');
  assert.equal(completed('p9 = [ "type=|" ]', 'xen_9pfsd'), 'p9 = [ "type=xen_9pfsd" ]');
  assert.deepEqual(labels('vif = [ "nonsense=|" ]'), []);
});

test('specs in lists of lists', () => {
  assert.equal(completed('vnuma = [ [ "pnode=0", "|" ] ]', 'size'), 'vnuma = [ [ "pnode=0", "size=‹›" ] ]');
  assert.equal(completed('vnuma = [ [ "pnode=0" | ] ]', 'size'), 'vnuma = [ [ "pnode=0", "size=‹›" ] ]');
  assert.equal(completed('vsnd = [ [ "|" ] ]', 'pcm'), 'vsnd = [ [ "pcm" ] ]');
  assert.deepEqual(labels('vsnd = [ [ "stream,|" ] ]').includes('short-name'), false);
  assert.equal(completed('vsnd = [ [ "stream,|" ] ]', 'unique-id'), 'vsnd = [ [ "stream,unique-id=‹›" ] ]');
  const formats = 'vsnd = [ [ "card,sample-formats=s8;|;u8" ] ]';
  assert.equal(completed(formats, 's16_le'), 'vsnd = [ [ "card,sample-formats=s8;s16_le;u8" ] ]');
});

test('flags of CPUs and their values', () => {
  assert.equal(completed('cpuid = "|"', 'host'), 'cpuid = "host"');
  assert.equal(completed('cpuid = "host,|"', 'aes'), 'cpuid = "host,aes=‹1›"');
  assert.equal(completed('cpuid = "host,ae|,x2apic=0"', 'aes'), 'cpuid = "host,aes=‹1›,x2apic=0"');
  assert.equal(completed('cpuid = "host,aes=|"', 'k'), 'cpuid = "host,aes=k"');
  assert.ok(!labels('cpuid = "host,aes=1,|"').includes('aes'));
  assert.equal(completed('cpuid = [ "1:|" ]', 'ecx'), `cpuid = [ "1:ecx=‹${'x'.repeat(32)}›" ]`);
});

test('options of a CPUID leaf come behind its number alone', () => {
  for (const text of ['cpuid = [ "|" ]', 'cpuid = [ "1|" ]', 'cpuid = [ | ]'])
    assert.ok(!labels(text).includes('ecx'), text);
  assert.ok(!labels('cpuid = [ "1:ecx=x,|" ]').includes('ecx'));
  assert.ok(labels('cpuid = [ "1:ecx=x,|" ]').includes('edx'));
});

test('devices of the guest that no other disk has', () => {
  const free = labels('disk = [ "/dev/x,raw,xvda", "/dev/y,raw,hda", "vdev=|" ]');
  assert.ok(free.includes('xvdb') && free.includes('hdb'));
  assert.ok(!free.includes('xvda') && !free.includes('hda'));
});

test('an address of a PCI device counts as its option', () => {
  const options = labels('pci = [ "01:00.0,|" ]');
  assert.ok(!options.includes('bdf') && options.includes('permissive'));
});

test('lists and strings that nobody closed', () => {
  assert.equal(completed('disk = [ "format=|', 'qed'), 'disk = [ "format=qed');
  assert.equal(completed("disk = [ 'format=q|\nmemory = 5", 'qed'), "disk = [ 'format=qed\nmemory = 5");
  assert.equal(completed('vif = [ "ip=1", |\nmemory = 5', 'bridge'), 'vif = [ "ip=1", "bridge=‹xenbr0›"\nmemory = 5');
  assert.equal(
    completed('vif = [\n  "ip=1"\n  |\nmemory = 5', 'bridge'),
    'vif = [\n  "ip=1"\n  , "bridge=‹xenbr0›"\nmemory = 5',
  );
  assert.equal(completed('vif += [ |', 'bridge'), 'vif += [ "bridge=‹xenbr0›"');
  assert.equal(completed('vnuma = [ [ "pnode=0", "si|', 'size'), 'vnuma = [ [ "pnode=0", "size=‹›');
  assert.equal(completed('cpuid = "host,ae|', 'aes'), 'cpuid = "host,aes=‹1›');
});

test('a spec in an xm file', () => {
  const python = 'import os\nif os.uname():\n  memory = 5\n';
  assert.equal(completed(`${python}disk = [ 'phy:/x,|' ]\n`, 'xvda'), `${python}disk = [ 'phy:/x,xvda' ]\n`);
});

test('whole specs where one begins', () => {
  assert.equal(
    completed('disk = [ | ]', 'new CD-ROM'),
    'disk = [ "vdev=‹hdc›,devtype=cdrom,target=‹/var/lib/xen/install.iso›" ]',
  );
  assert.equal(completed('iomem = [ "1,2", | ]', 'pages of memory'), 'iomem = [ "1,2", "‹fe000›,‹1›" ]');
  assert.ok(!labels('disk = [ "/dev/x,|" ]').includes('new CD-ROM'));
});

test('escapes and characters of two code units before the cursor', () => {
  assert.equal(
    completed("vif = [ 'script=\\'a\\',vifname=😀,br|' ]", 'bridge'),
    "vif = [ 'script=\\'a\\',vifname=😀,bridge=‹xenbr0›' ]",
  );
});
