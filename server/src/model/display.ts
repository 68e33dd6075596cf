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

/** The screen of a guest. */
export const DISPLAY: readonly Step[] = [
  step([...SCREEN.map(([, key]) => key), 'keymap'], screen),
  plain('flag', 'dm_restrict', 'build.dm_restrict', { since: 409 }),
];

/** PV guests without `vfb` get one if `vnc` says so; for all others the keys go into the place of HVM's screen. */
function screen(guest: Guest): void {
  if (guest.type !== 'pv' || guest.config.vfbs !== undefined) {
    for (const { take } of TOP_LEVEL) take(guest);
    return;
  }
  const vnc = guest.settings.long('vnc');
  if (vnc === undefined || (int32(vnc) === 0 && vnc === 0n)) return;
  for (const { take } of FRAMEBUFFER) take(guest);
  addFramebuffer(guest, guest.framebuffer);
}

const HVM = { types: ['hvm'] } as const satisfies When;

/** Screen, input and other devices that an HVM guest's device model emulates. */
export const HVM_DEVICES: readonly Step[] = [
  step(['vga', 'stdvga'], vga, HVM),
  step('hdtype', hdtype, { ...HVM, since: 408 }),
  plain('text', 'keymap', 'hvm.keymap', HVM),
  plain('flag', 'spice', 'hvm.spice.enable', HVM),
  plain('int', 'spiceport', 'hvm.spice.port', HVM),
  plain('int', 'spicetls_port', 'hvm.spice.tls_port', HVM),
  plain('text', 'spicehost', 'hvm.spice.host', HVM),
  plain('flag', 'spicedisable_ticketing', 'hvm.spice.disable_ticketing', HVM),
  plain('text', 'spicepasswd', 'hvm.spice.passwd', HVM),
  plain('flag', 'spiceagent_mouse', 'hvm.spice.agent_mouse', HVM),
  plain('flag', 'spicevdagent', 'hvm.spice.vdagent', { ...HVM, since: 403 }),
  plain('flag', 'spice_clipboard_sharing', 'hvm.spice.clipboard_sharing', { ...HVM, since: 403 }),
  plain('int', 'spiceusbredirection', 'hvm.spice.usbredirection', { ...HVM, since: 404 }),
  plain('text', 'spice_image_compression', 'hvm.spice.image_compression', { ...HVM, since: 406 }),
  plain('text', 'spice_streaming_video', 'hvm.spice.streaming_video', { ...HVM, since: 406 }),
  plain('flag', 'nographic', 'hvm.nographic', HVM),
  step('gfx_passthru', graphicsPassthrough, HVM),
  step('serial', (guest) => oneOrMore(guest, 'serial'), HVM),
  plain('text', 'boot', 'hvm.boot', HVM),
  plain('flag', 'usb', 'hvm.usb', HVM),
  plain('int', 'usbversion', 'hvm.usbversion', { ...HVM, since: 404 }),
  step('usbdevice', (guest) => oneOrMore(guest, 'usbdevice'), HVM),
  plain('flag', 'vkb_device', 'hvm.vkb_device', { ...HVM, since: 413 }),
  plain('text', 'soundhw', 'hvm.soundhw', HVM),
  plain('flag', 'xen_platform_pci', 'hvm.xen_platform_pci', HVM),
  plain('flag', 'xen_platform_pci_bar_uc', 'hvm.xen_platform_pci_bar_uc', { ...HVM, since: 421 }),
  step(['vnclisten', 'vncdisplay'], displayTwice, HVM),
  word('vendor_device', {
    words: 'vendor_device',
    to: 'hvm.vendor_device',
    refusal: (text) => `xl: unknown vendor_device '${text}'`,
    ...HVM,
    since: 405,
  }),
];

/** libxl's names of the graphics cards, where they are other ones than xl's. */
const VGA_NAMES: Readonly<Record<string, string>> = { stdvga: 'std' };

function vga(guest: Guest): void {
  const key = 'vga';
  const text = guest.settings.string(key);
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
  const number = guest.settings.long(key, 'quiet');
  const text = number === undefined ? guest.settings.string(key) : undefined;
  if (number !== undefined) guest.hvm[key] = number !== 0n;
  else if (text !== undefined) {
    const member = matchMember('gfx_passthru_kind', text, guest.release);
    if (!member) guest.refuse({ key }, invalidValue(key)(text));
    guest.hvm.gfx_passthru_kind = member.value;
    guest.hvm[key] = true;
  }
}

function oneOrMore(guest: Guest, key: 'serial' | 'usbdevice'): void {
  const list = guest.settings.strings(key, 'quiet');
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
