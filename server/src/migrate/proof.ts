import { DEFAULT_HOST, type Host } from '../model';
import type { Value as PythonValue, UnknownValue } from '../python/values';
import type { Inspection } from '../rules/inspect';
import { decimalOf } from '../rules/xm-number';
import { findKey, onNoNumber } from '../schema/keys';
import { findXmName } from '../schema/xm';
import type { PlainValue } from '../syntax/reading';
import type { BuiltGuest } from './built-fields';
import type { Conversion } from './convert';
import { domainFields } from './domain-fields';
import { explainer } from './proof-reasons';
import { plainSettings, xlGuest } from './xl-side';
import { type Reason, type XmFact, xmGuest } from './xm-guest';
import { KERNEL_ARGUMENTS } from './xm-kernel';

/** One field of the guest: what it was before, what xl will build, and why these differ, where they do. */
export interface ProofRow {
  /** Its path in libxl's JSON, or the name of an xm setting that no field holds. */
  readonly field: string;
  /** What xm built, or xl before the conversion; absent when it left the field alone. */
  readonly before?: string;
  /** What xl will build; absent when nobody sets the field, libxl included. */
  readonly after?: string;
  /** The side that does not set the field: its value is libxl's default. */
  readonly isDefault?: 'before' | 'after';
  /** Absent where both are the same. A difference without one is a mistake, in the conversion or in the proof. */
  readonly reason?: Reason;
}

/** The guest before and after a conversion, compared field by field through the domain model. */
export interface Proof {
  /** Who built the guest before: xm for an xm file, else xl itself. */
  readonly builder: 'xm' | 'xl';
  /** True when xl refused the file before: then "before" is what it builds of the file as it was meant. */
  readonly refused: boolean;
  /** Every field that either side sets, in libxl's order, and what xm knew beside them at the end. */
  readonly rows: readonly ProofRow[];
  /** False when xl refuses the result as it stands: then it was built without what is left to decide. */
  readonly accepted: boolean;
}

/** True for a row whose two sides are not the same. */
export function isDifference({ before, after, reason }: ProofRow): boolean {
  return before !== after || reason !== undefined;
}

/**
 * Compares what a file built before its conversion with what xl builds from the result. For an xm file, "before" is
 * computed from the values that its Python comes to, by what xm and xend did with them, and not by the fixes.
 */
export function prove(first: Inspection, conversion: Conversion, host: Host = DEFAULT_HOST): Proof {
  const after = xlGuest(conversion, host);
  const accepted = conversion.result.verdict === 'accepted';
  if (!isFromXm(first, conversion)) {
    const { domain } = first.input.domain;
    const text = [...new Set(conversion.applied.map(({ title }) => title))].join('; ');
    const before = domain ? { fields: domainFields(domain), completed: NOTHING } : after;
    const refused = first.verdict === 'refused';
    return { builder: 'xl', refused, rows: rowsOf(before, after, () => ({ kind: 'form', text })), accepted };
  }
  const { fileName, release } = first.input;
  const values = valuesBefore(first);
  const unknown = unknownValues(first);
  const guest = xmGuest(values, {
    release,
    host,
    ...(fileName !== undefined && { fileName }),
    unknown: new Set(unknown.keys()),
  });
  const explain = explainer(first, conversion, { values, unknown, guest, after });
  const facts = [...guest.facts, ...[...unknown].map(([name, reason]) => unknownFact(name, reason))];
  // a command line of which a part is not known is not known
  const isLineKnown = !KERNEL_ARGUMENTS.some((name) => unknown.has(name));
  const known = rowsOf(guest, after, explain.field).filter(({ field }) => isLineKnown || field !== 'b_info.cmdline');
  const rows = [...known, ...facts.map(explain.fact)];
  return { builder: 'xm', refused: false, rows, accepted };
}

/** True for an xm file, and for one in which something was mended that only xm understood. */
function isFromXm(first: Inspection, { result, applied }: Conversion): boolean {
  const dialects = [first.dialect, result.dialect];
  return dialects.includes('xm') || applied.some(({ code }) => /^(xm|python)-/.test(code));
}

type Side = Pick<BuiltGuest, 'fields' | 'completed'>;

const NOTHING: ReadonlyMap<string, string> = new Map();

function rowsOf(before: Side, after: Side, reasonOf: (field: string) => Reason | undefined): ProofRow[] {
  return merged([...before.fields.keys()], [...after.fields.keys()]).map((field) => {
    const old = before.fields.get(field) ?? before.completed.get(field);
    const now = after.fields.get(field) ?? after.completed.get(field);
    const reason = old === now ? undefined : reasonOf(field);
    const isDefault =
      !before.fields.has(field) && old !== undefined
        ? 'before'
        : !after.fields.has(field) && now !== undefined
          ? 'after'
          : undefined;
    return {
      field,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
      ...(isDefault && { isDefault }),
      ...(reason && { reason }),
    };
  });
}

/** The names of both lists once, each list's order kept as far as they agree. */
function merged(a: readonly string[], b: readonly string[]): string[] {
  const inA = new Set(a);
  const inB = new Set(b);
  const names = new Set<string>();
  let next = 0;
  for (const name of b) {
    if (inA.has(name)) {
      for (; next < a.length && a[next] !== name && !inB.has(a[next]!); next++) names.add(a[next]!);
      if (a[next] === name) next++;
    }
    names.add(name);
  }
  for (const name of a) names.add(name);
  return [...names];
}

function unknownFact(name: string, reason: string): XmFact {
  return { field: name, value: '(not known)', key: name, reason: { kind: 'undecided', text: reason } };
}

/** The values that xm took from a file: what its Python comes to, or what libxlutil reads. */
function valuesBefore({ input }: Inspection): ReadonlyMap<string, PlainValue> {
  const { python, reading, tree } = input;
  if (python) {
    // a variable of the program's own, which only happens to have the name of a key of xl
    const isHelper = (name: string) => findXmName(name) === undefined && python.reads.has(name);
    const kept = [...python.values].filter(([name]) => !isHelper(name));
    return new Map(kept.map(([name, value]) => [name, numberOfXm(name, value)]));
  }
  const settings = reading.ok
    ? new Map(reading.settings.map(({ name, value }) => [name, value]))
    : plainSettings(tree.settings);
  // a number that is no text is octal to xm, too
  for (const { name, value } of tree.settings) {
    const now = value.kind === 'string' && settings.get(name) === value.text ? numberOfXm(name, value.text) : undefined;
    if (now !== undefined) settings.set(name, now);
  }
  return settings;
}

/** What xend read in a text where it wanted a number: it is decimal, be there zeros and blanks around it or not. */
function numberOfXm(name: string, value: PlainValue): PlainValue {
  const row = findXmName(name) && findKey(name);
  const isNumber = typeof value === 'string' && row && onNoNumber(row) !== undefined;
  return (isNumber ? decimalOf(value)?.toString() : undefined) ?? value;
}

/** The settings whose values depend on what is not in the file, with the reason. */
function unknownValues({ input: { python } }: Inspection): Map<string, string> {
  const unknown = new Map<string, string>();
  for (const [name, { value }] of python?.evaluation.variables ?? []) {
    if (python?.values.has(name) || !(findKey(name) || findXmName(name))) continue;
    const part = unknownPart(value);
    if (part) unknown.set(name, part.reason);
  }
  return unknown;
}

/** What is not known of a value: itself, or an item of a list. */
function unknownPart(value: PythonValue): UnknownValue | undefined {
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'list') return undefined;
  return value.lost ?? value.items.map(unknownPart).find((part) => part !== undefined);
}
