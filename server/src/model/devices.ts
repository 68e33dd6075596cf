import type { Release } from '../syntax/release';
import {
  type DeviceSpec,
  type DiskSpec,
  parseChannel,
  parseDisk,
  parseP9,
  parsePvcalls,
  parseSoundCard,
  parseUsbController,
  parseUsbDevice,
  parseVdispl,
  parseVfb,
  parseVif,
  parseVirtio,
  parseVkb,
  parseVtpm,
} from '../syntax/specs';
import { leadingStrings } from '../syntax/typed';
import type { Fields } from './fields';
import type { Guest } from './guest';
import { judge, sayErrors } from './spec-errors';
import { type Step, step, type When } from './step';

/** The devices between the host's resources and the keyboards, in xl's order. */
export const DEVICES: readonly Step[] = [
  step('disk', disks),
  step('p9', p9s),
  numbered('vtpm', 'vtpms', parseVtpm),
  step('vdispl', displays),
  numbered('pvcalls', 'pvcallsifs', parsePvcalls),
  step('vsnd', sounds),
  step('channel', channels),
  step('vif', vifs),
];

/** Framebuffers come after the network. */
export const VFB: Step = step('vfb', framebuffers);

export const USB: readonly Step[] = [
  numbered('usbctrl', 'usbctrls', parseUsbController),
  step('usbdev', (guest) => put(guest, 'usbdevs', read(guest, 'usbdev', parseUsbDevice))),
];

export const KEYBOARDS: readonly Step[] = [step('vkb', keyboards), numbered('virtio', 'virtios', parseVirtio)];

type Parse = (spec: string, release: Release, source: string) => DeviceSpec;

/** A list of devices whose numbers are their places in the list. */
function numbered(key: string, field: string, parse: Parse, when: When = {}): Step {
  return step(key, (guest) => put(guest, field, withIds(read(guest, key, parse))), when);
}

/** The devices of a list as their specs give them: not to be changed, as readings of specs are shared. */
function readShared(guest: Guest, key: string, parse: Parse): Readonly<Fields>[] {
  return (guest.settings.strings(key) ?? []).map((text, item) => {
    const spec = parse(text, guest.release, guest.settings.source);
    if (spec.errors.length > 0) judge(guest, { key, item }, spec);
    return spec.device;
  });
}

function read(guest: Guest, key: string, parse: Parse): Fields[] {
  return readShared(guest, key, parse).map((device) => ({ ...device }));
}

function withIds(devices: readonly Fields[]): Fields[] {
  return devices.map((device, devid) => ({ devid, ...device }));
}

function put(guest: Guest, field: string, devices: readonly Fields[]): void {
  if (devices.length > 0) guest.config[field] = devices;
}

function disks(guest: Guest): void {
  const key = 'disk';
  const disks = (guest.settings.strings(key) ?? []).map((text, item) => {
    const spec = parseDisk(text, guest.release, guest.settings.source);
    if (spec.errors.length === 0 && spec.rc === 0 && !spec.crash) return fieldsOf(spec);
    const place = { key, item };
    sayErrors(guest, place, spec, spec.rc === 0 ? 'warning' : 'error');
    if (spec.crash) guest.crash(place);
    if (spec.rc !== 0) guest.refuse(place, '');
    return { ...fieldsOf(spec) };
  });
  put(guest, 'disks', disks);
}

const DISK_FIELDS = new WeakMap<DiskSpec, Fields>();

/** The fields of a disk that are set. */
function fieldsOf(spec: DiskSpec): Fields {
  let fields = DISK_FIELDS.get(spec);
  if (!fields) {
    fields = {};
    const given = spec.disk as unknown as Fields;
    for (const name in given) if (given[name] !== null) fields[name] = given[name];
    DISK_FIELDS.set(spec, fields);
  }
  return fields;
}

function p9s(guest: Guest): void {
  let previous: DeviceSpec | undefined;
  const shares = read(guest, 'p9', (text, release) => {
    previous = parseP9(text, release, previous);
    return previous;
  });
  for (const share of shares) {
    if (share.type === 'xen_9pfsd') share.path ??= `/var/log/xen/guests/${guest.create.name as string}`;
  }
  put(guest, guest.release < 410 ? 'p9' : 'p9s', shares);
}

/** Before this libxl called the id of a connector otherwise. */
const CONNECTOR_IDS: Release = 412;

function displays(guest: Guest): void {
  const displays = withIds(read(guest, 'vdispl', parseVdispl));
  const named = (connector: Fields) => ({ ...connector, id: connector.unique_id });
  if (guest.release < CONNECTOR_IDS) {
    for (const display of displays) display.connectors = (display.connectors as readonly Fields[]).map(named);
  }
  put(guest, 'vdispls', displays);
}

/** The release that leaves it to libxl to number channels. */
const CHANNELS_UNNUMBERED: Release = 418;

function channels(guest: Guest): void {
  const channels = read(guest, 'channel', parseChannel);
  put(guest, 'channels', guest.release < CHANNELS_UNNUMBERED ? withIds(channels) : channels);
}

function vifs(guest: Guest): void {
  const { vifScript, vifBridge, vifGatewaydev, vifBackend } = guest.global;
  const defaults: Fields = {
    script: vifScript,
    bridge: vifBridge,
    gatewaydev: vifGatewaydev,
    backend_domname: vifBackend,
  };
  const nics = readShared(guest, 'vif', parseVif);
  const isPlain = Object.values(defaults).every((value) => value === undefined);
  const make = isPlain ? plainNic : (nic: Readonly<Fields>, devid: number) => ({ ...defaults, devid, ...nic });
  put(guest, 'nics', nics.map(make));
}

/** The interfaces made last of specs, as long as anybody has the specs: an editor has the same ones read again and again. */
const NICS = new WeakMap<Readonly<Fields>, Readonly<Fields>>();

function plainNic(spec: Readonly<Fields>, devid: number): Readonly<Fields> {
  let nic = NICS.get(spec);
  if (nic?.devid !== devid) {
    nic = { devid, ...spec };
    NICS.set(spec, nic);
  }
  return nic;
}

/** Sound cards: each a list of specs of its own. */
function sounds(guest: Guest): void {
  const key = 'vsnd';
  const list = guest.settings.list(key);
  if (!list) return;
  const cards = list.map((value, item): Fields => {
    const place = { key, item };
    if (typeof value === 'string') {
      const { line } = guest.settings.setting(key)!;
      guest.warn(place, `${guest.settings.source}:${line}:0: warning: value is not a list`);
      guest.refuse(place, 'Failed to get vsnd card list: Invalid argument');
    }
    const { card, items } = parseSoundCard(leadingStrings(value), guest.release);
    for (const spec of items) judge(guest, place, spec);
    return { devid: item, ...card };
  });
  put(guest, 'vsnds', cards);
}

function framebuffers(guest: Guest): void {
  for (const vfb of read(guest, 'vfb', parseVfb)) addFramebuffer(guest, vfb);
}

/** Puts a framebuffer to those there are, with the keyboard that belongs to it. */
export function addFramebuffer(guest: Guest, vfb: Fields): void {
  const vfbs = (guest.config.vfbs ?? []) as readonly Fields[];
  const vkbs = (guest.config.vkbs ?? []) as readonly Fields[];
  guest.config.vfbs = [...vfbs, { devid: vfbs.length, ...vfb }];
  guest.config.vkbs = [...vkbs, { devid: vkbs.length }];
}

/** Keyboards come after those of the framebuffers. */
function keyboards(guest: Guest): void {
  const before = (guest.config.vkbs ?? []) as readonly Fields[];
  put(guest, 'vkbs', withIds([...before, ...read(guest, 'vkb', parseVkb)]));
}
