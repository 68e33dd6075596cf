/** A float's digits without trailing zeros, and the exponent of its first digit. */
function digitsOf(value: number, precision?: number): { digits: string; exponent: number } {
  const [mantissa = '', exponent = '0'] = value.toExponential(precision).split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? undefined : value < 0 ? '-inf' : 'inf';
}

function layOut(digits: string, exponent: number, scientific: boolean): string {
  if (scientific) {
    const power = Math.abs(exponent).toString().padStart(2, '0');
    const tail = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits[0]}${tail}e${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return digits + '0'.repeat(exponent + 1 - digits.length);
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `repr` of a float in Python 2.7: the shortest text that reads back as the same number. */
export function reprFloat(value: number): string {
  return withPoint(value, undefined, 16);
}

/** `str` of a float in Python 2.7: twelve significant digits. */
export function strFloat(value: number): string {
  return withPoint(value, 11, 12);
}

function withPoint(value: number, precision: number | undefined, limit: number): string {
  const name = special(value);
  if (name) return name;
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const { digits, exponent } = digitsOf(Math.abs(value), precision);
  const short = digits.replace(/0+$/, '') || '0';
  const scientific = exponent < -4 || exponent >= limit;
  const text = layOut(short, exponent, scientific);
  return sign + (scientific || text.includes('.') ? text : `${text}.0`);
}

/** C's `%e`, `%f` and `%g` without flags; `alternate` keeps the zeros and point of `%#g`. */
export function formatFloat(value: number, conversion: string, precision: number, alternate: boolean): string {
  const kind = conversion.toLowerCase();
  const upper = conversion !== kind;
  const name = special(value);
  if (name) return upper ? name.toUpperCase() : name;
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const text = sign + unsigned(Math.abs(value), kind, precision, alternate);
  return upper ? text.toUpperCase() : text;
}

function unsigned(value: number, kind: string, precision: number, alternate: boolean): string {
  if (kind === 'f') return value >= 1e21 ? wholeFixed(value, precision) : exactFixed(value, precision, alternate);
  if (kind === 'e') {
    const { digits, exponent } = digitsOf(value, Math.min(precision, 100));
    return layOut(digits, exponent, true);
  }
  const significant = Math.max(1, Math.min(precision, 101));
  const { digits, exponent } = digitsOf(value, significant - 1);
  const kept = alternate ? digits : digits.replace(/0+$/, '') || '0';
  return layOut(kept, exponent, exponent < -4 || exponent >= significant);
}

function exactFixed(value: number, precision: number, alternate: boolean): string {
  const text = value.toFixed(Math.min(precision, 100));
  return alternate && !text.includes('.') ? `${text}.` : text;
}

function wholeFixed(value: number, precision: number): string {
  return BigInt(value).toString() + (precision > 0 ? `.${'0'.repeat(Math.min(precision, 100))}` : '');
}
