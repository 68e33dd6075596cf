import { knownItemsOf } from './iteration';
import { spend } from './machine';
import { type Method, same, WHITE, wantFiller, wantNumber, wantText, wantWidth } from './string-arguments';
import { MAX_TEXT, sameKind, textOf } from './text';
import { Hidden, isText, OutOfSteps, PyError, type StrValue, typeName, unknown, type Value } from './values';
/** `strip`, `lstrip` and `rstrip`. */
export function strip(left: boolean, right: boolean): Method {
  return (text, [given]) => {
    if (given && given.kind !== 'none' && !isText(given)) {
      const name = left && right ? 'strip' : left ? 'lstrip' : 'rstrip';
      const kinds = text.kind === 'str' ? 'str or unicode' : 'unicode or str';
      throw new PyError('TypeError', `${name} arg must be None, ${kinds}`);
    }
    const chars = given === undefined || given.kind === 'none' ? WHITE : wantText(given, text);
    let start = 0;
    let end = text.value.length;
    while (left && start < end && chars.includes(text.value[start]!)) start++;
    while (right && end > start && chars.includes(text.value[end - 1]!)) end--;
    return same(text, text.value.slice(start, end));
  };
}

const CAN_JOIN = new Set<Value['kind']>([
  'str',
  'unicode',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'xrange',
  'iterator',
  'instance',
  'unknown',
]);

/** `join`. */
export const join: Method = (text, [given], machine) => {
  if (!CAN_JOIN.has(given!.kind)) throw new PyError('TypeError', 'can only join an iterable');
  const items = knownItemsOf(given!, text.from ?? { start: 0, end: 0 });
  if ('kind' in items) return items;
  spend(machine, items.length);
  let joined: StrValue | undefined;
  for (const [i, item] of items.entries()) {
    if (!isText(item)) {
      const wanted = (joined ?? text).kind === 'unicode' || text.kind === 'unicode' ? 'string or Unicode' : 'string';
      throw new PyError('TypeError', `sequence item ${i}: expected ${wanted}, ${typeName(item)} found`);
    }
    if (!joined) joined = item;
    else {
      const first = sameKind(joined, text);
      const second = sameKind(textOf(first.kind, first.a + first.b), item);
      joined = textOf(second.kind, second.a + second.b);
    }
  }
  if (joined && text.kind === 'unicode' && joined.kind === 'str') return textOf('unicode', sameKind(joined, text).a);
  return joined ?? same(text, '');
};

/** `replace`. */
export const replace: Method = (text, [from, to, limit]) => {
  const most = wantNumber(limit, -1);
  const wanted = wantText(from, text);
  const by = wantText(to, text);
  // With a limit Python 2 finds nothing in an empty text, not even the empty text.
  if (text.value === '' && most >= 0) return text;
  const parts = wanted === '' ? ['', ...text.value, ''] : text.value.split(wanted);
  const cut = most < 0 ? parts.length : Math.min(parts.length, most + 1);
  if (text.value.length + (cut - 1) * by.length > 2 * MAX_TEXT) throw new OutOfSteps();
  return same(text, [parts.slice(0, cut).join(by), ...parts.slice(cut)].join(wanted));
};

/** `ljust`, `rjust` and `center`. */
export function justify(name: string, place: (missing: number, width: number) => number): Method {
  return (text, [width, fill]) => {
    const wide = wantNumber(width, 0);
    const filler = fill === undefined ? ' ' : wantFiller(fill, text, name);
    const missing = Math.max(0, wantWidth(width, text) - text.value.length);
    const left = place(missing, wide);
    return same(text, filler.repeat(left) + text.value + filler.repeat(missing - left));
  };
}

/** `zfill`. */
export const zfill: Method = (text, [width]) => {
  const sign = /^[+-]/.exec(text.value)?.[0] ?? '';
  return same(text, sign + text.value.slice(sign.length).padStart(wantWidth(width, text) - sign.length, '0'));
};

/** `expandtabs`. */
export const expandTabs: Method = (text, [size]) => {
  const width = size === undefined ? 8 : wantNumber(size, 8);
  let out = '';
  let column = 0;
  for (const c of text.value) {
    const piece = c !== '\t' ? c : ' '.repeat(width > 0 ? width - (column % width) : 0);
    out += piece;
    column = c === '\n' || c === '\r' ? 0 : column + piece.length;
    if (out.length > MAX_TEXT) throw new OutOfSteps();
  }
  return same(text, out);
};

/** `translate`. */
export const translate: Method = (text, [table, gone], machine) => {
  spend(machine, text.value.length >> 4);
  if (text.kind === 'unicode')
    throw new Hidden(unknown('Xencfg does not translate unicode texts', text.from ?? NOWHERE));
  const by = table!.kind === 'none' ? undefined : wantText(table, text);
  if (by !== undefined && by.length !== 256)
    throw new PyError('ValueError', 'translation table must be 256 characters long');
  const drop = gone === undefined ? '' : wantText(gone, text);
  const kept = [...text.value].filter((c) => !drop.includes(c));
  return same(text, kept.map((c) => by?.[c.charCodeAt(0)] ?? c).join(''));
};

const NOWHERE = { start: 0, end: 0 };
