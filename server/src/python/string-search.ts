import { spend } from './machine';
import { clamped, type Method, same, wantNumber, wantText } from './string-arguments';
import { asInteger, bool, integer, isText, list, PyError, type StrValue, tuple, typeName, type Value } from './values';

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

/** `find`, `rfind`, `index` and `rindex`. */
export function find(last: boolean, mustBeThere: boolean): Method {
  return (text, given) => {
    const { start, end } = range(text, given);
    const wanted = wantText(given[0], text);
    const inside = text.value.slice(start, end);
    const at = start > end ? -1 : last ? inside.lastIndexOf(wanted) : inside.indexOf(wanted);
    if (at < 0 && mustBeThere) throw new PyError('ValueError', 'substring not found');
    return integer(at < 0 ? -1 : at + start);
  };
}

/** `startswith` and `endswith`. */
export function affix(atEnd: boolean): Method {
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

/** `count`. */
export const count: Method = (text, given) => {
  const { start, end } = range(text, given);
  const wanted = wantText(given[0], text);
  if (start > end) return integer(0);
  return integer(wanted === '' ? end - start + 1 : text.value.slice(start, end).split(wanted).length - 1);
};

/** `partition` and `rpartition`. */
export function partition(last: boolean): Method {
  return (text, [separator]) => {
    const wanted = wantText(separator, text);
    if (wanted === '') throw new PyError('ValueError', 'empty separator');
    const at = last ? text.value.lastIndexOf(wanted) : text.value.indexOf(wanted);
    const cut = [text.value.slice(0, at), wanted, text.value.slice(at + wanted.length)];
    const found = at >= 0 ? cut : last ? ['', '', text.value] : [text.value, '', ''];
    return tuple(found.map((part) => same(text, part)));
  };
}

/** `split` and `rsplit`. */
export function split(fromRight: boolean): Method {
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

/** `splitlines`. */
export const splitlines: Method = (text, [keep]) => {
  const lines = text.value.match(/[^\r\n]*(\r\n|\r|\n)|[^\r\n]+/g) ?? [];
  const kept = keep !== undefined && wantNumber(keep, 0) !== 0;
  return list(lines.map((line) => same(text, kept ? line : line.replace(/(\r\n|\r|\n)$/, ''))));
};

/** `part in text`. */
export function isIn(text: StrValue, part: Value): Value {
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
