import { formatFloat, strFloat } from './floats';
import { toFloat } from './operators';
import { toStr } from './text';
import { asInteger, integerArgument, isNumber, OutOfSteps, PyError, typeName, type Value } from './values';

const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([a-zA-Z%])?$/s;

interface Spec {
  readonly fill: string;
  readonly align: string | undefined;
  readonly sign: string | undefined;
  readonly alternate: boolean;
  readonly width: number;
  readonly comma: boolean;
  readonly precision: number | undefined;
  readonly type: string | undefined;
}

const refuse = (message: string) => new PyError('ValueError', message);

/** One value after Python 2.7's format mini-language; undefined for what is not evaluated. Throws PyError where Python raises. */
export function fieldOf(value: Value, text: string): string | undefined {
  if (value.kind === 'instance' && value.class.line.some(({ attributes }) => attributes.has('__format__')))
    return undefined;
  const plain = toStrOf(value);
  if (text === '' || plain === undefined) return plain;
  const match = SPEC.exec(text);
  if (!match) throw refuse('Invalid conversion specification');
  const [, fill, align, sign, alternate, zero, width = '0', comma, precision, type] = match;
  const spec: Spec = {
    fill: fill ?? (zero ? '0' : ' '),
    align: align ?? (zero ? '=' : undefined),
    sign,
    alternate: alternate !== undefined,
    width: Number(width),
    comma: comma !== undefined,
    precision: precision === undefined ? undefined : Number(precision),
    type,
  };
  if (spec.width > 100_000 || (spec.precision ?? 0) > 100_000) throw new OutOfSteps();
  if (!isNumber(value)) return textField(plain, spec, value);
  const isWhole = value.kind !== 'float' && (type === undefined || /^[bcdoxXn]$/.test(type));
  const body = isWhole ? wholeField(value, spec) : floatField(value, spec);
  return body === undefined ? undefined : placed(body, spec);
}

const toStrOf = (value: Value) => (value.kind === 'unicode' ? value.value : toStr(value));

function textField(plain: string, spec: Spec, value: Value): string {
  const kind = value.kind === 'unicode' ? 'unicode' : 'str';
  if (spec.type !== undefined && spec.type !== 's')
    throw refuse(`Unknown format code '${spec.type}' for object of type '${kind}'`);
  if (spec.comma) throw refuse("Cannot specify ',' with 's'.");
  if (spec.sign) throw refuse('Sign not allowed in string format specifier');
  if (spec.alternate) throw refuse('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') throw refuse("'=' alignment not allowed in string format specifier");
  const text = spec.precision === undefined ? plain : plain.slice(0, spec.precision);
  return aligned(text, spec, spec.align ?? '<');
}

/** A number in the field: its sign and prefix stand in front of what fills it up after `=`. */
function placed(body: { lead: string; digits: string }, spec: Spec): string {
  const { lead, digits } = body;
  const align = spec.align ?? '>';
  if (align !== '=') return aligned(lead + digits, spec, align);
  return lead + spec.fill.repeat(Math.max(0, spec.width - lead.length - digits.length)) + digits;
}

function aligned(text: string, spec: Spec, align: string): string {
  const missing = Math.max(0, spec.width - text.length);
  const left = align === '<' ? 0 : align === '^' ? missing >> 1 : missing;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

const signOf = (negative: boolean, spec: Spec) =>
  negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';

const thousands = (digits: string) => digits.replace(/^(\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

function wholeField(value: Value, spec: Spec): { lead: string; digits: string } | undefined {
  const number = asInteger(value)!;
  const { type = 'd' } = spec;
  if (spec.precision !== undefined) throw refuse('Precision not allowed in integer format specifier');
  if (type === 'c') {
    if (spec.sign) throw refuse("Sign not allowed with integer format specifier 'c'");
    if (spec.comma) throw refuse("Cannot specify ',' with 'c'.");
    if (integerArgument(value) < 0n || number > 255n) throw new PyError('OverflowError', '%c arg not in range(0x100)');
    // A character is placed to the left, as texts are.
    return spec.align === undefined || spec.alternate
      ? undefined
      : { lead: '', digits: String.fromCharCode(Number(number)) };
  }
  if (spec.comma && type !== 'd') throw refuse(`Cannot specify ',' with '${type}'.`);
  // Commas in digits that fill up have rules of their own.
  if (spec.comma && spec.fill === '0' && spec.align === '=') return undefined;
  const base = { b: 2, o: 8, x: 16, X: 16 }[type] ?? 10;
  const plain = (number < 0n ? -number : number).toString(base);
  const digits = spec.comma ? thousands(plain) : type === 'X' ? plain.toUpperCase() : plain;
  const prefix = spec.alternate && base !== 10 ? `0${type}` : '';
  return { lead: signOf(number < 0n, spec) + prefix, digits };
}

function floatField(value: Value, spec: Spec): { lead: string; digits: string } | undefined {
  const { type, precision } = spec;
  if (type !== undefined && !/^[eEfFgGn%]$/.test(type))
    throw refuse(`Unknown format code '${type}' for object of type '${typeName(value)}'`);
  if (spec.alternate) throw refuse('Alternate form (#) not allowed in float format specifier');
  const number = toFloat(value);
  if (!Number.isFinite(number) || (spec.comma && spec.fill === '0' && spec.align === '=')) return undefined;
  const text = digitsOf(Math.abs(number), type, precision);
  const negative = number < 0 || Object.is(number, -0);
  return { lead: signOf(negative, spec), digits: spec.comma ? thousands(text) : text };
}

function digitsOf(number: number, type: string | undefined, precision: number | undefined): string {
  if (type === '%') return `${formatFloat(number * 100, 'f', precision ?? 6, false)}%`;
  if (type !== undefined) return formatFloat(number, type === 'n' ? 'g' : type, precision ?? 6, false);
  if (precision === undefined) return strFloat(number);
  const text = formatFloat(number, 'g', precision, false);
  return /[.e]/.test(text) || text.length >= precision + 1 ? text : `${text}.0`;
}
