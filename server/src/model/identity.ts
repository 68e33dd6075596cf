import { matchMember } from '../schema/enums';
import type { DomainType, Guest } from './guest';
import { plain, type Step, step } from './step';
import { parseUuid } from './uuid';

/** What a guest is: its labels, its type, its name and id. */
export const IDENTITY: readonly Step[] = [
  step('init_seclabel', initSeclabel),
  step('seclabel', seclabel),
  step([], (guest) => {
    guest.create.run_hotplug_scripts = guest.global.runHotplugScripts;
  }),
  step('type', type),
  step('builder', builder),
  step([], typeDecided),
  plain('flag', 'pvh', 'create.pvh'),
  plain('flag', 'hap', 'create.hap'),
  step('name', name),
  step('uuid', uuid),
  plain('flag', 'oos', 'create.oos'),
  plain('text', 'pool', 'create.pool_name'),
];

/** Before this xl asks the hypervisor at once, which has no labels unless it was built for them. */
const LABELS_KEPT = 405;

/** What a label is when xl reads it; undefined when there is none, or none that the hypervisor takes. */
export function label(guest: Guest, key: string): string | undefined {
  const label = guest.settings.string(key);
  if (label === undefined || guest.release >= LABELS_KEPT) return label;
  guest.warn({ key }, `XSM Disabled: ${key} not supported`);
  return undefined;
}

function initSeclabel(guest: Guest): void {
  const text = label(guest, 'init_seclabel');
  if (text !== undefined) guest.create.ssid_label = text;
}

function seclabel(guest: Guest): void {
  const text = label(guest, 'seclabel');
  if (text === undefined) return;
  if (guest.create.ssid_label !== undefined) guest.build.exec_ssid_label = text;
  else guest.create.ssid_label = text;
}

const BUILDER_TYPES: Readonly<Record<string, DomainType>> = { hvm: 'hvm', generic: 'pv' };

function type(guest: Guest): void {
  const text = guest.settings.string('type');
  if (text === undefined) return;
  const member = matchMember('type', text, guest.release);
  if (!member) guest.refuse({ key: 'type' }, `Invalid domain type ${text}.`, { last: true });
  guest.create.type = member.value;
}

function builder(guest: Guest): void {
  const text = guest.settings.string('builder');
  if (text === undefined) return;
  if (guest.release < 410) {
    if ('hvm'.startsWith(text)) guest.create.type = 'hvm';
    return;
  }
  if (guest.release === 410 && guest.create.type === undefined) {
    guest.warn({ key: 'builder' }, 'The "builder" option is being deprecated, please use "type" instead.');
  }
  const member = matchMember('builder', text, guest.release);
  if (!member) guest.refuse({ key: 'builder' }, `Invalid domain type ${text}.`, { last: true });
  const wanted = BUILDER_TYPES[member.value]!;
  const given = guest.create.type;
  if (given !== undefined && given !== wanted) {
    guest.refuse({ key: 'builder' }, 'Contradicting "builder" and "type" options specified.', { last: true });
  }
  guest.create.type = wanted;
}

function typeDecided(guest: Guest): void {
  guest.create.type ??= guest.host.arch === 'arm' && guest.release >= 412 ? 'pvh' : 'pv';
  guest.type = guest.create.type as DomainType;
  // What of the union other guests' steps may look at starts as zero for them.
  if (guest.type !== 'hvm') guest.hvm.rdm = { policy: 'strict' };
}

function name(guest: Guest): void {
  const text = guest.settings.string('name') ?? (guest.release <= 401 ? 'test' : undefined);
  if (text === undefined) guest.refuse({ key: 'name' }, 'Domain name must be specified.');
  guest.create.name = text;
}

function uuid(guest: Guest): void {
  const text = guest.settings.string('uuid');
  if (text === undefined) {
    guest.create.uuid = guest.uuid;
    return;
  }
  const id = parseUuid(text);
  if (id === undefined) guest.refuse({ key: 'uuid' }, `Failed to parse UUID: ${text}`);
  guest.create.uuid = id;
}
