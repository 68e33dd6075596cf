import { findCpuidFlag } from '../schema/cpuid';
import type { Release } from '../syntax/release';
import { parseCpuid, parseCpuidLeaf } from '../syntax/specs';
import { strtoul } from '../syntax/strtol';
import { CPUID_REGISTERS } from './cpuid-registers';
import type { Fields } from './fields';
import type { Guest } from './guest';
import type { Place } from './message';
import { judge } from './spec-errors';

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
  if (guest.host.arch === 'arm') {
    withoutCpuid(guest);
    return;
  }
  const policy = new Policy();
  if (guest.release >= 402 && guest.settings.list(KEY, 'quiet')) {
    for (const [text, place] of guest.specs(KEY, 'quiet')) readLeaf(guest, text, place, policy);
  } else {
    const text = guest.settings.string(KEY);
    if (text !== undefined) readFlags(guest, text, policy);
  }
  guest.build[KEY] = policy.fields();
}

/** On Arm libxl takes every line and flag and keeps none; xl itself still wants the first word of a string. */
function withoutCpuid(guest: Guest): void {
  const text = guest.settings.list(KEY, 'quiet') ? undefined : guest.settings.string(KEY);
  const first = text?.split(',').find((word) => word !== '');
  if (first === undefined || first === 'host') return;
  const problem = `while parsing CPUID string: "${text}":\n  error: first word must be "host"`;
  guest.warn({ key: KEY }, problem);
}

function readFlags(guest: Guest, text: string, policy: Policy): void {
  const spec = parseCpuid(text, (name) => keeperOf(name, guest.release), guest.release);
  judge(guest, { key: KEY }, spec);
  // a flag whose value is wrong has its leaf all the same, so the parts count, not the fields
  let position: Position | undefined;
  let name = '';
  for (const { role, span, option } of spec.parts) {
    if (role === 'name') {
      name = option ?? '';
      position = POSITIONS.get(name);
    } else if (role === 'value' && position && option !== undefined) {
      const value = text.slice(span.start, span.end);
      if (position.msr === undefined) setBits(name, position, value, policy);
      else setMsrBit(position, value, policy);
    }
  }
}

function keeperOf(name: string, release: Release): 'cpuid' | 'msr' | undefined {
  const row = findCpuidFlag(name);
  const position = POSITIONS.get(name);
  if (!row || !position || release < row.since || (row.until !== undefined && release > row.until)) return undefined;
  return position.msr === undefined ? 'cpuid' : 'msr';
}

function setMsrBit({ msr, bit }: Position, value: string, policy: Policy): void {
  const entry = policy.msr(msr!);
  if (!/^[01xks]$/.test(value)) return;
  entry.policy = overwrite(entry.policy as string, MSR_BITS - 1 - bit, value === 's' ? 'k' : value);
}

function setBits(name: string, position: Position, value: string, policy: Policy): void {
  const { bit, length, register } = position;
  const entry = policy.leaf(position.leaf!, position.subleaf);
  const { value: number, end } = strtoul(value, 0);
  let bits: string;
  if (end > 0) bits = binary(number, length);
  else if (/^[xks]/.test(value)) bits = value[0]!.repeat(length);
  else return;
  let text = (entry[register!] as string | undefined) ?? 'x'.repeat(BITS);
  if (name === 'family') text = setFamily(text, bit, number, bits);
  else if (name === 'model') {
    text = overwrite(text, BITS - 4 - 16, bits.slice(0, 4));
    text = overwrite(text, BITS - 4 - bit, bits.slice(4, 8));
  } else text = overwrite(text, BITS - length - bit, bits);
  entry[register!] = text;
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

/** What is wrong with a line before libxl makes an entry for its leaf. */
const WITHOUT_ENTRY = ['illegal leaf number', 'illegal subleaf number', 'missing colon'];

function readLeaf(guest: Guest, text: string, place: Place, policy: Policy): void {
  const spec = parseCpuidLeaf(text, guest.release);
  judge(guest, place, spec);
  if (spec.errors.some(({ problem }) => WITHOUT_ENTRY.includes(problem))) return;
  const { leaf, subleaf, ...registers } = spec.device;
  Object.assign(
    policy.leaf(leaf as number, subleaf === NO_LEAF ? undefined : (subleaf as number | undefined)),
    registers,
  );
}

/** libxl's mark for a leaf without subleaf. */
const NO_LEAF = 0xffffffff;
