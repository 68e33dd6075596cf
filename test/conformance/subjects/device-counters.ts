import type { DEVICE_KINDS } from '../generate/devices';

const DISK_TEXTS = ['vdev', 'script', 'target', 'backend', 'colo-host', 'colo-export', 'active-disk', 'hidden-disk'];
const DISK_CHOICES = ['format', 'backend', 'specification'];
const DISK_UNKNOWN_VALUES = ['access', 'format', 'backendtype', 'specification', 'colo_port', 'type'];

/** What the library says about device strings, without the places and texts that it quotes. */
const MESSAGES = {
  disk: [
    ...new Set([...DISK_TEXTS, ...DISK_CHOICES].map((what) => `${what} respecified`)),
    ...DISK_UNKNOWN_VALUES.map((what) => `unknown value for ${what}`),
    'unknown parameter',
    'unknown deprecated disk prefix',
    'unknown deprecated type',
    'too many positional parameters',
    'bad disk syntax',
    'no vdev specified',
    'no target specified (and device not removable)',
  ],
  rate: [
    'no rate specified',
    'invalid rate',
    'rate overflow',
    'invalid replenishment interval',
    'replenishment interval overflow',
  ],
  bdf: [],
  pci: ['Unknown PCI_SPEC_STRING option', 'Unknown RDM policy'],
  rdm: ['Unknown RDM state option', 'Unknown RDM strategy option', 'Unknown RDM policy'],
};

function choices(field: string, values: string): string[] {
  return values.split(' ').map((value) => `${field}: ${value}`);
}

const FLAGS = 'permissive msitranslate seize power_mgmt'.split(' ');

/** What a run over each language must have seen. */
export const DEVICE_COUNTERS: Readonly<Record<keyof typeof DEVICE_KINDS, readonly string[]>> = {
  disk: [
    ...choices('rc', '0 22 crash'),
    ...MESSAGES.disk.map((message) => `message: ${message}`),
    ...choices('backend', 'unknown phy tap qdisk standalone'),
    ...choices('format', 'unknown raw qcow qcow2 vhd qed empty'),
    ...choices('specification', 'unknown xen virtio'),
    ...'discard_enable colo_enable direct_io_safe'.split(' ').flatMap((flag) => choices(flag, 'true false')),
    ...'backend_domname pdev_path vdev script colo_host colo_export active_disk hidden_disk'
      .split(' ')
      .flatMap((field) => choices(field, 'null text')),
    ...'removable readwrite is_cdrom colo_port'.split(' ').flatMap((field) => choices(field, '0 number')),
  ],
  rate: [
    ...choices('rc', '0 22 75'),
    ...MESSAGES.rate.map((message) => `message: ${message}`),
    ...choices('rate_bytes_per_interval', '0 number'),
  ],
  bdf: [
    ...choices('rc', '0 -6 undefined'),
    ...'domain bus dev func vfunc_mask'.split(' ').map((field) => `${field}: number`),
  ],
  pci: [
    ...choices('rc', '0 -6 undefined'),
    ...MESSAGES.pci.map((message) => `message: ${message}`),
    ...FLAGS.flatMap((flag) => choices(flag, 'true false')),
    ...choices('rdm_policy', 'strict relaxed invalid'),
    ...'domain bus dev func vdevfn vfunc_mask'.split(' ').flatMap((field) => choices(field, '0 number')),
    ...choices('name', 'null text'),
  ],
  rdm: [
    ...choices('rc', '0 -6'),
    ...MESSAGES.rdm.map((message) => `message: ${message}`),
    ...choices('strategy', 'ignore host'),
    ...choices('policy', 'strict relaxed invalid'),
  ],
};

const FORMS = Object.values(MESSAGES).flat();
const PREFIX = /^spec: config parsing error in (disk specification|vif): /;

/** The counter of a line that the library printed; undefined for the rest of a message that quotes a newline. */
export function messageCounter(line: string): string | undefined {
  const words = line.replace(PREFIX, '');
  const form = FORMS.find(
    (candidate) => words.startsWith(candidate) && /^(: | in `)/.test(words.slice(candidate.length)),
  );
  if (form) return `message: ${form}`;
  return PREFIX.test(line) ? `message unheard of: ${words.replace(/(: near)? .*/, '')}` : undefined;
}

const NAMED = new Set(['backend', 'format', 'specification', 'strategy', 'policy', 'rdm_policy']);

/** The counter of a field: its value where there are few, else what kind of value it holds. */
export function fieldCounter(field: string, value: unknown): string {
  if (typeof value === 'number') return `${field}: ${value === 0 ? '0' : 'number'}`;
  if (typeof value === 'string') return `${field}: ${NAMED.has(field) ? value : 'text'}`;
  return `${field}: ${value}`;
}
