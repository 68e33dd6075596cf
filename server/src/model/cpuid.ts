import { findCpuidFlag } from '../schema/cpuid';
import { strtoul } from '../syntax/strtol';
import { CPUID_REGISTERS } from './cpuid-registers';
import { type Fields, uint32 } from './fields';
import type { Guest } from './guest';
import type { Place } from './message';
import { pieces } from './split';

const KEY = 'cpuid';
const BITS = 32;
const MSR_BITS = 64;

/** Where a flag stands. */
interface Position {
  readonly leaf?: number;
  readonly subleaf?: number;
  readonly register?: string;
  readonly msr?: number;
  readonly bit: number;
  readonly length: number;
}

const POSITIONS: ReadonlyMap<string, Position> = new Map(
  CPUID_REGISTERS.flatMap(({ flags, ...register }) =>
    flags.split(' ').map((flag): [string, Position] => {
      const [name = '', bit, length = '1'] = flag.split(':');
      return [name, { ...register, bit: Number(bit), length: Number(length) }];
    }),
  ),
);

/** What the guest's CPUs say about themselves, as far as the file asks for it. */
class Policy {
  readonly #leaves: Fields[] = [];
  readonly #registers: Fields[] = [];

  /** The entry of a leaf; one for the leaf that libxl takes for the end of its list is lost. */
  leaf(leaf: number, subleaf: number | undefined): Fields {
    if (leaf === NO_LEAF) return {};
    const found = this.#leaves.find((entry) => entry.leaf === leaf && entry.subleaf === subleaf);
    if (found) return found;
    const entry: Fields = { leaf, subleaf };
    this.#leaves.push(entry);
    return entry;
  }

  msr(index: number): Fields {
    const found = this.#registers.find((entry) => entry.index === index);
    if (found) return found;
    const entry: Fields = { index, policy: 'x'.repeat(MSR_BITS) };
    this.#registers.push(entry);
    return entry;
  }

  /** The policy as libxl prints it; undefined when it says nothing. */
  fields(): Fields | undefined {
    if (this.#leaves.length === 0 && this.#registers.length === 0) return undefined;
    return { cpuid: this.#leaves, msr: this.#registers };
  }
}

/** Reads `cpuid`: a list in xend's style of registers, or a string of flags. xl only warns about what is wrong. */
export function cpuid(guest: Guest): void {
  const policy = new Policy();
  if (guest.settings.list(KEY, 'quiet')) {
    for (const [item, line] of guest.specs(KEY, 'quiet').entries()) {
      const error = addLine(line, policy);
      if (!error) continue;
      const place = { key: KEY, item };
      guest.warn(place, `while parsing CPUID line: "${line}":`);
      guest.warn(place, `  error #${error}: ${LINE_ERRORS[error]}`);
    }
  } else {
    const text = guest.settings.string(KEY);
    if (text !== undefined) readFlags(guest, text, policy);
  }
  guest.build[KEY] = policy.fields();
}

const FLAG_ERRORS: Readonly<Record<number, string>> = {
  1: 'missing "=" in key=value',
  2: 'unknown CPUID flag name',
  3: 'illegal CPUID value (must be: [0|1|x|k|s])',
};

function readFlags(guest: Guest, text: string, policy: Policy): void {
  const [host, ...flags] = pieces(text, ',');
  if (!host) return;
  if (host.text !== 'host') {
    const place = { key: KEY, part: { start: host.start, end: host.end } };
    guest.warn(place, `while parsing CPUID string: "${text}":`);
    guest.warn(place, '  error: first word must be "host"');
    return;
  }
  for (const flag of flags) {
    const error = addFlag(guest, flag.text, policy);
    if (!error) continue;
    const place: Place = { key: KEY, part: { start: flag.start, end: flag.end } };
    guest.warn(place, `while parsing CPUID flag: "${flag.text}":`);
    guest.warn(place, `  error #${error}: ${FLAG_ERRORS[error]}`);
  }
}

function addFlag(guest: Guest, flag: string, policy: Policy): number {
  const equals = flag.indexOf('=');
  if (equals < 0) return 1;
  const name = flag.slice(0, equals);
  const row = findCpuidFlag(name);
  const position = POSITIONS.get(name);
  if (!row || !position || guest.release < row.since || (row.until !== undefined && guest.release > row.until))
    return 2;
  const value = flag.slice(equals + 1);
  return position.msr === undefined ? setBits(name, position, value, policy) : setMsrBit(position, value, policy);
}

function setMsrBit({ msr, bit }: Position, value: string, policy: Policy): number {
  const entry = policy.msr(msr!);
  if (!/^[01xks]$/.test(value)) return 3;
  entry.policy = overwrite(entry.policy as string, MSR_BITS - 1 - bit, value === 's' ? 'k' : value);
  return 0;
}

function setBits(name: string, position: Position, value: string, policy: Policy): number {
  const { bit, length, register } = position;
  const entry = policy.leaf(position.leaf!, position.subleaf);
  const { value: number, end } = strtoul(value, 0);
  let bits: string;
  if (end > 0) bits = binary(number, length);
  else if (/^[xks]/.test(value)) bits = value[0]!.repeat(length);
  else return 3;
  let text = (entry[register!] as string | undefined) ?? 'x'.repeat(BITS);
  if (name === 'family') text = setFamily(text, bit, number, bits);
  else if (name === 'model') {
    text = overwrite(text, BITS - 4 - 16, bits.slice(0, 4));
    text = overwrite(text, BITS - 4 - bit, bits.slice(4, 8));
  } else text = overwrite(text, BITS - length - bit, bits);
  entry[register!] = text;
  return 0;
}

/** A family above 15 is 15 in one field and the rest in another. */
function setFamily(text: string, bit: number, number: bigint, bits: string): string {
  if (number < 16n) return overwrite(overwrite(text, BITS - 4 - bit, bits.slice(4, 8)), BITS - 8 - 20, '00000000');
  // xl leaves the first character of the old bits where it was
  const rest = bits[0]! + binary(number - 15n, 7);
  return overwrite(overwrite(text, BITS - 4 - bit, '1111'), BITS - 8 - 20, rest);
}

function binary(number: bigint, length: number): string {
  return BigInt.asUintN(length, number).toString(2).padStart(length, '0');
}

function overwrite(text: string, at: number, bits: string): string {
  return text.slice(0, at) + bits + text.slice(at + bits.length);
}

const LINE_ERRORS: Readonly<Record<number, string>> = {
  1: 'illegal leaf number',
  2: 'illegal subleaf number',
  3: 'missing colon',
  4: 'invalid register name (must be e[abcd]x)',
  5: 'policy string must be exactly 32 characters long',
};

function addLine(line: string, policy: Policy): number {
  const leaf = strtoul(line, 0);
  if (leaf.end === 0) return 1;
  let rest = line.slice(leaf.end);
  let subleaf: number | undefined;
  if (rest.startsWith(',')) {
    const parsed = strtoul(rest.slice(1), 0);
    if (parsed.end === 0) return 2;
    subleaf = uint32(parsed.value);
    rest = rest.slice(1 + parsed.end);
  }
  if (!rest.startsWith(':')) return 3;
  const entry = policy.leaf(uint32(leaf.value), subleaf === NO_LEAF ? undefined : subleaf);
  for (rest = rest.slice(1); rest !== ''; ) {
    const equals = rest.indexOf('=');
    const register = rest.slice(0, 3);
    if (!/^e[abcd]x/.test(register) || equals < 0) return 4;
    const comma = rest.indexOf(',', equals + 1);
    const bits = rest.slice(equals + 1, comma < 0 ? rest.length : comma);
    if (bits.length !== BITS) return 5;
    entry[register] = bits;
    if (comma < 0) break;
    rest = rest.slice(comma + 1).replace(/^[ \t\n\v\f\r]+/, '');
  }
  return 0;
}

/** libxl's mark for a leaf without subleaf. */
const NO_LEAF = 0xffffffff;
