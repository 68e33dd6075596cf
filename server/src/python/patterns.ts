import { type Arguments, callValue } from './calls';
import { type Machine, spend } from './machine';
import { matchValue } from './matches';
import { type Found, Matcher } from './regex-match';
import { readPattern } from './regex-parse';
import type { Pattern } from './regex-parts';
import { templateOf } from './regex-templates';
import { MAX_TEXT } from './text';
import {
  asInteger,
  integer,
  isText,
  list,
  NONE,
  OutOfSteps,
  PyError,
  type StrValue,
  str,
  textKindOf,
  tuple,
  type UnknownValue,
  type Value,
} from './values';

/** The methods of a compiled pattern that are evaluated. */
export const PATTERN_METHODS: ReadonlySet<string> = new Set(['search', 'match', 'findall', 'sub', 'subn', 'split']);

/** What a call of `re` works on. */
interface Task {
  readonly machine: Machine;
  readonly given: Arguments;
  readonly pattern: Pattern;
  readonly matcher: Matcher;
  readonly text: StrValue;
}

/** The parameters of each function, behind the pattern. */
const PARAMETERS: Record<string, readonly string[]> = {
  search: ['string', 'flags'],
  match: ['string', 'flags'],
  findall: ['string', 'flags'],
  split: ['string', 'maxsplit', 'flags'],
  sub: ['repl', 'string', 'count', 'flags'],
  subn: ['repl', 'string', 'count', 'flags'],
};

/** `re.search`, `re.sub`, `pattern.match` and the like; undefined when the pattern or the call is not evaluated. */
export function callPattern(machine: Machine, name: string, given: Arguments): Value | undefined {
  const [first, ...rest] = given.positional;
  if (name === 'escape') return first && rest.length === 0 ? escaped(first) : undefined;
  if (name === 'compile') return first && given.named.size === 0 ? compiled(first, rest) : undefined;
  const names = PARAMETERS[name];
  if (!names || rest.length > names.length) return undefined;
  const own = first ?? given.named.get('pattern');
  const values = new Map(rest.map((value, i) => [names[i]!, value]));
  for (const [key, value] of given.named) {
    if (key === 'pattern' && !first) continue;
    if (!names.includes(key) || values.has(key)) return undefined;
    values.set(key, value);
  }
  const flags = asInteger(values.get('flags') ?? integer(0));
  const text = values.get('string');
  // A compiled pattern's methods take places in the text where the functions take flags.
  if (!own || !text || flags === undefined || (own.kind === 'pattern' && values.has('flags'))) return undefined;
  const source = own.kind === 'pattern' ? own.source : own;
  if (!isText(source)) return undefined;
  const pattern = readPattern(source.value, own.kind === 'pattern' ? own.flags : flags);
  if (!pattern) return undefined;
  if (!isText(text)) throw new PyError('TypeError', 'expected string or buffer');
  if (text.kind === 'unicode' && /[^\x00-\x7f]/.test(text.value)) return undefined;
  const matcher = new Matcher(pattern, text.value, (steps) => {
    if (steps === Number.POSITIVE_INFINITY) throw new OutOfSteps();
    spend(machine, steps / 8);
  });
  return run(name, { machine, given, pattern, matcher, text }, values);
}

function run(name: string, task: Task, values: ReadonlyMap<string, Value>): Value | undefined {
  const { matcher, pattern, text } = task;
  switch (name) {
    case 'search':
    case 'match': {
      const found = name === 'search' ? matcher.search(0) : matcher.match(0);
      return found ? matchValue(found, text, pattern) : NONE;
    }
    case 'findall': {
      const make = (group: Found[number]) => textKindOf(text, group ? text.value.slice(...group) : '');
      return list(
        allMatches(matcher).map((found) => {
          const groups = found.length > 1 ? found.slice(1) : [found[0]];
          return groups.length === 1 ? make(groups[0]) : tuple(groups.map(make));
        }),
      );
    }
    case 'split':
      return split(task, values.get('maxsplit'));
    default:
      return substitute(task, name, values.get('repl'), values.get('count'));
  }
}

/** Every match, each behind the one before; behind an empty one a character is passed over. */
function allMatches(matcher: Matcher): Found[] {
  const all: Found[] = [];
  for (let at = 0; at <= matcher.text.length; ) {
    const found = matcher.search(at);
    if (!found) break;
    all.push(found);
    const [start, end] = found[0]!;
    at = start === end ? end + 1 : end;
  }
  return all;
}

function split({ matcher, text }: Task, limit: Value | undefined): Value | undefined {
  const most = limit ? asInteger(limit) : 0n;
  if (most === undefined) return undefined;
  const parts: Value[] = [];
  let last = 0;
  let count = 0n;
  for (const found of allMatches(matcher)) {
    const [start, end] = found[0]!;
    if (start === end) continue;
    if (most > 0n && count >= most) break;
    parts.push(textKindOf(text, text.value.slice(last, start)));
    for (const group of found.slice(1)) parts.push(group ? textKindOf(text, text.value.slice(...group)) : NONE);
    last = end;
    count++;
  }
  return list([...parts, textKindOf(text, text.value.slice(last))]);
}

function substitute(task: Task, name: string, by: Value | undefined, limit: Value | undefined): Value | undefined {
  const { matcher, text } = task;
  const most = limit ? asInteger(limit) : 0n;
  const replacement = by && replacer(task, by);
  if (most === undefined || !replacement) return undefined;
  let out = '';
  let at = 0;
  let count = 0n;
  for (const found of allMatches(matcher)) {
    if (most > 0n && count >= most) break;
    const [start, end] = found[0]!;
    // An empty match right behind another one does not count.
    if (start === end && start === at && count > 0n) continue;
    const piece = replacement(found);
    if (typeof piece !== 'string') return piece;
    out += text.value.slice(at, start) + piece;
    if (out.length > MAX_TEXT) throw new OutOfSteps();
    at = end;
    count++;
  }
  const result = textKindOf(text, out + text.value.slice(at));
  return name === 'sub' ? result : tuple([result, integer(count)]);
}

/** What stands in the place of each match; undefined for a replacement that is not evaluated. */
function replacer(task: Task, by: Value): ((found: Found) => string | UnknownValue | undefined) | undefined {
  const { machine, given, pattern, text } = task;
  if (isText(by))
    return by.kind === 'unicode' && text.kind === 'str' ? undefined : templateOf(by.value, pattern, text.value);
  if (by.kind !== 'callable') return undefined;
  return (found) => {
    const call = { positional: [matchValue(found, text, pattern)], named: new Map(), node: given.node };
    const piece = callValue(machine, by, call);
    if (piece.kind === 'unknown') return piece;
    if (piece.kind === 'str') return piece.value;
    return piece.kind === 'none' ? '' : undefined;
  };
}

function escaped(text: Value): Value | undefined {
  if (text.kind !== 'str') return undefined;
  return str(text.value.replace(/[^a-zA-Z0-9]/g, (c) => (c === '\0' ? '\\000' : `\\${c}`)));
}

function compiled(source: Value, rest: readonly Value[]): Value | undefined {
  const flags = rest[0] ? asInteger(rest[0]) : 0n;
  if (source.kind === 'pattern' && rest.length === 0) return source;
  if (!isText(source) || flags === undefined || rest.length > 1 || !readPattern(source.value, flags)) return undefined;
  return { kind: 'pattern', source, flags };
}
