import { enumMembers, findEnum, type KeyRow, meantFor, type Option } from '../../server/src/schema';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';
import type { Subject } from './coverage-subjects';

/** A way to go wrong, the strongest first: `missing` leaves out = and value, `name` is for what takes any value. */
export type Slip = 'value' | 'shape' | 'missing' | 'name';

/** A text that uses a subject. */
export interface Use {
  readonly text: string;
  /** Where a finding about the subject must be: the setting of a key, an option with its value, a word. */
  readonly start: number;
  readonly end: number;
}

/** Values that are right, by type: of a key, or of an option. */
const RIGHT: Readonly<Record<string, string>> = {
  integer: '1',
  boolean: '1',
  uuid: '6b8ad2c4-7e0f-4f57-8d5b-2c1f0e9a3b71',
  mac: '00:16:3e:12:34:56',
  vdev: 'xvda',
  bdf: '01:00.0',
  hex: '5',
  rate: '10Mb/s',
  bits: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1',
  path: '/usr/share/x',
  domain: 'net',
  integers: '44100',
};

/** Values that are right where the type alone does not tell, by key or by language and option. */
const SAMPLES: Readonly<Record<string, string>> = {
  xenstore_quota: 'nodes=5',
  bios: 'seabios',
  boot: 'c',
  smbios: 'bios_vendor=x',
  cpuid: 'host,avx2=0',
  cpus: '0-3',
  cpus_soft: '0-3',
  vnuma: 'pnode=0","size=256","vcpus=0","vdistances=10',
  'vnuma size': '256',
  'vnuma vcpus': '0',
  'vnuma vdistances': '10',
  llc_colors: '0-3',
  rdm: 'strategy=host',
  arm_sci: 'type=none',
  sve: 'hw',
  channel: 'name=a,connection=pty',
  disk: '/dev/vg/web,raw,xvda,rw',
  p9: 'tag=a,path=/srv,security_model=none',
  pvcalls: 'backend=net',
  usbctrl: 'type=auto',
  usbdev: 'hostbus=1,hostaddr=2',
  vdispl: 'connectors=a:800x600',
  'vdispl connectors': 'a:800x600',
  vfb: 'vnc=1',
  vif: 'bridge=xenbr0',
  virtio: 'type=virtio,device22,transport=mmio',
  vkb: 'backend-type=qemu',
  vsnd: 'card,short-name=a","pcm,name=b","stream,type=p',
  vtpm: 'backend=net',
  'disk target': '/dev/vg/web',
  bios_path_override: '/usr/share/x"\nbios = "seabios',
  device_model_override: '/usr/bin/qemu"\ndevice_model_version = "qemu-xen',
  iomem: 'fe100,1',
  ioports: '2f8-2ff',
  pci: '01:00.0',
  videoram: '16',
  spiceport: '6000',
};

/** What else must stand in a string of a language: NAME=VALUE of every option that xl asks for. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  channel: ['name=a', 'connection=pty', 'path=/run/a'],
  disk: ['vdev=xvda', 'target=/dev/vg/web'],
  p9: ['tag=a', 'path=/srv', 'security_model=none'],
  usbdev: ['hostbus=1', 'hostaddr=2'],
  vdispl: ['connectors=a:800x600'],
  vkb: ['backend-type=qemu', ...['width', 'height', 'num-contacts'].map((name) => `multi-touch-${name}=1`)],
  vtpm: ['backend=net'],
  pci: ['bdf=01:00.0'],
};

/** The same for words that libxl takes only in other company. */
const WORD_COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  'disk backendtype = standalone': ['vdev=xvda', 'specification=virtio', 'target=/dev/vg/web'],
  'disk format = empty': ['vdev=hdc', 'devtype=cdrom'],
};

/** Values that are wrong for most types. */
const WRONG = ['wrong word', '', '-1', '99999999999999999999', '4000000000'];

/** The subject used right. */
export function rightUse(subject: Subject): Use {
  return use(subject, subject.group === 'keys' ? keyValue(subject) : partText(subject, {}));
}

/** The subject used wrong in every way that might be found. */
export function* wrongUses(subject: Subject): Generator<{ slip: Slip; use: Use }> {
  const { depth, group, label } = subject;
  if (group === 'keys') {
    for (const value of WRONG) yield { slip: 'value', use: use(subject, nested(`"${value}"`, depth)) };
    yield { slip: 'shape', use: use(subject, depth === 0 ? '[ "x" ]' : '"x"') };
    yield { slip: 'shape', use: use(subject, '[ [ [ "x" ] ] ]') };
  } else if (group === 'words') {
    for (const word of [`${label}x`, label.toUpperCase(), 'wrong word', 'z', '4000']) {
      yield { slip: 'value', use: use(subject, partText(subject, { word })) };
    }
  } else {
    for (const value of WRONG) yield { slip: 'value', use: use(subject, partText(subject, { value })) };
    yield { slip: 'missing', use: use(subject, partText(subject, { value: null })) };
    const misspelt = [`${label}x`, label.toUpperCase(), label.slice(0, -1)];
    for (const name of misspelt) yield { slip: 'name', use: use(subject, partText(subject, { name })) };
  }
}

function keyValue({ key, depth }: Subject): string {
  return nested(`"${sampleOf(key)}"`, depth);
}

function sampleOf(key: KeyRow): string {
  const words = key.values ?? key.language;
  const word = words === undefined ? undefined : enumMembers(words, NEWEST_RELEASE)[0]?.value;
  const least = key.range?.[0] ?? key.documentedRange?.[0];
  return SAMPLES[key.name] ?? word ?? (least === undefined ? (RIGHT[key.type] ?? 'x') : String(least));
}

function optionSample(option: Option): string {
  const word = option.values === undefined ? undefined : enumMembers(option.values, NEWEST_RELEASE)[0]?.value;
  const least = option.range?.[0];
  return (
    SAMPLES[`${option.language} ${option.name}`] ??
    word ??
    (least === undefined ? (RIGHT[option.type ?? ''] ?? 'x') : String(least))
  );
}

function nested(text: string, depth: number): string {
  return `${'[ '.repeat(depth)}${text}${' ]'.repeat(depth)}`;
}

/** The part of a spec that is the subject; `value: null` leaves out = and value. */
function partText(subject: Subject, wrong: { name?: string; value?: string | null; word?: string }): string {
  const { group, option, written } = subject;
  if (group === 'words') return wrong.word ?? written;
  const name = wrong.name ?? written;
  if (group === 'cpuid flags') return wrong.value === null ? name : `${name}=${wrong.value ?? 0}`;
  if (option?.kind === 'named') return wrong.value === null ? name : `${name}=${wrong.value ?? optionSample(option)}`;
  if (wrong.value !== undefined)
    return subject.form ? (wrong.value ?? '') : wrong.value === null ? name : `${name}=${wrong.value}`;
  return option?.kind === 'prefix' ? `${name}/dev/x,xvda,w` : name;
}

function use(subject: Subject, part: string): Use {
  const { group, key, option } = subject;
  const head = `name = "guest"\n${contextOf(subject)}`;
  if (group === 'keys') {
    const text = `${head}${key.name} = ${part}\n`;
    return { text, start: head.length, end: text.length - 1 };
  }
  const before = head + subject.before;
  const close = `"${' ]'.repeat(subject.depth)}\n`;
  const text = `${before}${[part, ...companions(subject)].join(',')}${close}`;
  // a word stands behind the name of its option
  const named = group === 'words' && before.endsWith(`${option?.name}=`) ? `${option?.name}=`.length : 0;
  return { text, start: before.length - named, end: before.length + part.length };
}

/** What xl wants beside an option of the form NAME=VALUE or NAME. */
function companions({ name, before, option }: Subject): readonly string[] {
  const own = WORD_COMPANIONS[name];
  if (own) return own;
  if (option?.kind !== 'named' && option?.kind !== 'flag') return [];
  const excluded = [option.name, ...(option.conflicts ?? [])];
  return (COMPANIONS[option.language] ?? []).filter(
    (other) => !before.includes(other) && !excluded.some((name) => other.startsWith(`${name}=`)),
  );
}

/** The setting that makes a guest for which xl reads the key, and that has the word. */
function contextOf({ key, values }: Subject): string {
  if (key.name === 'type' || key.name === 'builder') return '';
  const meant = (values === undefined ? undefined : findEnum(values)?.guests) ?? meantFor(key);
  return `type = "${meant.includes('hvm') ? 'hvm' : meant[0]}"\n${BESIDE[key.name] ?? ''}`;
}

/** What a guest can boot from. */
const DEVICES = `disk = [ "/dev/vg/web,raw,hda,rw", "/srv/a.iso,,hdc,cdrom" ]\nvif = [ "bridge=xenbr0" ]\n`;

/** What a guest must have beside a key, or libxl does not make it. */
const BESIDE: Readonly<Record<string, string>> = {
  boot: DEVICES,
  bootloader: DEVICES,
  ...Object.fromEntries(['cmdline', 'extra', 'ramdisk', 'root'].map((name) => [name, 'kernel = "/boot/k"\n'])),
  device_model_stubdomain_override: 'device_model_version = "qemu-xen"\n',
};
