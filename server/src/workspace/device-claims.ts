import type { Claim, GuestRecord, Place } from '../rules/across';
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
import { listTexts, scalarText, type Text } from './texts';

type At = (span: Span) => Place;
type Backend = GuestRecord['backends'][number];

/** What a guest takes by its devices other than disks and screens, and the domains that provide them. */
export function deviceClaims(file: FileContext, at: At): DeviceClaims {
  const claims = [...pciClaims(file, at), ...hostDeviceClaims(file, at)];
  const backends: Backend[] = [];
  const bridges = new Set<string>();
  const scripts = new Set<string>();
  for (const [key, parse] of Object.entries(BACKED)) {
    for (const text of listTexts(file, key)) {
      const spec = parse(text.text, file.release);
      const name = spec.device.backend_domname;
      if (typeof name === 'string')
        backends.push({ name, place: at(placeOf(text, spec, isValueOf('backend'))), written: text.written });
      const claim = CLAIMS[key]?.(spec.device, (option) => at(placeOf(text, spec, isValueOf(option))));
      if (claim) claims.push({ ...claim, written: text.written });
      if (key === 'vif' && typeof spec.device.bridge === 'string') bridges.add(spec.device.bridge);
      if (key === 'vif' && typeof spec.device.script === 'string') scripts.add(spec.device.script);
    }
  }
  return { claims, backends, network: { bridges: [...bridges], scripts: [...scripts] } };
}

interface DeviceClaims {
  readonly claims: Claim[];
  readonly backends: Backend[];
  readonly network: NonNullable<GuestRecord['network']>;
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

type ToClaim = (device: DeviceFields, place: (option: string) => Place) => Omit<Claim, 'written'> | undefined;

const CLAIMS: Readonly<Record<string, ToClaim>> = {
  vif({ mac }, place) {
    if (typeof mac !== 'string' || /^[0:]*$/.test(mac)) return undefined;
    return { kind: 'mac', id: mac.toLowerCase(), place: place('mac') };
  },
  // a vTPM domain has an id for each TPM that it asks the manager for; a guest without one has its backend to itself
  vtpm({ backend_domname: backend, uuid }, place) {
    if (typeof uuid === 'string') return { kind: 'vtpm', id: uuid, place: place('uuid') };
    return typeof backend === 'string' ? { kind: 'vtpm', id: `from ${backend}`, place: place('backend') } : undefined;
  },
  usbdev(device, place) {
    const host = device['type.hostdev'] as DeviceFields | undefined;
    if (!host?.hostaddr) return undefined;
    return { kind: 'usb', id: usbId(Number(host.hostbus ?? 0), Number(host.hostaddr)), place: place('hostaddr') };
  },
};

const PCI_ADDRESS: ReadonlySet<Part['role']> = new Set(['domain', 'bus', 'device', 'function']);

function* pciClaims(file: FileContext, at: At): Iterable<Claim> {
  for (const text of listTexts(file, 'pci')) {
    const spec = parsePci(text.text, file.release);
    if (spec.rc !== 0) continue;
    const place = at(placeOf(text, spec, ({ role, option }) => PCI_ADDRESS.has(role) || option === 'name'));
    yield { kind: 'pci', ...pciDevice(spec), place, written: text.written };
  }
}

function pciDevice({ pci }: PciSpec): { id: string; functions: number } {
  if (pci.name !== null) return { id: `named ${pci.name}`, functions: 0xff };
  const single = pci.vfunc_mask !== ALL_FUNCTIONS && (pci.vfunc_mask & (pci.vfunc_mask - 1)) === 0;
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
  const id = `${hex(pci.domain, 4)}:${hex(pci.bus, 2)}:${hex(pci.dev, 2)}`;
  return { id, functions: single ? 1 << pci.func : 0xff };
}

/** `usbdevice` of an HVM guest: "host:1.4" is a device by its place, "host:0781:5151" by maker and product. */
function* hostDeviceClaims(file: FileContext, at: At): Iterable<Claim> {
  if (file.guestType !== 'hvm') return;
  const single = scalarText(file, 'usbdevice');
  for (const text of single ? [single] : listTexts(file, 'usbdevice')) {
    const [, first, mark, second] = /^host:([\da-f]+)([.:])([\da-f]+)$/i.exec(text.text) ?? [];
    if (!first || !second) continue;
    const id = mark === '.' ? usbId(Number(first), Number(second)) : `${first}:${second}`.toLowerCase();
    yield { kind: 'usb', id, place: at(text.span()), written: text.written };
  }
}

function usbId(bus: number, address: number): string {
  return `${bus}.${address}`;
}

export function isValueOf(option: string): (part: Part) => boolean {
  return (part) => part.role === 'value' && part.option === option;
}

/** Where the parts that are meant stand, from the first to the last; all of the text when there are none. */
export function placeOf(text: Text, { parts }: SpecReading, isMeant: (part: Part) => boolean): Span {
  const meant = parts.filter(isMeant);
  return meant.length > 0 ? text.span({ start: meant[0]!.span.start, end: meant.at(-1)!.span.end }) : text.span();
}
