import { matchMember } from '../schema/enums';
import { addFramebuffer } from './devices';
import { type Fields, int32 } from './fields';
import type { Guest } from './guest';
import { type Kind, plain, type Step, step, type When } from './step';
import { invalidValue, word } from './word';

/** VNC and SDL keys of the top level, in xl's order, with where they go in a framebuffer. */
const SCREEN: readonly (readonly [Kind, string, string])[] = [
  ['flag', 'vnc', 'vnc.enable'],
  ['text', 'vnclisten', 'vnc.listen'],
  ['text', 'vncpasswd', 'vnc.passwd'],
  ['int', 'vncdisplay', 'vnc.display'],
  ['flag', 'vncunused', 'vnc.findunused'],
  ['flag', 'sdl', 'sdl.enable'],
  ['flag', 'opengl', 'sdl.opengl'],
  ['text', 'display', 'sdl.display'],
  ['text', 'xauthority', 'sdl.xauthority'],
];

/** The part of the domain in which a framebuffer is put together before it is added. */
const FRAMEBUFFER: readonly Step[] = [
  ...SCREEN.map(([kind, key, to]) => plain(kind, key, `framebuffer.${to}`)),
  plain('text', 'keymap', 'framebuffer.keymap'),
];

const TOP_LEVEL: readonly Step[] = SCREEN.map(([kind, key, to]) => plain(kind, key, `hvm.${to}`));

/** 4.4 reads no more than this for all guests: the rest of the screen belongs to HVM's devices. */
const VNC_KEYS = 5;

function screenSteps(guest: Guest, steps: readonly Step[]): readonly Step[] {
  return guest.release < 405 ? steps.slice(0, VNC_KEYS) : steps;
}

/** The screen of a guest. */
export const DISPLAY: readonly Step[] = [
  step([...SCREEN.map(([, key]) => key), 'keymap'], screen, { since: 404 }),
  plain('flag', 'dm_restrict', 'build.dm_restrict'),
];

/** PV guests without `vfb` get one if `vnc` says so; for all others the keys go into the place of HVM's screen. */
function screen(guest: Guest): void {
  if (guest.type !== 'pv' || guest.config.vfbs !== undefined) {
    for (const { take } of screenSteps(guest, TOP_LEVEL)) take(guest);
    return;
  }
  const vnc = guest.settings.long('vnc');
  if (vnc === undefined || (int32(vnc) === 0 && vnc === 0n)) return;
  for (const { take } of screenSteps(guest, FRAMEBUFFER)) take(guest);
  addFramebuffer(guest, guest.framebuffer);
}

const HVM = { types: ['hvm'] } as const satisfies When;

/** Screen, input and other devices that an HVM guest's device model emulates. */
export const HVM_DEVICES: readonly Step[] = [
  step(['vga', 'stdvga'], vga, HVM),
  step('hdtype', hdtype, HVM),
  ...TOP_LEVEL.slice(0, VNC_KEYS).map((row) => ({ ...row, ...HVM, until: 403 })),
  plain('text', 'keymap', 'hvm.keymap', HVM),
  plain('flag', 'sdl', 'hvm.sdl.enable', { ...HVM, until: 404 }),
  plain('flag', 'opengl', 'hvm.sdl.opengl', { ...HVM, until: 404 }),
  plain('flag', 'spice', 'hvm.spice.enable', HVM),
  plain('int', 'spiceport', 'hvm.spice.port', HVM),
  plain('int', 'spicetls_port', 'hvm.spice.tls_port', HVM),
  plain('text', 'spicehost', 'hvm.spice.host', HVM),
  plain('flag', 'spicedisable_ticketing', 'hvm.spice.disable_ticketing', HVM),
  plain('text', 'spicepasswd', 'hvm.spice.passwd', HVM),
  plain('flag', 'spiceagent_mouse', 'hvm.spice.agent_mouse', HVM),
  plain('flag', 'spicevdagent', 'hvm.spice.vdagent', HVM),
  plain('flag', 'spice_clipboard_sharing', 'hvm.spice.clipboard_sharing', HVM),
  plain('int', 'spiceusbredirection', 'hvm.spice.usbredirection', HVM),
  plain('text', 'spice_image_compression', 'hvm.spice.image_compression', HVM),
  plain('text', 'spice_streaming_video', 'hvm.spice.streaming_video', HVM),
  plain('flag', 'nographic', 'hvm.nographic', HVM),
  step('gfx_passthru', graphicsPassthrough, HVM),
  step('serial', (guest) => oneOrMore(guest, 'serial'), HVM),
  plain('text', 'boot', 'hvm.boot', HVM),
  plain('flag', 'usb', 'hvm.usb', HVM),
  plain('int', 'usbversion', 'hvm.usbversion', HVM),
  step('usbdevice', (guest) => oneOrMore(guest, 'usbdevice'), HVM),
  plain('flag', 'vkb_device', 'hvm.vkb_device', HVM),
  plain('text', 'soundhw', 'hvm.soundhw', HVM),
  plain('flag', 'xen_platform_pci', 'hvm.xen_platform_pci', HVM),
  plain('flag', 'xen_platform_pci_bar_uc', 'hvm.xen_platform_pci_bar_uc', HVM),
  step(['vnclisten', 'vncdisplay'], displayTwice, { ...HVM, since: 403 }),
  word('vendor_device', {
    words: 'vendor_device',
    to: 'hvm.vendor_device',
    refusal: (text) => `xl: unknown vendor_device '${text}'`,
    ...HVM,
  }),
];

/** libxl's names of the graphics cards, where they are other ones than xl's. */
const VGA_NAMES: Readonly<Record<string, string>> = { stdvga: 'std' };

function vga(guest: Guest): void {
  const key = 'vga';
  const text = guest.release >= 403 ? guest.settings.string(key) : undefined;
  const card = guest.hvm.vga as Fields;
  if (text === undefined) {
    const std = guest.settings.long('stdvga');
    if (std !== undefined) card.kind = std === 0n ? 'cirrus' : 'std';
    return;
  }
  const member = matchMember(key, text, guest.release);
  if (!member) guest.refuse({ key }, `Unknown vga "${text}" specified`);
  card.kind = VGA_NAMES[member.value] ?? member.value;
}

function hdtype(guest: Guest): void {
  const key = 'hdtype';
  const text = guest.settings.string(key);
  if (text === undefined) return;
  const member = matchMember(key, text, guest.release);
  if (!member) guest.refuse({ key }, invalidValue(key)(text));
  guest.hvm[key] = member.value;
}

function graphicsPassthrough(guest: Guest): void {
  const key = 'gfx_passthru';
  const number = guest.settings.long(key, guest.release >= 407 ? 'quiet' : 'loud');
  const text = number === undefined && guest.release >= 407 ? guest.settings.string(key) : undefined;
  if (number !== undefined) guest.hvm[key] = number !== 0n;
  else if (text !== undefined) {
    const member = matchMember('gfx_passthru_kind', text, guest.release);
    if (!member) guest.refuse({ key }, invalidValue(key)(text));
    guest.hvm.gfx_passthru_kind = member.value;
    guest.hvm[key] = true;
  }
}

/** The first releases in which the keys may be lists. */
const LISTS_SINCE = { serial: 405, usbdevice: 403 };

function oneOrMore(guest: Guest, key: 'serial' | 'usbdevice'): void {
  const list = guest.release >= LISTS_SINCE[key] ? guest.settings.strings(key, 'quiet') : undefined;
  if (list) guest.hvm[`${key}_list`] = list;
  else {
    const text = guest.settings.string(key);
    if (text !== undefined) guest.hvm[key] = text;
  }
}

function displayTwice(guest: Guest): void {
  const { listen, display } = guest.hvm.vnc as Fields;
  if (typeof listen === 'string' && listen.includes(':') && display) {
    guest.refuse({ key: 'vncdisplay' }, 'ERROR: Display specified both in vnclisten and vncdisplay!');
  }
}
