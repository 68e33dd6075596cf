import type { Claim, Place } from '../rules/across';
import type { FileContext } from '../rules/context';
import { numberOf } from '../rules/numbers';
import type { Span } from '../syntax/span';
import { parseVfb } from '../syntax/specs';
import { isValueOf, partOf } from './device-claims';
import { listTexts, scalarText, type Text } from './texts';

/** VNC's display 0. */
const VNC_BASE = 5900;
/** Where libxl binds VNC when nothing else is said; SPICE is bound to every address. */
const VNC_LISTEN = '127.0.0.1';
const EVERY_ADDRESS = '0.0.0.0';

/** Gives a thing its place, which is looked up when somebody asks. */
export type PutAt = <Thing extends object>(thing: Thing, span: () => Span) => Thing & { readonly place: Place };

/** What a file says of one VNC screen. */
interface Screen {
  readonly display: number | undefined;
  /** Undefined where the file leaves it to libxl. */
  readonly search: boolean | undefined;
  readonly listen: string | undefined;
  /** Where the display stands, or else what fixes it. */
  readonly place: () => Span;
  readonly written: boolean;
}

/**
 * The ports that a guest's file names for its screens. libxl 4.17 lets the device model look for a free display, from
 * the named one on, unless `vncunused` says no: who says yes means no particular port.
 */
export function portClaims(file: FileContext, placed: PutAt): Claim[] {
  const screens = file.guestType === 'hvm' ? [topLevel(file)] : [...framebuffers(file)];
  const claims = screens.flatMap((screen) => (screen ? vncClaim(screen, placed) : []));
  return file.guestType === 'hvm' ? [...claims, ...spiceClaims(file, placed)] : claims;
}

function vncClaim({ display, search, listen, place, written }: Screen, placed: PutAt): Claim[] {
  const own = /^(.*):(\d{1,5})$/.exec(listen ?? '');
  const number = own ? Number(own[2]) : (display ?? 0);
  const named = own !== null || (display !== undefined && display > 0);
  if (search === true || (search === undefined && !named) || number < 0) return [];
  const address = (own ? own[1] : listen) || VNC_LISTEN;
  const port = { use: 'vnc', listen: address, number, firm: search === false } as const;
  return [placed({ kind: 'port', id: String(VNC_BASE + number), written: written && !own, port }, place)];
}

function topLevel(file: FileContext): Screen | undefined {
  if (numberAt(file, 'vnc') === 0) return undefined;
  return screenOfKeys(file);
}

/** The screen that the keys of the top level describe. */
function screenOfKeys(file: FileContext): Screen | undefined {
  const display = scalarText(file, 'vncdisplay');
  const listen = scalarText(file, 'vnclisten');
  const unused = scalarText(file, 'vncunused');
  const search = numberAt(file, 'vncunused');
  const place = display ?? (listen?.text.includes(':') ? listen : unused);
  if (!place) return undefined;
  return {
    display: numberAt(file, 'vncdisplay'),
    search: search === undefined ? undefined : search !== 0,
    listen: listen?.text,
    place: () => place.span(),
    written: place === display && place.written,
  };
}

function numberAt(file: FileContext, key: string): number | undefined {
  const number = numberOf(scalarText(file, key)?.text ?? '');
  return number === undefined ? undefined : Number(number);
}

/** The framebuffers of a guest without a machine of its own: those of `vfb`, or the one that the keys make. */
function* framebuffers(file: FileContext): Iterable<Screen> {
  const list = listTexts(file, 'vfb');
  if (list.texts.length === 0) {
    const screen = file.guestType === 'pv' && numberAt(file, 'vnc') ? screenOfKeys(file) : undefined;
    if (screen) yield screen;
  }
  for (const [index, text] of list.texts.entries()) {
    const spec = parseVfb(text, file.release);
    const vnc = spec.device.vnc as { enable?: boolean; display?: number; findunused?: boolean; listen?: string };
    if (vnc?.enable === false || !vnc) continue;
    yield {
      display: vnc.display,
      search: vnc.findunused,
      listen: vnc.listen,
      place: () => list.span(index, partOf(spec, isValueOf('vncdisplay'))),
      written: list.written && vnc.display !== undefined,
    };
  }
}

function* spiceClaims(file: FileContext, placed: PutAt): Iterable<Claim> {
  if (!numberAt(file, 'spice')) return;
  const listen = scalarText(file, 'spicehost')?.text || EVERY_ADDRESS;
  for (const key of ['spiceport', 'spicetls_port']) {
    const text: Text | undefined = scalarText(file, key);
    const number = numberAt(file, key);
    if (!text || !number || number < 0) continue;
    const port = { use: 'spice', listen, number, firm: true } as const;
    yield placed({ kind: 'port', id: String(number), written: text.written, port }, () => text.span());
  }
}
