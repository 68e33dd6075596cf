import { attributeOf } from './attributes';
import { callBuiltin } from './builtins';
import { type Arguments, callValue } from './calls';
import type { Machine } from './machine';
import { repr } from './text';
import { integer, isText, PyError, type StrValue, str, type Value } from './values';

/** Functions of `string` that are methods of their first argument. */
const METHODS = new Set(
  (
    'lower upper swapcase strip lstrip rstrip split rsplit find rfind index rindex count replace ljust rjust ' +
    'center expandtabs capitalize translate splitlines'
  ).split(' '),
);
const NUMBERS: Record<string, string> = { atoi: 'int', atol: 'long', atof: 'float' };

/** The functions of the module `string` that are evaluated. */
export const STRING_FUNCTIONS: readonly string[] = [
  ...[...METHODS].filter((name) => name !== 'splitlines'),
  ...Object.keys(NUMBERS),
  'join',
  'joinfields',
  'splitfields',
  'zfill',
  'capwords',
  'maketrans',
];

/** Calls a function of `string`; undefined for one that is not evaluated. */
export function callStringModule(machine: Machine, name: string, given: Arguments): Value | undefined {
  const { node } = given;
  const [first, ...rest] = given.positional;
  if (!first || given.named.size > 0) return undefined;
  const send = (text: Value, method: string, positional: readonly Value[]) =>
    callValue(machine, attributeOf(machine, text, method, node), { positional, named: new Map(), node });
  if (name === 'splitfields') return send(first, 'split', rest);
  if (METHODS.has(name)) return send(first, name, rest);
  const number = NUMBERS[name];
  if (number) {
    if (rest.length > (name === 'atof' ? 0 : 1)) return undefined;
    const positional = name === 'atof' ? [first] : [first, rest[0] ?? integer(10)];
    return callBuiltin(machine, number, { positional, named: new Map(), node });
  }
  switch (name) {
    case 'join':
    case 'joinfields':
      return rest.length > 1 ? undefined : send(rest[0] ?? str(' '), 'join', [first]);
    case 'zfill': {
      const text = isText(first) ? first : str(repr(first) ?? '');
      return rest.length === 1 && (isText(first) || repr(first) !== undefined) ? send(text, 'zfill', rest) : undefined;
    }
    case 'capwords':
      return capwords(first, rest);
    case 'maketrans':
      return table(first, rest);
    default:
      return undefined;
  }
}

function capwords(first: Value, rest: readonly Value[]): Value | undefined {
  if (first.kind !== 'str' || /[^\x00-\x7f]/.test(first.value)) return undefined;
  const [separator] = rest;
  if (separator && separator.kind !== 'str' && separator.kind !== 'none') return undefined;
  const by = separator?.kind === 'str' ? separator.value : undefined;
  if (by === '') throw new PyError('ValueError', 'empty separator');
  const words = by === undefined ? (first.value.match(/[^ \t\n\r\v\f]+/g) ?? []) : first.value.split(by);
  return str(words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()).join(by ?? ' '));
}

/** The 256 bytes of a table for `translate`. */
function table(from: Value, rest: readonly Value[]): Value | undefined {
  const [to] = rest;
  if (rest.length !== 1 || from.kind !== 'str' || to?.kind !== 'str') return undefined;
  if (from.value.length !== to.value.length)
    throw new PyError('ValueError', 'maketrans arguments must have same length');
  const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  for (const [i, c] of [...from.value].entries()) bytes[c.charCodeAt(0)] = to.value[i]!;
  return { kind: 'str', value: bytes.join('') } satisfies StrValue;
}
