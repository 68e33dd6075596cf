// The files of bench:cli: 60 lines each, as a site's template would make them, none equal to another.

const hex = (number) => number.toString(16).padStart(2, '0');

const KINDS = [
  () => ['type = "pv"', 'bootloader = "pygrub"'],
  () => ['type = "pvh"', 'kernel = "/boot/vmlinuz-6.1"', 'ramdisk = "/boot/initrd-6.1"', 'extra = "root=/dev/xvda1"'],
  () => ['type = "hvm"', 'boot = "c"', 'vnc = 1', 'vnclisten = "127.0.0.1"', 'usb = 1', 'usbdevice = [ "tablet" ]'],
  () => ['type = "pv"', 'kernel = "/boot/vmlinuz-6.1"', 'extra = "root=/dev/xvda1"', 'extra += " console=hvc0"'],
];

/** A guest's file; one in fifty has a mistake that xl refuses. */
export function guestFile(i) {
  const name = `guest${String(i).padStart(6, '0')}`;
  const mac = `${hex(i >> 16)}:${hex((i >> 8) & 255)}:${hex(i & 255)}`;
  const lines = [
    `# ${name}: made by the site's template`,
    '# owner: ops@example.org',
    '',
    `name = "${name}"`,
    `uuid = "6b0a3f0e-5d0f-4a57-9a0c-${(0x6a4d00000000 + i).toString(16)}"`,
    ...KINDS[i % KINDS.length](),
    '',
    `memory = ${1024 + (i % 8) * 512}`,
    'maxmem = 8192',
    `vcpus = ${1 + (i % 4)}`,
    'maxvcpus = 8',
    'cpus = "2-15"',
    'cpu_weight = 256',
    '',
    'disk = [',
    `    "/dev/vg0/${name}-root,raw,xvda,rw",`,
    `    "/dev/vg0/${name}-swap,raw,xvdb,rw",`,
    `    "format=qcow2,vdev=xvdc,access=rw,target=/srv/images/${name}.qcow2",   # data`,
    ']',
    'vif = [',
    `    "mac=00:16:3e:${mac},bridge=xenbr0,vifname=v${i}.0",`,
    `    "mac=02:16:3e:${mac},bridge=xenbr-mgmt",`,
    ']',
    '',
    'on_poweroff = "destroy"',
    'on_reboot = "restart"',
    `on_crash = "${i % 50 === 7 ? 'rebot' : 'restart'}"`,
  ];
  while (lines.length < 60) lines.push(lines.length % 3 ? `# note ${lines.length} about ${name}` : '');
  return `${lines.join('\n')}\n`;
}

/** As much as JSON: 60 lines, for a linter that knows no guest files. */
export function jsonFile(i) {
  const entries = Array.from({ length: 58 }, (_, k) => `  "key${k}": "value ${k} of guest ${i}"`);
  return `{\n${entries.join(',\n')}\n}\n`;
}

/** As much as a module: 60 lines of assignments and calls. */
export function scriptFile(i) {
  const lines = Array.from({ length: 58 }, (_, k) => `export const value${k} = ['disk${k}', ${i}, 'rw'].join(',');`);
  return `// guest ${i}\n${lines.join('\n')}\n\n`;
}
