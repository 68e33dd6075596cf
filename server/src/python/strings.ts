import { type Arguments, expectArguments } from './calls';
import { decodeBytes, encodeText } from './codecs';
import { knownItemsOf } from './iteration';
import type { Machine } from './machine';
import { spend } from './machine';
import { formatBraces } from './strformat';
import { MAX_TEXT, sameKind, textOf } from './text';
import {
  asInteger,
  bool,
  Hidden,
  integer,
  integerArgument,
  isText,
  list,
  OutOfSteps,
  PyError,
  type StrValue,
  tuple,
  typeName,
  unknown,
  type Value,
} from './values';

type Method = (text: StrValue, given: readonly Value[], machine: Machine) => Value;

const WHITE = ' \t\n\r\x0b\x0c';
const isLower = (c: string) => c >= 'a' && c <= 'z';
const isUpper = (c: string) => c >= 'A' && c <= 'Z';
const isLetter = (c: string) => isLower(c) || isUpper(c);
const isDigit = (c: string) => c >= '0' && c <= '9';
const upper = (s: string) => s.replace(/[a-z]/g, (c) => c.toUpperCase());
const lower = (s: string) => s.replace(/[A-Z]/g, (c) => c.toLowerCase());
const swap = (s: string) => s.replace(/[a-zA-Z]/g, (c) => (isUpper(c) ? lower(c) : upper(c)));
const title = (s: string) => s.replace(/[a-zA-Z]+/g, (word) => upper(word[0]!) + lower(word.slice(1)));
const same = (text: StrValue, value: string) => textOf(text.kind, value);

function wantText(value: Value | undefined, text: StrValue): string {
  if (!value || !isText(value)) {
    const wide = `coercing to Unicode: need string or buffer, ${value ? typeName(value) : 'NULL'} found`;
    throw new PyError(
      'TypeError',
      text.kind === 'unicode' ? wide : 'expected a string or other character buffer object',
    );
  }
  return value.kind === text.kind ? value.value : sameKind(value, text).a;
}

function wantNumber(value: Value | undefined, missing: number): number {
  if (value === undefined) return missing;
  return clamped(integerArgument(value));
}

function clamped(number: bigint): number {
  return Number(number > 1_000_000n ? 1_000_000n : number < -1_000_000n ? -1_000_000n : number);
}

const every =
  (test: (c: string) => boolean): Method =>
  (text) =>
    bool(text.value !== '' && [...text.value].every(test));

const cased =
  (test: (s: string) => string): Method =>
  (text) =>
    bool(/[a-zA-Z]/.test(text.value) && test(text.value) === text.value);

function strip(left: boolean, right: boolean): Method {
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

/** The part of a text that `find` and its like look at: its start, and the text up to the end asked for. */
function range(text: StrValue, given: readonly Value[]): { start: number; end: number } {
  const { length } = text.value;
  const from = (value: Value | undefined, missing: number) => {
    if (value === undefined || value.kind === 'none') return missing;
    const number = asInteger(value);
    if (number === undefined)
      throw new PyError('TypeError', 'slice indices must be integers or None or have an __index__ method');
    const at = clamped(number);
    return Math.max(0, at < 0 ? at + length : at);
  };
  return { start: from(given[1], 0), end: Math.min(length, from(given[2], length)) };
}

function find(last: boolean, mustBeThere: boolean): Method {
  return (text, given) => {
    const { start, end } = range(text, given);
    const wanted = wantText(given[0], text);
    const inside = text.value.slice(start, end);
    const at = start > end ? -1 : last ? inside.lastIndexOf(wanted) : inside.indexOf(wanted);
    if (at < 0 && mustBeThere) throw new PyError('ValueError', 'substring not found');
    return integer(at < 0 ? -1 : at + start);
  };
}

function affix(atEnd: boolean): Method {
  return (text, given) => {
    const [wanted] = given;
    const { start, end } = range(text, given);
    const inside = start > end ? undefined : text.value.slice(start, end);
    const options = wanted?.kind === 'tuple' ? wanted.items : [wanted];
    if (wanted && wanted.kind !== 'tuple' && !isText(wanted))
      throw new PyError(
        'TypeError',
        `${atEnd ? 'endswith' : 'startswith'} first arg must be str, unicode, or tuple, not ${typeName(wanted)}`,
      );
    const found = options.some((one) => {
      const affixText = wantText(one, text);
      return inside !== undefined && (atEnd ? inside.endsWith(affixText) : inside.startsWith(affixText));
    });
    return bool(found);
  };
}

function split(fromRight: boolean): Method {
  return (text, [separator, limit], machine) => {
    const most = wantNumber(limit, -1);
    const parts =
      separator === undefined || separator.kind === 'none'
        ? splitWhite(text.value, most, fromRight)
        : splitAt(text.value, wantText(separator, text), most, fromRight);
    spend(machine, parts.length);
    return list(parts.map((part) => same(text, part)));
  };
}

function splitAt(text: string, separator: string, most: number, fromRight: boolean): string[] {
  if (separator === '') throw new PyError('ValueError', 'empty separator');
  const parts = text.split(separator);
  if (most < 0 || parts.length <= most + 1) return parts;
  if (fromRight) {
    const cut = parts.length - most;
    return [parts.slice(0, cut).join(separator), ...parts.slice(cut)];
  }
  return [...parts.slice(0, most), parts.slice(most).join(separator)];
}

/** Words at blanks. Past the limit the rest stays one, with the blanks on its far side. */
function splitWhite(text: string, most: number, fromRight: boolean): string[] {
  const words = [...text.matchAll(/[^ \t\n\r\v\f]+/g)];
  if (most < 0 || words.length <= most) return words.map((word) => word[0]);
  if (fromRight) {
    const cut = words.length - most;
    const last = words[cut - 1]!;
    return [text.slice(0, last.index + last[0].length), ...words.slice(cut).map((word) => word[0])];
  }
  return [...words.slice(0, most).map((word) => word[0]), text.slice(words[most]!.index)];
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

const join: Method = (text, [given], machine) => {
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

const replace: Method = (text, [from, to, limit]) => {
  const wanted = wantText(from, text);
  const by = wantText(to, text);
  const most = wantNumber(limit, -1);
  // With a limit Python 2 finds nothing in an empty text, not even the empty text.
  if (text.value === '' && most >= 0) return text;
  const parts = wanted === '' ? ['', ...text.value, ''] : text.value.split(wanted);
  const cut = most < 0 ? parts.length : Math.min(parts.length, most + 1);
  if (text.value.length + (cut - 1) * by.length > 2 * MAX_TEXT) throw new OutOfSteps();
  return same(text, [parts.slice(0, cut).join(by), ...parts.slice(cut)].join(wanted));
};

function partition(last: boolean): Method {
  return (text, [separator]) => {
    const wanted = wantText(separator, text);
    if (wanted === '') throw new PyError('ValueError', 'empty separator');
    const at = last ? text.value.lastIndexOf(wanted) : text.value.indexOf(wanted);
    const cut = [text.value.slice(0, at), wanted, text.value.slice(at + wanted.length)];
    const found = at >= 0 ? cut : last ? ['', '', text.value] : [text.value, '', ''];
    return tuple(found.map((part) => same(text, part)));
  };
}

/** The width that a text is to have. */
function wantWidth(width: Value | undefined, text: StrValue): number {
  // Python has a few bytes of its own beside those of a text
  if (text.kind === 'str' && width && integerArgument(width) > 2n ** 63n - 38n)
    throw new PyError('OverflowError', 'string is too large');
  return wantNumber(width, 0);
}

function wantFiller(fill: Value, text: StrValue, name: string): string {
  if (text.kind === 'str') {
    if (fill.kind === 'str' && fill.value.length === 1) return fill.value;
    const type = fill.kind === 'none' ? 'None' : typeName(fill);
    throw new PyError('TypeError', `${name}() argument 2 must be char, not ${type}`);
  }
  if (!isText(fill)) throw new PyError('TypeError', 'The fill character cannot be converted to Unicode');
  const filler = wantText(fill, text);
  if (filler.length === 1) return filler;
  throw new PyError('TypeError', 'The fill character must be exactly one character long');
}

function justify(name: string, place: (missing: number, width: number) => number): Method {
  return (text, [width, fill]) => {
    const wide = wantNumber(width, 0);
    const filler = fill === undefined ? ' ' : wantFiller(fill, text, name);
    const missing = Math.max(0, wantWidth(width, text) - text.value.length);
    const left = place(missing, wide);
    return same(text, filler.repeat(left) + text.value + filler.repeat(missing - left));
  };
}

const zfill: Method = (text, [width]) => {
  const sign = /^[+-]/.exec(text.value)?.[0] ?? '';
  return same(text, sign + text.value.slice(sign.length).padStart(wantWidth(width, text) - sign.length, '0'));
};

const count: Method = (text, given) => {
  const { start, end } = range(text, given);
  const wanted = wantText(given[0], text);
  if (start > end) return integer(0);
  return integer(wanted === '' ? end - start + 1 : text.value.slice(start, end).split(wanted).length - 1);
};

const splitlines: Method = (text, [keep]) => {
  const lines = text.value.match(/[^\r\n]*(\r\n|\r|\n)|[^\r\n]+/g) ?? [];
  const kept = keep !== undefined && wantNumber(keep, 0) !== 0;
  return list(lines.map((line) => same(text, kept ? line : line.replace(/(\r\n|\r|\n)$/, ''))));
};

/** Words that begin with a capital letter, all other letters small, and at least one of them. */
function isTitle(text: string): boolean {
  let inWord = false;
  let found = false;
  for (const c of text) {
    if (isUpper(c) ? inWord : isLower(c) && !inWord) return false;
    inWord = isLetter(c);
    found ||= inWord;
  }
  return found;
}

const expandTabs: Method = (text, [size]) => {
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

const translate: Method = (text, [table, gone], machine) => {
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

function isIn(text: StrValue, part: Value): Value {
  if (isText(part)) return bool(text.value.includes(wantText(part, text)));
  const message =
    text.kind === 'unicode'
      ? 'coercing to Unicode: need string or buffer'
      : "'in <string>' requires string as left operand, not";
  throw new PyError(
    'TypeError',
    text.kind === 'unicode' ? `${message}, ${typeName(part)} found` : `${message} ${typeName(part)}`,
  );
}

const NOWHERE = { start: 0, end: 0 };

/** Every method of a text that is evaluated, with the fewest and most arguments that Python takes. */
const METHODS: Record<string, readonly [least: number, most: number, run: Method]> = {
  upper: [0, 0, (text) => same(text, upper(text.value))],
  lower: [0, 0, (text) => same(text, lower(text.value))],
  swapcase: [0, 0, (text) => same(text, swap(text.value))],
  title: [0, 0, (text) => same(text, title(text.value))],
  capitalize: [0, 0, (text) => same(text, upper(text.value.slice(0, 1)) + lower(text.value.slice(1)))],
  strip: [0, 1, strip(true, true)],
  lstrip: [0, 1, strip(true, false)],
  rstrip: [0, 1, strip(false, true)],
  find: [1, 3, find(false, false)],
  rfind: [1, 3, find(true, false)],
  index: [1, 3, find(false, true)],
  rindex: [1, 3, find(true, true)],
  startswith: [1, 3, affix(false)],
  endswith: [1, 3, affix(true)],
  split: [0, 2, split(false)],
  rsplit: [0, 2, split(true)],
  splitlines: [0, 1, splitlines],
  join: [1, 1, join],
  replace: [2, 3, replace],
  partition: [1, 1, partition(false)],
  rpartition: [1, 1, partition(true)],
  ljust: [1, 2, justify('ljust', () => 0)],
  rjust: [1, 2, justify('rjust', (missing) => missing)],
  center: [1, 2, justify('center', (missing, width) => (missing >> 1) + (missing & width & 1))],
  zfill: [1, 1, zfill],
  count: [1, 3, count],
  isdigit: [0, 0, every(isDigit)],
  isalpha: [0, 0, every(isLetter)],
  isalnum: [0, 0, every((c) => isLetter(c) || isDigit(c))],
  isspace: [0, 0, every((c) => WHITE.includes(c))],
  isupper: [0, 0, cased(upper)],
  islower: [0, 0, cased(lower)],
  istitle: [0, 0, (text) => bool(isTitle(text.value))],
  expandtabs: [0, 1, expandTabs],
  translate: [1, 2, translate],
  __contains__: [1, 1, (text, [part]) => isIn(text, part!)],
  encode: [0, 2, (text, [name, errors]) => encodeText(text, name, errors)],
  decode: [0, 2, (text, [name, errors]) => decodeBytes(text, name, errors)],
};

/** The names that a text answers to; those that are not evaluated give an unknown value. */
export const STRING_METHODS: ReadonlySet<string> = new Set([...Object.keys(METHODS), 'format']);

/** Calls a method of a text with known arguments; undefined when it is one that is not evaluated. */
export function callStringMethod(machine: Machine, text: StrValue, name: string, given: Arguments): Value | undefined {
  if (name === 'format') return formatBraces(machine, text, given);
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!method) return undefined;
  // Beyond ASCII, unicode texts have rules of their own; bytes have not.
  if (text.kind === 'unicode' && /[^\x00-\x7f]/.test(text.value) && !/^(join|encode|replace|find)$/.test(name))
    return undefined;
  expectArguments(name, given, method[0], method[1]);
  spend(machine, 1 + (text.value.length >> 8));
  const wide = given.positional.find((value) => value.kind === 'unicode');
  const self =
    wide && text.kind === 'str' && name !== 'join' ? textOf('unicode', sameKind(text, wide as StrValue).a) : text;
  return method[2](self, given.positional, machine);
}
