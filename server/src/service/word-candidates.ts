import { type KeyRow, keyValues, type MemberRow, type OptionRow } from '../schema';
import type { Release } from '../syntax/release';
import { type Candidate, LAST, template, UNFIT } from './candidate';
import { memberMarkdown } from './option-text';

type Guest = 'pv' | 'hvm' | 'pvh';

/** What keys and options have in common: where numbers and words come from. */
interface Valued {
  readonly type?: KeyRow['type'] | OptionRow['type'];
  readonly default?: string;
  readonly range?: readonly [number, number];
  readonly documentedRange?: readonly [number, number];
  readonly unit?: string;
}

/** The words of an enumeration as values of `owner`, those for other guests behind the others. */
export function wordCandidates(
  owner: string,
  members: readonly (MemberRow & Pick<OptionRow, 'guests' | 'deprecated'>)[],
  guest: Guest,
): Candidate[] {
  return members.map((member) => ({
    label: member.value,
    kind: 'value',
    insert: member.value,
    documentation: () => memberMarkdown(owner, member),
    ...(member.deprecated ? { deprecated: true } : {}),
    rank: member.deprecated ? LAST : member.guests && !member.guests.includes(guest) ? UNFIT : 1,
  }));
}

/** Values that follow from a type: booleans, the default, the ends of the range, what such values look like. */
export function typedCandidates(row: Valued): Candidate[] {
  const found = new Map<string, string>();
  const add = (label: string, detail: string): void => {
    const known = found.get(label);
    found.set(label, known ? `${known}, ${detail}` : detail);
  };
  if (row.type === 'boolean' || row.type === 'boolean-or-enum') {
    add('1', 'yes');
    add('0', 'no');
  }
  if (row.default !== undefined && row.default !== '') add(row.default, 'default');
  const range = row.range ?? row.documentedRange;
  if (range) {
    add(String(range[0]), 'smallest');
    add(String(range[1]), 'greatest');
  }
  const values = [...found].map(([label, detail]): Candidate => {
    const unit = row.unit && /^\d+$/.test(label) ? ` (${row.unit})` : '';
    return { label, kind: 'value', insert: label, detail: `${detail}${unit}`, rank: 0 };
  });
  return [...values, ...(EXAMPLES[row.type ?? 'string'] ?? []).filter(({ label }) => !found.has(label))];
}

/** The values of a key that are no spec: its words, what the manual lists, and what its type allows. */
export function keyValueCandidates(row: KeyRow, release: Release, guest: Guest): Candidate[] {
  const words = row.language === undefined ? wordCandidates(row.name, keyValues(row, release), guest) : [];
  const suggested = (row.suggested ?? []).map((label): Candidate => ({ label, kind: 'value', insert: label, rank: 1 }));
  return [...typedCandidates(row), ...words, ...suggested];
}

function example(label: string, detail: string, insert: string): Candidate {
  const snippet = insert.includes('<');
  return { label, kind: 'value', insert: template(insert), detail, rank: 2, ...(snippet ? { snippet } : {}) };
}

/** What values of a type look like. */
const EXAMPLES: Readonly<Partial<Record<NonNullable<Valued['type']>, readonly Candidate[]>>> = {
  mac: [example('00:16:3e:', "Xen's prefix", '00:16:3e:<00>:<00>:<00>')],
  vdev: [
    ...['xvda', 'xvdb', 'xvdc', 'xvdd', 'xvde', 'xvdf'].map((name) => example(name, 'virtual disk', name)),
    ...['hda', 'hdb', 'hdc', 'hdd'].map((name) => example(name, 'emulated IDE drive', name)),
    ...['sda', 'sdb', 'sdc', 'sdd'].map((name) => example(name, 'emulated SCSI disk', name)),
  ],
  bdf: [example('BUS:DEVICE.FUNCTION', 'hexadecimal', '<01>:<00>.<0>')],
  rate: [
    example('10Mb/s', 'bits per second', '<10>Mb/s'),
    example('1MB/s', 'bytes per second', '<1>MB/s'),
    example('1MB/s@20ms', 'with an interval', '<1>MB/s@<20>ms'),
  ],
  bits: [example('32 times x', 'what Xen would choose', 'x'.repeat(32))],
  domain: [example('Domain-0', 'the control domain', 'Domain-0')],
};
