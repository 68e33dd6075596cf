import type { Machine } from './machine';
import { sameKind, textOf } from './text';
import { integerArgument, isText, PyError, type StrValue, typeName, type Value } from './values';

/** A method of a text: Python's errors are thrown, what is not known is a value. */
export type Method = (text: StrValue, given: readonly Value[], machine: Machine) => Value;

/** The blanks of bytes. */
export const WHITE = ' \t\n\r\x0b\x0c';
/** A text of the same kind as another. */
export const same = (text: StrValue, value: string) => textOf(text.kind, value);

/** The text that a method is given, as one of the kind of its own text. */
export function wantText(value: Value | undefined, text: StrValue): string {
  if (!value || !isText(value)) {
    const wide = `coercing to Unicode: need string or buffer, ${value ? typeName(value) : 'NULL'} found`;
    throw new PyError(
      'TypeError',
      text.kind === 'unicode' ? wide : 'expected a string or other character buffer object',
    );
  }
  return value.kind === text.kind ? value.value : sameKind(value, text).a;
}

/** The number that a method is given, within the bounds of any text. */
export function wantNumber(value: Value | undefined, missing: number): number {
  if (value === undefined) return missing;
  return clamped(integerArgument(value));
}

/** A number within the bounds of any text. */
export function clamped(number: bigint): number {
  return Number(number > 1_000_000n ? 1_000_000n : number < -1_000_000n ? -1_000_000n : number);
}

/** The width that a text is to have. */
export function wantWidth(width: Value | undefined, text: StrValue): number {
  // Python has a few bytes of its own beside those of a text
  if (text.kind === 'str' && width && integerArgument(width) > 2n ** 63n - 38n)
    throw new PyError('OverflowError', 'string is too large');
  return wantNumber(width, 0);
}

/** The character that a method fills up with. */
export function wantFiller(fill: Value, text: StrValue, name: string): string {
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
