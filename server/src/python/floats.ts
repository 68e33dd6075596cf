/** A float's digits without a point, and the exponent of its first digit; as many digits as it needs, or as asked. */
function digitsOf(value: number, places?: number): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = value.toExponential(places).split('e');
  const exponent = Number(power);
  if (places === undefined || value === 0) return { digits: mantissa.replace('.', ''), exponent };
  // JavaScript rounds a half up, C rounds it to even.
  const digits = scaled(value, places - exponent).toString();
  return digits.length > places + 1
    ? { digits: digits.slice(0, -1), exponent: exponent + 1 }
    : adjust(value, digits, places, exponent);
}

function adjust(value: number, digits: string, places: number, exponent: number): { digits: string; exponent: number } {
  if (digits.length === places + 1) return { digits, exponent };
  return { digits: scaled(value, places - exponent + 1).toString(), exponent: exponent - 1 };
}

/** The whole number and the power of two whose product `value` is, which is finite and not negative. */
export function binaryParts(value: number): readonly [whole: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const power = Number(bits >> 52n) & 0x7ff;
  return [(bits & ((1n << 52n) - 1n)) | (power === 0 ? 0n : 1n << 52n), Math.max(power, 1) - 1075];
}

/** `value` times ten to the power of `places`, exactly, rounded half to even. `value` is finite and not negative. */
function scaled(value: number, places: number): bigint {
  const [mantissa, exponent] = binaryParts(value);
  const shift = BigInt(exponent);
  const up = 10n ** BigInt(Math.max(places, 0)) * (shift > 0n ? 1n << shift : 1n);
  const down = 10n ** BigInt(Math.max(-places, 0)) * (shift < 0n ? 1n << -shift : 1n);
  const number = mantissa * up;
  const whole = number / down;
  const twice = (number - whole * down) * 2n;
  return twice > down || (twice === down && whole % 2n === 1n) ? whole + 1n : whole;
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
  return withPoint(value, 11, 11);
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
  if (kind === 'f') return fixed(value, Math.min(precision, 100), alternate);
  if (kind === 'e') {
    const { digits, exponent } = digitsOf(value, Math.min(precision, 100));
    return pointed(layOut(digits, exponent, true), alternate);
  }
  const significant = Math.max(1, Math.min(precision, 101));
  const { digits, exponent } = digitsOf(value, significant - 1);
  const kept = alternate ? digits : digits.replace(/0+$/, '') || '0';
  return pointed(layOut(kept, exponent, exponent < -4 || exponent >= significant), alternate);
}

function pointed(text: string, alternate: boolean): string {
  return alternate && !text.includes('.') ? text.replace(/(?=e|$)/, '.') : text;
}

function fixed(value: number, precision: number, alternate: boolean): string {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, '0');
  if (precision === 0) return alternate ? `${digits}.` : digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}
