import { toBytes } from './bytes';
import { exceptionClass, exceptionText, isException } from './exception-classes';
import { reprFloat, strFloat } from './floats';
import { inOrder } from './hash-order';
import {
  Hidden,
  type InstanceValue,
  MAX_DEPTH,
  OutOfSteps,
  PyError,
  type StrValue,
  str,
  TYPE_NAMES,
  typeName,
  unicode,
  unknown,
  type Value,
} from './values';

/** The longest text, in bytes, that an evaluation may make. */
export const MAX_TEXT = 1_000_000;

/** `repr()` of a value whose parts are all known, after Python 2.7; undefined where it holds a memory address. */
export function repr(value: Value): string | undefined {
  const writer = { size: 0 };
  return write(value, writer, 0);
}

function write(value: Value, writer: { size: number }, depth: number): string | undefined {
  if (depth > MAX_DEPTH) throw new OutOfSteps();
  const text = writeOne(value, writer, depth);
  writer.size += text?.length ?? 0;
  if (writer.size > MAX_TEXT) throw new OutOfSteps();
  return text;
}

function writeOne(value: Value, writer: { size: number }, depth: number): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return value.value.toString();
    case 'long':
      return `${value.value}L`;
    case 'float':
      return reprFloat(value.value);
    case 'str':
      return quote(value.value);
    case 'unicode':
      return `u${quoteUnicode(value.value)}`;
    case 'list':
    case 'tuple': {
      const items = value.items.map((item) => write(item, writer, depth + 1));
      if (items.includes(undefined)) return undefined;
      if (value.kind === 'list') return `[${items.join(', ')}]`;
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
    case 'dict': {
      const entries = inOrder(value.entries);
      if (!entries) return undefined;
      const pairs = entries.map((e) => [write(e.key, writer, depth), write(e.value, writer, depth)]);
      return pairs.flat().includes(undefined) ? undefined : `{${pairs.map(([k, v]) => `${k}: ${v}`).join(', ')}}`;
    }
    case 'xrange':
      return rangeText(value.items);
    case 'set':
    case 'frozenset': {
      const items = inOrder(value.entries)?.map((one) => write(one, writer, depth + 1));
      return !items || items.includes(undefined) ? undefined : `${value.kind}([${items.join(', ')}])`;
    }
    case 'callable':
      if (value.self || value.code) return undefined;
      return TYPE_NAMES.has(value.name) || value.name === 'NoneType' ? `<type '${value.name}'>` : undefined;
    case 'class':
      return exceptionClass(value.name) === value ? `<type 'exceptions.${value.name}'>` : undefined;
    case 'instance':
      return instanceText(value, '__repr__');
    default:
      return undefined;
  }
}

function rangeText(items: readonly Value[]): string | undefined {
  const numbers = items.map((item) => (item.kind === 'int' ? item.value : 0n));
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  const step = second === undefined ? 1n : second - first;
  const end = numbers.at(-1)! + step;
  if (step === 1n) return first === 0n ? `xrange(${end})` : `xrange(${first}, ${end})`;
  // Python shows the end that it has worked out.
  return `xrange(${first}, ${end}, ${step})`;
}

/** What an instance says of itself; undefined where that holds a memory address. */
function instanceText(value: InstanceValue, method: '__repr__' | '__str__'): string | undefined {
  if (value.lost) throw new Hidden(value.lost);
  const isRaised = isException(value.class);
  const asked = method === '__str__' ? value.send('__str__', []) : undefined;
  // an exception has a `__str__` of its own, which comes before its class's `__repr__`
  const own = asked ?? (method === '__str__' && isRaised ? undefined : value.send('__repr__', []));
  if (own?.kind === 'unknown') throw new Hidden(own);
  if (own?.kind === 'str') return own.value;
  if (own?.kind === 'unicode') return encodeAscii(own.value);
  if (own) throw new PyError('TypeError', `${method} returned non-string (type ${typeName(own)})`);
  if (!isRaised) return undefined;
  if (method === '__str__') return exceptionText(value);
  const args = value.attributes.get('args');
  const text = args?.kind === 'tuple' ? repr(args) : undefined;
  return text === undefined ? undefined : value.class.name + text;
}

const NAMED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quote(bytes: string): string {
  const mark = bytes.includes("'") && !bytes.includes('"') ? '"' : "'";
  const body = bytes.replace(/[\\\x00-\x1f\x7f-\xff'"]/g, (c) => {
    if (c === "'" || c === '"') return c === mark ? `\\${c}` : c;
    return NAMED[c] ?? `\\x${hex(c.charCodeAt(0), 2)}`;
  });
  return mark + body + mark;
}

function quoteUnicode(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (NAMED[c]) body += NAMED[c];
    else if (c === mark) body += `\\${c}`;
    else if (code >= 0x20 && code < 0x7f) body += c;
    else body += code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  }
  return mark + body + mark;
}

const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');

/** `str()` of a value, as bytes; undefined where it holds a memory address. */
export function toStr(value: Value): string | undefined {
  if (value.kind === 'str') return value.value;
  if (value.kind === 'unicode') return encodeAscii(value.value);
  if (value.kind === 'float') return strFloat(value.value);
  if (value.kind === 'long') return value.value.toString();
  if (value.kind === 'instance') return instanceText(value, '__str__');
  return repr(value);
}

/** A unicode text as ASCII bytes, as Python 2 does where the two kinds of text meet. */
export function encodeAscii(text: string): string {
  const at = text.search(/[^\x00-\x7f]/);
  if (at < 0) return text;
  const code = text.codePointAt(at)!;
  const shown = code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  const run = /^[^\x00-\x7f]+/.exec(text.slice(at))![0].length;
  const what = run > 1 ? `characters in position ${at}-${at + run - 1}` : `character u'${shown}' in position ${at}`;
  throw new PyError('UnicodeEncodeError', `'ascii' codec can't encode ${what}: ordinal not in range(128)`);
}

/** Bytes as unicode text, as Python 2 does where the two kinds of text meet. */
export function decodeAscii(bytes: string): string {
  const at = bytes.search(/[^\x00-\x7f]/);
  if (at < 0) return bytes;
  throw new PyError(
    'UnicodeDecodeError',
    `'ascii' codec can't decode byte 0x${hex(bytes.charCodeAt(at), 2)} in position ${at}: ordinal not in range(128)`,
  );
}

/** The two texts as one kind: bytes when both are, unicode otherwise. */
export function sameKind(a: StrValue, b: StrValue): { kind: 'str' | 'unicode'; a: string; b: string } {
  if (a.kind === b.kind) return { kind: a.kind, a: a.value, b: b.value };
  const decode = (v: StrValue) => (v.kind === 'str' ? decodeAscii(v.value) : v.value);
  return { kind: 'unicode', a: decode(a), b: decode(b) };
}

/** A text of the given kind. */
export function textOf(kind: 'str' | 'unicode', value: string): StrValue {
  if (value.length > MAX_TEXT) throw new OutOfSteps();
  return kind === 'str' ? str(value) : unicode(value);
}

const identities = new WeakMap<object, number>();
let identitiesGiven = 0;

/** A number that no other value has. */
function identity(value: Value): number {
  const known = identities.get(value) ?? identitiesGiven++;
  identities.set(value, known);
  return known;
}

/** The key under which a dictionary keeps a value: equal values have the same one. */
export function hashKey(value: Value): string {
  switch (value.kind) {
    case 'none':
      return 'none';
    case 'bool':
      return value.value ? 'n1' : 'n0';
    case 'int':
    case 'long':
      return `n${value.value}`;
    case 'float':
      return Number.isInteger(value.value) ? `n${BigInt(value.value)}` : `n${value.value}`;
    case 'str':
      return `s${value.value}`;
    case 'unicode':
      return /^[\x00-\x7f]*$/.test(value.value) ? `s${value.value}` : `u${toBytes(value.value)}`;
    case 'tuple':
      return `t${value.items.map((item) => JSON.stringify(hashKey(item))).join()}`;
    case 'list':
    case 'dict':
    case 'set':
      throw new PyError('TypeError', `unhashable type: '${typeName(value)}'`);
    case 'frozenset':
      return `z${[...value.entries.keys()]
        .sort()
        .map((key) => JSON.stringify(key))
        .join()}`;
    case 'callable':
      return `callable ${value.self || value.code ? identity(value) : value.name}`;
    case 'instance':
      if (
        value.class.line.some(
          ({ attributes }) => attributes.has('__hash__') || attributes.has('__eq__') || attributes.has('__cmp__'),
        )
      )
        throw new Hidden(unknown('Xencfg does not evaluate this class as a key', { start: 0, end: 0 }));
      return `instance ${identity(value)}`;
    default:
      return `${value.kind} ${identity(value)}`;
  }
}
