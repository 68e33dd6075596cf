import type { Random } from './random';

/** A generator of device strings: byte strings without NUL. */
export type DeviceGenerator = (random: Random) => string;

const TARGETS = [
  '/dev/vg/web01',
  '/a.img',
  '',
  'phy:/dev/x',
  'file:/a',
  'tap:aio:/a',
  'tap2:tapdisk:aio:/a',
  'tap:qcow2:/a',
  'raw:/a',
  'qcow:/a',
  'vhd:/b',
  'iscsi:t',
  'nbd:h:1',
  'enbd:1',
  'drbd:r0',
  'ioemu:/a',
  'aio:/a',
  'tapdisk:/a',
  'qed:/a',
  'http:/x',
  'x1y:',
  'a:b',
  'A:/b',
  'x:',
  'phy:',
  '/a b',
  ' /a',
  '/é',
  '/\xff',
  'target=/t',
];
const FORMATS = ['raw', 'qcow', 'qcow2', 'vhd', 'qed', 'empty', '', 'vdi', 'RAW', ' raw', 'raw ', 'xvda', 'hdc:cdrom'];
const VDEVS = [
  'xvda',
  'hda',
  'sda1',
  'hdc:cdrom',
  'hdc:disk',
  'xvda:floppy',
  ':cdrom',
  ':',
  'ioemu:hda',
  'd0p1',
  '',
  'xvdzz',
  '51712',
];
const ACCESSES = ['r', 'ro', 'w', 'rw', 'w!', '', 'R', 'w ', 'read'];
const DISK_OPTIONS = [
  'format=',
  'vdev=',
  'access=',
  'backend=',
  'backendtype=',
  'specification=',
  'script=',
  'devtype=',
  'colo-host=',
  'colo-port=',
  'colo-export=',
  'active-disk=',
  'hidden-disk=',
  'target=',
  'unknown=',
  'x=',
  'a-b=',
  'Format=',
  '1x=',
  'format',
  'cdrom',
  'direct-io-safe',
  'discard',
  'no-discard',
  'colo',
  'no-colo',
  'trusted',
  'untrusted',
  'cdrom=1',
  'discard=1',
  '=',
  'vdev',
  'access = ',
  'diskard',
  'grant_usage=',
  'transport=',
  'irq=',
  'base=',
];
const DISK_VALUES = [
  ...FORMATS,
  ...VDEVS,
  ...ACCESSES,
  'phy',
  'tap',
  'qdisk',
  'standalone',
  'virtio',
  'xen',
  'dom1',
  '0',
  '3',
  '-1',
  '99999999999',
  '7x',
  ' 8',
  'cdrom',
  'disk',
  '/x y',
  'a=b',
  'a:b',
];
/** Values that an option knows. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  'format=': FORMATS.slice(0, 7),
  'vdev=': VDEVS,
  'access=': ACCESSES.slice(0, 6),
  'backendtype=': ['phy', 'tap', 'qdisk', 'standalone'],
  'specification=': ['xen', 'virtio'],
  'devtype=': ['cdrom', 'disk'],
  'colo-port=': ['80', '7x', ' 8', '-1', '99999999999'],
};

const RATES = [
  '10Mb/s',
  '1GB/s',
  '512KB/s',
  '100B/s',
  '8b/s',
  '0B/s',
  '4294967295GB/s',
  '4294967296B/s',
  '010Kb/s',
  '0x1KB/s',
  '18446744073709551616b/s',
  '1mb/s',
  '10',
  '10Mb',
  'Mb/s',
  '1.5Mb/s',
  ' 1Mb/s',
  '-1Mb/s',
  '08Kb/s',
  '',
  '9B/s',
  '7b/s',
  '12345678KB/s',
  '4294Gb/s',
  '1Mb/S',
];
const INTERVALS = [
  '50ms',
  '20us',
  '1s',
  '10',
  '0',
  '4294967295us',
  '4294967296us',
  '4295s',
  '4294s',
  '010ms',
  '0us',
  '1m',
  '1u',
  '',
  '1min',
  'ms',
  '99999999999999999999s',
  '-5ms',
  '08ms',
  '5000000ms',
];

const BDFS = [
  '00:1a.0',
  '0000:00:1a.0',
  '01:00.*',
  '1:2.3',
  'ffff:ff:1f.7',
  '10000:00:00.0',
  '100:0.0',
  '0:20.0',
  '0:0.8',
  '00:00.0.0',
  ':0.0',
  '0::0.0',
  '0:0',
  '0.0',
  '00:1a.0@8',
  'g:0.0',
  '0x1:0x2.0x3',
  ' 1: 2. 3',
  '+1:2.3',
  '-0:-0.-0',
  '0:0:0:0.0',
  '',
  '*',
  '0:0.',
  '0:0.**',
  '00000000000001:2.3',
  'ffffffff1:0.0',
  '0:0. *',
  '0:0.0x',
  '0:0.1g',
  '1 :2.3',
  '1:2 .3',
];
const PCI_OPTIONS = [
  'bdf=',
  'vslot=',
  'permissive=',
  'msitranslate=',
  'seize=',
  'power_mgmt=',
  'rdm_policy=',
  'name=',
  'unknown=',
  '=',
  'permissive',
  ' seize=',
  'Name=',
  '',
];
const PCI_VALUES = [
  ...BDFS.slice(0, 8),
  '1',
  '0',
  '8',
  '1f',
  '20',
  'strict',
  'relaxed',
  'invalid',
  'yes',
  '',
  '-1',
  '2x',
  ' 1',
  '+1',
  'net0',
  'a=b',
  '4294967297',
  '0x8',
  '99999999999999999999',
];

const RDM = [
  'strategy=host',
  'policy=strict',
  'policy=relaxed',
  'strategy=',
  'strategy=none',
  'policy=',
  'policy=invalid',
  'policy=x',
  'strategy',
  'policy',
  'host',
  'x=1',
  '=',
  '',
  ' policy=strict',
  'Strategy=host',
  'strategy=host ',
];

const ODD_CHARACTERS = [
  ',',
  ',,',
  '=',
  ':',
  ' ',
  '\t',
  '\n',
  '@',
  '.',
  '*',
  '-',
  '/',
  '"',
  "'",
  '\\',
  '\xff',
  '\xc3\xa9',
  '\r',
  '\x0b',
  '\x7f',
  'A',
  '0',
  'x',
  'b',
  's',
  '\x1f',
  '!',
  '%',
];

function damaged(random: Random, text: string): string {
  let out = text;
  for (let i = random.few(0, 3); i > 0; i--) {
    const at = random.below(out.length + 1);
    const insert = random.oneIn(3) ? '' : random.pick(ODD_CHARACTERS);
    out = out.slice(0, at) + insert + out.slice(at + random.below(random.oneIn(6) ? 6 : 2));
  }
  return out;
}

const blank = (random: Random) => (random.oneIn(4) ? random.pick([' ', '  ', '\t', '\n', ' \n ']) : '');

/** Target, format, vdev and access in their places, some left out, options between them. */
const disk: DeviceGenerator = (random) => {
  const parts = [random.pick(TARGETS), random.pick(FORMATS), random.pick(VDEVS), random.pick(ACCESSES)].slice(
    0,
    random.below(5),
  );
  for (let i = random.few(0, 4); i > 0; i--) parts.splice(random.below(parts.length + 1), 0, diskOption(random));
  return parts.map((part) => blank(random) + part + (random.oneIn(12) ? blank(random) : '')).join(',');
};

function diskOption(random: Random): string {
  if (random.oneIn(20)) {
    const option = random.pick(Object.keys(FITTING));
    return `${option}${random.pick(FITTING[option]!)},${option}${random.pick(FITTING[option]!)}`;
  }
  const option = random.pick(DISK_OPTIONS);
  if (!option.endsWith('=')) return option;
  return option + random.pick(random.oneIn(2) ? (FITTING[option] ?? DISK_VALUES) : DISK_VALUES);
}

/** A disk that is right in every part, as users write it. */
const wholeDisk: DeviceGenerator = (random) => {
  const separator = random.pick([',', ', ', ',']);
  const places = [
    random.pick(TARGETS.slice(0, 16)),
    random.pick(FORMATS.slice(0, 4)),
    random.pick(VDEVS.slice(0, 3)),
    random.pick(ACCESSES.slice(0, 4)),
  ];
  const named = ['format=', 'vdev=', 'access='].map((name, index) => name + places[index + 1]!);
  const rest = random.pick([
    [],
    ['discard'],
    ['backendtype=qdisk', 'direct-io-safe'],
    ['devtype=cdrom'],
    ['script=block-x'],
    ['backend=dom1', 'untrusted'],
    ['specification=virtio'],
  ]);
  return (random.oneIn(2) ? [...named, ...rest, `target=${places[0]}`] : [...places, ...rest]).join(separator);
};

const rate: DeviceGenerator = (random) => {
  const number = random.oneIn(2) ? String(random.next() >>> random.below(32)) : random.pick(RATES);
  const unit = random.oneIn(2) ? random.pick(['b/s', 'B/s', 'Kb/s', 'KB/s', 'Mb/s', 'MB/s', 'Gb/s', 'GB/s']) : '';
  const interval = random.oneIn(2)
    ? String(random.next() >>> random.below(32)) + random.pick(['', 's', 'ms', 'us', 'm', 'u'])
    : random.pick(INTERVALS);
  return number + unit + (random.oneIn(2) ? `@${interval}` : '');
};

const hex = (random: Random, limit: number, width: number) =>
  random
    .below(limit)
    .toString(16)
    .padStart(random.oneIn(2) ? width : 1, '0');

const bdf: DeviceGenerator = (random) => {
  if (random.oneIn(4)) return random.pick(BDFS);
  const domain = random.oneIn(3) ? `${hex(random, 0x10010, 4)}:` : '';
  return `${domain}${hex(random, 0x102, 2)}:${hex(random, 0x22, 2)}.${random.oneIn(5) ? '*' : hex(random, 9, 1)}`;
};

const pci: DeviceGenerator = (random) => {
  const parts = random.oneIn(5) ? [] : [bdf(random) + (random.oneIn(4) ? `@${random.pick(PCI_VALUES)}` : '')];
  for (let i = random.few(0, 4); i > 0; i--) parts.push(random.pick(PCI_OPTIONS) + random.pick(PCI_VALUES));
  return parts.join(random.oneIn(8) ? ', ' : ',');
};

const rdm: DeviceGenerator = (random) =>
  Array.from({ length: random.few(0, 3) + 1 }, () => random.pick(RDM)).join(random.pick([',', ',', ', ', ';']));

/** Bytes in any order, of those that mean something in these languages. */
const soup: DeviceGenerator = (random) =>
  Array.from({ length: random.few(0, 16) }, () =>
    random.pick(random.oneIn(2) ? ODD_CHARACTERS : [...'raw:xvd=,w0123.@Mbs/ ']),
  ).join('');

function kinds(made: DeviceGenerator, others: Record<string, { share: number; generate: DeviceGenerator }> = {}) {
  return {
    made: { share: 35, generate: made },
    damaged: { share: 35, generate: (random: Random) => damaged(random, made(random)) },
    soup: { share: 10, generate: soup },
    ...others,
  };
}

/** Every kind of device string of each language, with its share of a run. */
export const DEVICE_KINDS = {
  disk: kinds(disk, {
    whole: { share: 10, generate: wholeDisk },
    'whole, damaged': { share: 10, generate: (random) => damaged(random, wholeDisk(random)) },
  }),
  rate: kinds(rate),
  bdf: kinds(bdf),
  pci: kinds(pci),
  rdm: kinds(rdm),
} as const;
