import {
  ACCESSES,
  BDFS,
  DISK_OPTIONS,
  DISK_VALUES,
  FITTING,
  FORMATS,
  INTERVALS,
  ODD_CHARACTERS,
  PCI_OPTIONS,
  PCI_VALUES,
  RATES,
  RDM,
  TARGETS,
  VDEVS,
} from './device-words';
import type { Random } from './random';

/** A generator of device strings: byte strings without NUL. */
export type DeviceGenerator = (random: Random) => string;

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
