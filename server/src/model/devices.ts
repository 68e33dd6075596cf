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
  parseVifOutOfRange,
  parseVirtio,
  parseVkb,
  parseVtpm,
  readList,
} from '../syntax/specs';
import { Finder, Splicer } from '../syntax/splicer';
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

/** The specs of a list: not to be changed, as readings are shared. */
function specsOf(guest: Guest, key: string, parse: Parse): readonly DeviceSpec[] {
  const specs = readList(parse, guest.settings.strings(key) ?? [], guest.release, guest.settings.source);
  for (const item of FAULTY.in(specs)) judge(guest, { key, item }, specs[item]!);
  return specs;
}

const FAULTY = new Finder(({ errors }: DeviceSpec) => errors.length > 0);

function read(guest: Guest, key: string, parse: Parse): Fields[] {
  return specsOf(guest, key, parse).map(({ device }) => ({ ...device }));
}

function withIds(devices: readonly Fields[]): Fields[] {
  return devices.map((device, devid) => ({ devid, ...device }));
}

function put(guest: Guest, field: string, devices: readonly Fields[]): void {
  if (devices.length > 0) guest.config[field] = devices;
}

function disks(guest: Guest): void {
  const key = 'disk';
  const specs = readList(parseDisk, guest.settings.strings(key) ?? [], guest.release, guest.settings.source);
  for (const item of FAULTY_DISKS.in(specs)) {
    const spec = specs[item]!;
    const place = { key, item };
    sayErrors(guest, place, spec, spec.rc === 0 ? 'warning' : 'error');
    if (spec.crash) guest.crash(place);
    if (spec.rc !== 0) guest.refuse(place, '');
  }
  put(guest, 'disks', DISKS.of(specs));
}

const FAULTY_DISKS = new Finder(({ errors, rc, crash }: DiskSpec) => errors.length > 0 || rc !== 0 || crash === true);

/** The fields of disks that are set. */
const DISKS = new Splicer(({ disk }: DiskSpec): Readonly<Fields> => {
  const fields: Fields = {};
  const given = disk as unknown as Fields;
  for (const name in given) if (given[name] !== null) fields[name] = given[name];
  return fields;
});

function p9s(guest: Guest): void {
  const key = 'p9';
  let previous: DeviceSpec | undefined;
  const shares = (guest.settings.strings(key) ?? []).map((text, item): Fields => {
    previous = parseP9(text, guest.release, previous);
    if (previous.errors.length > 0) judge(guest, { key, item }, previous);
    return { ...previous.device };
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
  const nics = specsOf(guest, 'vif', guest.settings.outOfRange ? parseVifOutOfRange : parseVif);
  const isPlain = Object.values(defaults).every((value) => value === undefined);
  put(guest, 'nics', isPlain ? NICS.of(nics) : nics.map(({ device }, devid) => ({ ...defaults, devid, ...device })));
}

const NICS = new Splicer(({ device }: DeviceSpec, devid): Readonly<Fields> => ({ devid, ...device }), true);

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
