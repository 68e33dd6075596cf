import { strtol } from '../syntax/strtol';

/** What is known of a number's place. */
export interface NumberPlace {
  readonly unit?: string;
  readonly range?: readonly [number, number];
  readonly isSwitch: boolean;
  /** True when a 0 in front makes a number octal and 0x hexadecimal, as in the values of keys. */
  readonly anyBase: boolean;
}

const BYTES: Readonly<Record<string, number>> = { bytes: 1, KiB: 2 ** 10, MiB: 2 ** 20 };
const SECONDS: Readonly<Record<string, number>> = { ns: 1e-9, µs: 1e-6, s: 1 };
const SIZES = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
const TIMES: readonly (readonly [number, string])[] = [
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
  [1e-9, 'ns'],
];
const CPU_SHARE = '% of a CPU';

/** What a number comes to, as facts; undefined for a text that xl does not read as a number. */
export function numberFacts(text: string, place: NumberPlace): string[] | undefined {
  const { value, end, overflow } = strtol(text, place.anyBase ? 0 : 10);
  if (end === 0 || end < text.length || overflow) return undefined;
  const facts: string[] = [];
  const plain = /^[+-]?0[0-7]+$/.test(text);
  if (place.anyBase && plain) {
    facts.push(`⚠ A 0 in front makes it octal: \`${text}\` is ${value}, not ${text.replace(/^([+-]?)0+(?=\d)/, '$1')}`);
  } else if (place.anyBase && /^[+-]?0[xX]/.test(text)) facts.push(`Hexadecimal: ${value}`);
  if (place.isSwitch)
    facts.push(value === 0n ? 'No, off' : value === 1n ? 'Yes, on' : 'Yes, on, as every number but 0');
  else if (place.unit) facts.push(amount(Number(value), place.unit));
  const { range } = place;
  if (range && (value < BigInt(range[0]) || value > BigInt(range[1]))) {
    facts.push(`⚠ Outside of ${range[0]} to ${range[1]}`);
  }
  return facts;
}

/** An amount as people say it, with the unit that it is counted in. */
function amount(value: number, unit: string): string {
  const counted = `${value} ${unit}`;
  const human = humanAmount(value, unit);
  return human === counted ? counted : `${human} (${counted})`;
}

/** An amount as people say it: 2048 MiB is 2 GiB. One of a unit that there are no multiples of stays as it is. */
export function humanAmount(value: number, unit: string): string {
  const size = BYTES[unit];
  const time = SECONDS[unit];
  if (size !== undefined) return sizeOf(value * size);
  if (time !== undefined) return timeOf(value * time);
  if (unit === CPU_SHARE) return value === 0 ? 'no limit' : `${round(value / 100)} CPUs`;
  return `${value} ${unit}`;
}

function sizeOf(bytes: number): string {
  let index = 0;
  let left = bytes;
  while (Math.abs(left) >= 1024 && index < SIZES.length - 1) {
    left /= 1024;
    index++;
  }
  return `${round(left)} ${SIZES[index]!}`;
}

function timeOf(seconds: number): string {
  const [factor, unit] = TIMES.find(([least]) => Math.abs(seconds) >= least * (1 - 1e-9)) ?? TIMES.at(-1)!;
  return `${round(seconds / factor)} ${unit}`;
}

function round(value: number): string {
  return String(Number(value.toFixed(2)));
}
