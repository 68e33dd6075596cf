import { attributeOf } from './attributes';
import type { Arguments } from './calls';
import { fieldOf } from './format-fields';
import type { Machine } from './machine';
import { decodeAscii, hashKey, repr, textOf, toStr } from './text';
import { isText, PyError, type StrValue, type UnknownValue, unknownIn, type Value } from './values';

/** What a running `format` shares: the arguments, and how many fields went without a number. */
interface Task {
  readonly machine: Machine;
  readonly given: Arguments;
  readonly kind: StrValue['kind'];
  automatic: number;
  numbered: boolean;
}

/** `text.format(...)`; unknown when an argument that it uses is, undefined for what is not evaluated. */
export function formatBraces(machine: Machine, text: StrValue, given: Arguments): Value | undefined {
  const task: Task = { machine, given, kind: text.kind, automatic: 0, numbered: false };
  const result = fill(task, text.value, 2);
  return typeof result === 'string' ? textOf(text.kind, result) : result;
}

/** `format(value, spec)`. */
export function formatValue(value: Value, spec: Value | undefined): Value | undefined {
  if (spec && !isText(spec)) return undefined;
  if (value.kind === 'unicode' || spec?.kind === 'unicode') return undefined;
  const text = fieldOf(value, spec?.value ?? '');
  return text === undefined ? undefined : textOf('str', text);
}

function fill(task: Task, text: string, depth: number): string | UnknownValue | undefined {
  if (depth === 0) throw new PyError('ValueError', 'Max string recursion exceeded');
  let out = '';
  for (let at = 0; at < text.length; ) {
    const c = text[at]!;
    if (c !== '{' && c !== '}') {
      out += c;
      at++;
    } else if (text[at + 1] === c) {
      out += c;
      at += 2;
    } else if (c === '}') {
      throw new PyError('ValueError', "Single '}' encountered in format string");
    } else {
      const end = closing(text, at + 1);
      if (end < 0)
        throw new PyError(
          'ValueError',
          at + 1 === text.length ? "Single '{' encountered in format string" : "unmatched '{' in format",
        );
      const piece = field(task, text.slice(at + 1, end), depth);
      if (typeof piece !== 'string') return piece;
      out += piece;
      at = end + 1;
    }
  }
  return out;
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function field(task: Task, text: string, depth: number): string | UnknownValue | undefined {
  const match = /^([^!:{}]*)(?:!(.))?(?::(.*))?$/s.exec(text);
  if (!match) return undefined;
  const [, path = '', conversion, spec = ''] = match;
  const value = lookUp(task, path);
  if (!value) return undefined;
  const hidden = unknownIn(value);
  if (hidden) return hidden;
  const wanted = spec.includes('{') || spec.includes('}') ? fill(task, spec, depth - 1) : spec;
  if (typeof wanted !== 'string') return wanted;
  if (conversion !== undefined && conversion !== 'r' && conversion !== 's')
    throw new PyError('ValueError', `Unknown conversion specifier ${conversion}`);
  if (task.kind === 'unicode' || value.kind === 'unicode') return wideField(task, value, conversion, wanted);
  if (!conversion) return fieldOf(value, wanted);
  const shown = conversion === 'r' ? repr(value) : toStr(value);
  return shown === undefined ? undefined : fieldOf(textOf('str', shown), wanted);
}

/** Where text of two kinds meets, only what needs no care is evaluated. */
function wideField(task: Task, value: Value, conversion: string | undefined, spec: string): string | undefined {
  if (conversion === 'r') return undefined;
  if (value.kind === 'str') return fieldOf(textOf('str', decodeAscii(value.value)), spec);
  if (value.kind !== 'unicode') return conversion ? undefined : fieldOf(value, spec);
  if (task.kind === 'str' && /[^\x00-\x7f]/.test(value.value)) return undefined;
  return fieldOf(value, spec);
}

/** The value of a field: `name`, `0`, nothing, and what `.attribute` and `[key]` reach from there. */
function lookUp(task: Task, path: string): Value | undefined {
  const { machine, given } = task;
  const [, first = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(path)!;
  if (first === '' && task.numbered)
    throw new PyError('ValueError', 'cannot switch from manual field specification to automatic field numbering');
  if (/^\d+$/.test(first)) {
    if (task.automatic > 0)
      throw new PyError('ValueError', 'cannot switch from automatic field numbering to manual field specification');
    task.numbered = true;
  }
  let value = argument(given, first === '' ? String(task.automatic++) : first);
  const steps = [...rest.matchAll(/\.([^.[]+)|\[([^\]]+)\]/g)];
  if (steps.map((step) => step[0]).join('') !== rest) return undefined;
  for (const [, name, key] of steps) {
    if (value.kind === 'unknown') return value;
    const next: Value | undefined =
      name !== undefined ? attributeOf(machine, value, name, given.node) : item(value, key!);
    if (!next) return undefined;
    value = next;
  }
  return value;
}

function item(value: Value, key: string): Value | undefined {
  const isNumber = /^\d+$/.test(key);
  if (value.kind === 'dict') {
    const wanted: Value = isNumber ? { kind: 'int', value: BigInt(key) } : { kind: 'str', value: key };
    const entry = value.entries.get(hashKey(wanted));
    if (!entry) throw new PyError('KeyError', isNumber ? key : `'${key}'`, [wanted]);
    return entry.value;
  }
  if (!isNumber || (value.kind !== 'list' && value.kind !== 'tuple')) return undefined;
  const found = value.items[Number(key)];
  if (!found) throw new PyError('IndexError', `${value.kind} index out of range`);
  return found;
}

function argument(given: Arguments, name: string): Value {
  if (!/^\d+$/.test(name)) {
    const value = given.named.get(name);
    if (!value) throw new PyError('KeyError', `'${name}'`, [{ kind: 'str', value: name }]);
    return value;
  }
  const value = given.positional[Number(name)];
  if (!value) throw new PyError('IndexError', 'tuple index out of range');
  return value;
}
