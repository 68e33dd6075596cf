import { type PciSpec, parsePci, parseRdm } from '../syntax/specs';
import { type Fields, int32 } from './fields';
import type { Guest } from './guest';
import { sayErrors } from './spec-errors';
import { plain, type Step, step, type When } from './step';
import { word } from './word';

/** Flags that all of the guest's PCI devices start with. */
const PCI_FLAGS = {
  pci_msitranslate: 'msitranslate',
  pci_power_mgmt: 'power_mgmt',
  pci_permissive: 'permissive',
  pci_seize: 'seize',
} as const;

/** What of PCI devices comes before the devices themselves. */
export function pciFlagKeys(when: When): Step {
  return step(Object.keys(PCI_FLAGS), pciFlags, when);
}

export function rdmKey(when: When): Step {
  return step('rdm', rdm, when);
}

export function e820Host(when: When): Step {
  return plain('flag', 'e820_host', 'pv.e820_host', { ...when, types: ['pv'] });
}

export function pciDevices(when: When): readonly Step[] {
  return [step('pci', pci, when), step('dtdev', dtdev, when)];
}

export const PASSTHROUGH: Step = word('passthrough', {
  words: 'passthrough',
  to: 'create.passthrough',
  refusal: (text) => `ERROR: unknown passthrough option '${text}'`,
});

function pciFlags(guest: Guest): void {
  for (const [key, flag] of Object.entries(PCI_FLAGS)) {
    const value = guest.settings.long(key);
    if (value !== undefined) guest.pciDefaults[flag] = int32(value) !== 0;
  }
}

function rdm(guest: Guest): void {
  const text = guest.settings.string('rdm');
  if (text === undefined) return;
  const spec = parseRdm(text, guest.release);
  sayErrors(guest, { key: 'rdm' }, spec);
  if (spec.rc !== 0) return;
  // xl never sets what the spec does not; the memory happens to hold number 0, in 4.14 one that has no name
  const { strategy, policy } = spec.rdm;
  const unset = guest.release < 415;
  guest.hvm.rdm = {
    strategy: unset && strategy === 'ignore' ? '' : strategy,
    policy: policy === 'invalid' ? (unset ? '' : 'strict') : policy,
  };
}

/** Before this xl passes over a device whose spec is wrong. */
const REFUSED_SINCE = 406;

function pci(guest: Guest): void {
  const key = 'pci';
  const devices: Fields[] = [];
  for (const [text, place] of guest.specs(key)) {
    const spec = parsePci(text, guest.release);
    const passedOver = guest.release < REFUSED_SINCE;
    sayErrors(guest, place, spec, passedOver ? 'warning' : 'error');
    if (spec.crash) guest.crash(place);
    if (spec.rc !== 0) {
      if (passedOver) continue;
      const what = guest.release >= 415 ? 'PCI_SPEC_STRING' : 'PCI BDF';
      guest.refuse(place, `unable to parse ${what} \`${text}' for passthrough`);
    }
    devices.push(withDefaults(guest, spec));
  }
  if (devices.length === 0) return;
  guest.config.pcidevs = devices;
  if (guest.type === 'pv') guest.pv.e820_host = true;
}

/** The device's fields over those that all devices start with: a field counts as given when the spec names it. */
function withDefaults(guest: Guest, spec: PciSpec): Fields {
  const { name, ...device } = spec.pci;
  const given = new Set(spec.parts.map(({ option }) => option));
  const fields: Fields = { ...device, ...(name !== null && { name }) };
  for (const [flag, value] of Object.entries(guest.pciDefaults)) if (!given.has(flag)) fields[flag] = value;
  if (!given.has('rdm_policy')) fields.rdm_policy = (guest.hvm.rdm as Fields).policy ?? 'invalid';
  return fields;
}

function dtdev(guest: Guest): void {
  const devices = Array.from(guest.specs('dtdev'), ([path]) => ({ path }));
  if (devices.length > 0) guest.config.dtdevs = devices;
}
