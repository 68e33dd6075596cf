import type { FileContext } from '../rules/context';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import {
  type DeviceFields,
  type DeviceSpec,
  type Part,
  type PciSpec,
  parseP9,
  parsePci,
  parsePvcalls,
  parseUsbDevice,
  parseVdispl,
  parseVfb,
  parseVif,
  parseVirtio,
  parseVkb,
  parseVtpm,
  type SpecReading,
} from '../syntax/specs';
import { ALL_FUNCTIONS } from '../syntax/specs/pci-fields';
import type { ItemClaim, ItemNeeds, ListNeeds } from './claim-memory';

/** Reads what the items of the list of a key take. */
export type ReadNeeds = (key: string, needs: (text: string) => ItemNeeds) => ListNeeds;

/** What a guest takes by its devices other than disks and screens, and the domains that provide them. */
export function deviceNeeds(file: FileContext, read: ReadNeeds): ListNeeds[] {
  const { release } = file;
  const backed = Object.entries(BACKED).map(([key, parse]) =>
    read(key, (text) => deviceNeedsOf(key, parse(text, release))),
  );
  const host = file.guestType === 'hvm' ? [read('usbdevice', hostDevice)] : [];
  return [read('pci', (text) => pciNeeds(parsePci(text, release))), ...host, ...backed];
}

function deviceNeedsOf(key: string, spec: DeviceSpec): ItemNeeds {
  const { backend_domname: name, bridge, script } = spec.device;
  const part = (option: string) => partOf(spec, isValueOf(option));
  const isNetwork = key === 'vif';
  return {
    claim: CLAIMS[key]?.(spec.device, part),
    backend: typeof name === 'string' ? { name, part: part('backend') } : undefined,
    bridge: isNetwork && typeof bridge === 'string' ? bridge : undefined,
    script: isNetwork && typeof script === 'string' ? script : undefined,
  };
}

/** The devices that a domain other than Dom0 can provide, with xl's parser for each. */
const BACKED: Readonly<Record<string, (text: string, release: Release) => DeviceSpec>> = {
  vif: parseVif,
  vtpm: parseVtpm,
  p9: parseP9,
  pvcalls: parsePvcalls,
  vdispl: parseVdispl,
  vfb: parseVfb,
  virtio: parseVirtio,
  vkb: parseVkb,
  // libxl takes a device of no type for one of the host
  usbdev: (text, release) => parseUsbDevice(`${text},type=hostdev`, release),
};

type ToClaim = (device: DeviceFields, part: (option: string) => Span | undefined) => ItemClaim | undefined;

const CLAIMS: Readonly<Record<string, ToClaim>> = {
  vif({ mac }, part) {
    if (typeof mac !== 'string' || /^[0:]*$/.test(mac)) return undefined;
    return { kind: 'mac', id: mac.toLowerCase(), part: part('mac') };
  },
  // a vTPM domain has an id for each TPM that it asks the manager for; a guest without one has its backend to itself
  vtpm({ backend_domname: backend, uuid }, part) {
    if (typeof uuid === 'string') return { kind: 'vtpm', id: uuid, part: part('uuid') };
    return typeof backend === 'string' ? { kind: 'vtpm', id: `from ${backend}`, part: part('backend') } : undefined;
  },
  usbdev(device, part) {
    const host = device['type.hostdev'] as DeviceFields | undefined;
    if (!host?.hostaddr) return undefined;
    return { kind: 'usb', id: usbId(Number(host.hostbus ?? 0), Number(host.hostaddr)), part: part('hostaddr') };
  },
};

const PCI_ADDRESS: ReadonlySet<Part['role']> = new Set(['domain', 'bus', 'device', 'function']);

function pciNeeds(spec: PciSpec): ItemNeeds {
  if (spec.rc !== 0) return {};
  const part = partOf(spec, ({ role, option }) => PCI_ADDRESS.has(role) || option === 'name');
  return { claim: { kind: 'pci', ...pciDevice(spec), part } };
}

function pciDevice({ pci }: PciSpec): { id: string; functions: number } {
  if (pci.name !== null) return { id: `named ${pci.name}`, functions: 0xff };
  const single = pci.vfunc_mask !== ALL_FUNCTIONS && (pci.vfunc_mask & (pci.vfunc_mask - 1)) === 0;
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
  const id = `${hex(pci.domain, 4)}:${hex(pci.bus, 2)}:${hex(pci.dev, 2)}`;
  return { id, functions: single ? 1 << pci.func : 0xff };
}

/** `usbdevice` of an HVM guest: "host:1.4" is a device by its place, "host:0781:5151" by maker and product. */
export function hostDevice(text: string): ItemNeeds {
  const [, first, mark, second] = /^host:([\da-f]+)([.:])([\da-f]+)$/i.exec(text) ?? [];
  if (!first || !second) return {};
  const id = mark === '.' ? usbId(Number(first), Number(second)) : `${first}:${second}`.toLowerCase();
  return { claim: { kind: 'usb', id } };
}

function usbId(bus: number, address: number): string {
  return `${bus}.${address}`;
}

export function isValueOf(option: string): (part: Part) => boolean {
  return (part) => part.role === 'value' && part.option === option;
}

/** Where the parts that are meant stand, from the first to the last; undefined when there are none. */
export function partOf({ parts }: SpecReading, isMeant: (part: Part) => boolean): Span | undefined {
  const meant = parts.filter(isMeant);
  return meant.length > 0 ? { start: meant[0]!.span.start, end: meant.at(-1)!.span.end } : undefined;
}
