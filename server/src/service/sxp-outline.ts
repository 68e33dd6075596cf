import { childOf, headOf, listsIn, type SxpList, type SxpNode, type SxpText, textOf } from '../formats/sxp/tree';
import { type OutlineSymbol, type SymbolKind, shortened } from './outline';
import type { SxpFile } from './sxp';

/** What a class of devices is, and the fields that tell one device from another. */
interface DeviceKind {
  readonly kind: SymbolKind;
  readonly detail: readonly string[];
}

const DISK: DeviceKind = { kind: 'disk', detail: ['dev', 'uname'] };

/** The classes of devices that xend has; others show no main value. */
const DEVICES: Readonly<Record<string, DeviceKind>> = {
  vbd: DISK,
  tap: DISK,
  tap2: DISK,
  vif: { kind: 'network', detail: ['mac', 'bridge'] },
  vif2: { kind: 'network', detail: ['front_mac', 'bridge'] },
  vfb: { kind: 'device', detail: ['type', 'vnclisten', 'vncdisplay'] },
  console: { kind: 'device', detail: ['protocol'] },
  vtpm: { kind: 'device', detail: ['backend', 'pref_instance'] },
  ioports: { kind: 'device', detail: ['from', 'to'] },
  irq: { kind: 'device', detail: ['irq'] },
};

/** Lists within lists are shown that deep: xend's own files have six levels. */
const DEEPEST = 10;

/**
 * The forms of a file in the order of the text: a domain by its name, each device by its class and main value, every
 * other list by its head, with what stands in them.
 * @param most how many symbols there are to be, about
 */
export function sxpOutline({ tree }: SxpFile, most = Number.POSITIVE_INFINITY): OutlineSymbol[] {
  const room = { left: most };
  return tree.forms.flatMap((form) => (form.kind === 'list' ? symbolsOf(form, room, 1) : []));
}

/** How many more symbols are wanted. */
interface Room {
  left: number;
}

/** A list's symbol; a list that begins with another one has no name, and those in it stand in its place. */
function symbolsOf(list: SxpList, room: Room, depth: number): OutlineSymbol[] {
  if (room.left <= 0 || depth > DEEPEST) return [];
  const head = headOf(list);
  if (!head) return listsIn(list).flatMap((inner) => symbolsOf(inner, room, depth + 1));
  if (head.text.trim() === '') return [];
  room.left--;
  const { span } = list;
  const wrapped = head.text === 'device' || head.text === 'image' ? listsIn(list)[0] : undefined;
  const inner = wrapped && headOf(wrapped);
  if (wrapped && inner?.text.trim()) {
    const children = childrenOf(wrapped, room, depth + 1);
    const named = { span, nameSpan: inner.span, children };
    if (head.text === 'image') return [{ name: 'image', kind: 'list', ...withDetail(inner.text), ...named }];
    const { kind, detail } = DEVICES[inner.text] ?? { kind: 'device', detail: [] };
    return [{ name: shortened(inner.text), kind, ...withDetail(mainValue(wrapped, detail)), ...named }];
  }
  const children = childrenOf(list, room, depth);
  if (depth === 1 && (head.text === 'domain' || head.text === 'vm')) {
    const name = textOf(childOf(list, 'name')) ?? textOf(childOf(list, 'name_label'));
    const shownName = name?.text.trim() ? name : head;
    return [
      {
        name: shortened(shownName.text),
        kind: 'guest',
        span,
        nameSpan: shownName.span,
        children,
        ...withDetail(head.text),
      },
    ];
  }
  const kind = children.length > 0 ? 'list' : 'setting';
  return [{ name: shortened(head.text), kind, span, nameSpan: head.span, children, ...withDetail(textsIn(list)) }];
}

function childrenOf(list: SxpList, room: Room, depth: number): OutlineSymbol[] {
  return listsIn(list).flatMap((child) => symbolsOf(child, room, depth + 1));
}

function mainValue(device: SxpList, fields: readonly string[]): string {
  if (headOf(device)?.text === 'pci') return listsIn(device).flatMap(pciAddress).join(' ');
  const values = fields.map((field) => textOf(childOf(device, field))?.text ?? '');
  return values.filter((value) => value !== '').join(' ');
}

/** A PCI device as xl writes it; the numbers of a `dev` list are hexadecimal. */
function pciAddress(device: SxpList): string[] {
  if (headOf(device)?.text !== 'dev') return [];
  const digits = (field: string, width: number) =>
    (textOf(childOf(device, field))?.text ?? '0').replace(/^0x/i, '').padStart(width, '0');
  return [`${digits('domain', 4)}:${digits('bus', 2)}:${digits('slot', 2)}.${digits('func', 1)}`];
}

/** What a list says beside its head and its lists. */
function textsIn(list: SxpList): string {
  const texts = list.items.slice(1, 20).filter((item: SxpNode): item is SxpText => item.kind === 'text');
  return texts.map(({ text }) => text).join(' ');
}

function withDetail(text: string): { detail?: string } {
  return text === '' ? {} : { detail: shortened(text) };
}
