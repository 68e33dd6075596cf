import { type Arguments, expectArguments } from './calls';
import { decodeBytes, encodeText } from './codecs';
import type { Machine } from './machine';
import { spend } from './machine';
import { formatBraces } from './strformat';
import { type Method, same, WHITE } from './string-arguments';
import { expandTabs, join, justify, replace, strip, translate, zfill } from './string-changes';
import { affix, count, find, isIn, partition, split, splitlines } from './string-search';
import { sameKind, textOf } from './text';
import { bool, isText, type StrValue, type Value } from './values';

const isLower = (c: string) => c >= 'a' && c <= 'z';
const isUpper = (c: string) => c >= 'A' && c <= 'Z';
const isLetter = (c: string) => isLower(c) || isUpper(c);
const isDigit = (c: string) => c >= '0' && c <= '9';
const upper = (s: string) => s.replace(/[a-z]/g, (c) => c.toUpperCase());
const lower = (s: string) => s.replace(/[A-Z]/g, (c) => c.toLowerCase());
const swap = (s: string) => s.replace(/[a-zA-Z]/g, (c) => (isUpper(c) ? lower(c) : upper(c)));
const title = (s: string) => s.replace(/[a-zA-Z]+/g, (word) => upper(word[0]!) + lower(word.slice(1)));
const every =
  (test: (c: string) => boolean): Method =>
  (text) =>
    bool(text.value !== '' && [...text.value].every(test));

const cased =
  (test: (s: string) => string): Method =>
  (text) =>
    bool(/[a-zA-Z]/.test(text.value) && test(text.value) === text.value);

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
  // to unicode texts these are blanks, too
  if (text.kind === 'unicode' && /[\x1c-\x1f]/.test(text.value) && /strip|split|isspace/.test(name)) return undefined;
  expectArguments(name, given, method[0], method[1]);
  spend(machine, 1 + (text.value.length >> 8));
  const wide = given.positional.find((value) => value.kind === 'unicode');
  const stays = name === 'join' || (name === 'replace' && !isText(given.positional[0]!));
  const self = wide && text.kind === 'str' && !stays ? textOf('unicode', sameKind(text, wide as StrValue).a) : text;
  return method[2](self, given.positional, machine);
}
