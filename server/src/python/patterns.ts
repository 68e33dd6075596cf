import { type Arguments, expectArguments } from './calls';
import { type Machine, spend } from './machine';
import {
  asInteger,
  integer,
  isText,
  list,
  type MatchValue,
  NONE,
  PyError,
  type StrValue,
  str,
  tuple,
  unicode,
  type Value,
} from './values';

/** The methods of what `re.search` gives. */
export const MATCH_METHODS: ReadonlySet<string> = new Set(['group', 'groups', 'start', 'end']);

/**
 * A Python pattern as JavaScript's, for the part of the language that means the same in both and whose cost is
 * bounded on this text: no nested repetition, no look-around. Undefined for any other pattern.
 */
export function translatePattern(source: string, flags: bigint, length: number): RegExp | undefined {
  if (/[^\x00-\x7f]/.test(source) || (flags & ~(2n | 8n | 16n)) !== 0n) return undefined;
  const token =
    /\\[dDsSwW.\\/\-+*?()[\]{}|^$"'@:=,%_#<>&~!;nt ]|\[\^?(?:\\[dDsSwW.\\\-\]/^nt]|[^\]\\])+\]|\(\?:|\(\?P<[a-z]\w*>|[()|.^$]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^\\[\](){}|.^$*+?]/gy;
  const out: string[] = [];
  const repeats: boolean[] = [false];
  let unbounded = 0;
  let at = 0;
  for (const match of source.matchAll(token)) {
    at = match.index + match[0].length;
    const text = match[0];
    if (text.startsWith('(')) repeats.push(false);
    if (text === ')') {
      const inner = repeats.pop() ?? false;
      // A repetition of something that repeats can take exponential time.
      if (repeats.length === 0 || (inner && /^[*+{]/.test(source.slice(at)))) return undefined;
      repeats[repeats.length - 1] ||= inner;
    }
    if (/^([*+?]|\{)/.test(text)) {
      repeats[repeats.length - 1] = true;
      if (!text.startsWith('?')) unbounded++;
    }
    if (text.startsWith('[') && /\[|&&|--|~~/.test(text.slice(1))) return undefined;
    out.push(convert(text, (flags & 8n) !== 0n));
  }
  if (at !== source.length || repeats.length !== 1) return undefined;
  if ((length + 1) ** (unbounded + 1) > 5e6) return undefined;
  try {
    return new RegExp(out.join(''), `g${flags & 2n ? 'i' : ''}${flags & 8n ? 'm' : ''}${flags & 16n ? 's' : ''}`);
  } catch {
    return undefined;
  }
}

function convert(text: string, multiline: boolean): string {
  // Python's $ also stands before a last newline; its \s knows ASCII blanks alone.
  if (text === '$' && !multiline) return '(?=\\n?(?![^]))';
  if (text === '.') return '[^\\n]';
  if (text.startsWith('(?P<')) return `(?<${text.slice(4)}`;
  if (text === '\\s') return '[ \\t\\n\\r\\f\\v]';
  if (text === '\\S') return '[^ \\t\\n\\r\\f\\v]';
  if (text.startsWith('[')) return text.replaceAll('\\s', ' \\t\\n\\r\\f\\v');
  if (/^\\[^a-zA-Z0-9]$/.test(text)) return /[\\^$.*+?()[\]{}|/-]/.test(text[1]!) ? text : text[1]!;
  return text;
}

/** `re.search`, `re.match`, `re.sub`, ... on known texts; undefined when the pattern or the call is not evaluated. */
export function callPattern(machine: Machine, name: string, given: Arguments): Value | undefined {
  const [pattern, ...rest] = given.positional;
  const text = rest[name === 'sub' ? 1 : 0];
  if (!pattern || !text) return undefined;
  if (!isText(pattern)) return undefined;
  if (!isText(text)) throw new PyError('TypeError', 'expected string or buffer');
  const flagged = name === 'search' || name === 'match';
  const flags = flagged && rest[1] ? asInteger(rest[1]) : 0n;
  if (flags === undefined || rest.length > (flagged || name === 'sub' ? 2 : 1)) return undefined;
  const regex = translatePattern(pattern.value, flags, text.value.length);
  if (!regex || (flags & 16n && /(?<!\\)\./.test(pattern.value))) return undefined;
  spend(machine, 10 + text.value.length);
  const make = (value: string) => ({ kind: text.kind, value }) as StrValue;
  const matches = [...text.value.matchAll(regex)];
  switch (name) {
    case 'search':
    case 'match': {
      const found =
        name === 'search' ? matches[0] : new RegExp(regex.source, regex.flags.replace('g', 'y')).exec(text.value);
      return found ? matchValue(found, text.kind === 'unicode') : NONE;
    }
    case 'findall': {
      if (matches.some((m) => m[0] === '')) return undefined;
      return list(
        matches.map((m) =>
          m.length > 2 ? tuple(m.slice(1).map((g) => make(g ?? ''))) : make(m[1] ?? m[m.length - 1] ?? ''),
        ),
      );
    }
    case 'sub': {
      const by = rest[0]!;
      if (!isText(by) || by.value.includes('\\') || matches.some((m) => m[0] === '')) return undefined;
      return make(text.value.replace(regex, () => by.value));
    }
    default:
      if (matches.some((m) => m[0] === '' || m.length > 1)) return undefined;
      return list(text.value.split(regex).map(make));
  }
}

function matchValue(found: RegExpExecArray, wide: boolean): MatchValue {
  return { kind: 'match', groups: [...found], start: found.index, unicode: wide };
}

/** Calls a method of a match; undefined for what is not evaluated. */
export function callMatchMethod(self: MatchValue, name: string, given: Arguments): Value | undefined {
  const make = (text: string | undefined): Value =>
    text === undefined ? NONE : self.unicode ? unicode(text) : str(text);
  if (name === 'groups') {
    expectArguments(name, given, 0, 1);
    if (given.positional.length > 0) return undefined;
    return tuple(self.groups.slice(1).map(make));
  }
  if (name === 'group') {
    const wanted = given.positional.length > 0 ? given.positional : [integer(0)];
    const found = wanted.map((index) => group(self, index));
    if (found.some((one) => one === null)) return undefined;
    const values = found.map((one) => make(one ?? undefined));
    return values.length === 1 ? values[0]! : tuple(values);
  }
  if (given.positional.length > 0) return undefined;
  return integer(self.start + (name === 'end' ? self.groups[0]!.length : 0));
}

function group(self: MatchValue, index: Value): string | undefined | null {
  if (isText(index)) return null;
  const number = asInteger(index);
  if (number === undefined || number < 0n || number >= BigInt(self.groups.length)) {
    if (number === undefined) return null;
    throw new PyError('IndexError', 'no such group');
  }
  return self.groups[Number(number)];
}
