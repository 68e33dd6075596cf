import type { Inspection } from '../rules/inspect';
import { findKey } from '../schema/keys';
import { findXmName, xmNamesFor } from '../schema/xm';
import type { PlainValue } from '../syntax/reading';
import type { BuiltGuest } from './built-fields';
import type { Applied, Conversion } from './convert';
import type { ProofRow } from './proof';
import { touching } from './touching';
import type { XlGuest } from './xl-side';
import type { Reason, XmFact, XmGuest } from './xm-guest';

/** The two guests that are compared, and what the first one was made from. */
export interface Compared {
  readonly values: ReadonlyMap<string, PlainValue>;
  /** The settings whose values are not known, with the reason. */
  readonly unknown: ReadonlyMap<string, string>;
  readonly guest: XmGuest;
  readonly after: XlGuest;
}

/** Tells why a field differs. */
export interface Explainer {
  /** Undefined when no reason is known. To be asked for fields that differ alone: finding out costs some builds. */
  field(field: string): Reason | undefined;
  fact(fact: XmFact): ProofRow;
}

/** Makes the functions that find the reason for a difference. */
export function explainer(first: Inspection, { applied }: Conversion, compared: Compared): Explainer {
  const { values, unknown, guest, after } = compared;
  const unsafe = namesOf(
    first,
    applied.filter(({ kind }) => kind === 'unsafe'),
  );
  const demanded = namesOf(
    first,
    applied.filter(({ code }) => !/^(xm|python)-/.test(code)),
  );
  const xmCauses = causes(guest);
  const xlCauses = causes(after);

  /** The decision behind a key: what is left to somebody, or what somebody took on himself. */
  const decision = (keys: Iterable<string>): Reason | undefined => {
    const names = [...new Set([...keys].flatMap((key) => [key, ...xmNamesFor(key).map(({ name }) => name)]))];
    for (const name of names) {
      const text = unknown.get(name) ?? after.undecided.get(name);
      if (text !== undefined) return { kind: 'undecided', text };
    }
    const fix = names.map((name) => unsafe.get(name)).find((one) => one !== undefined);
    return fix && { kind: 'unsafe', text: `${fix.title} (${fix.code})` };
  };

  const field = (field: string): Reason | undefined => {
    const disk = /^disks\[\d+\]/.exec(field)?.[0];
    const undecided = disk === undefined ? undefined : after.undecided.get(disk);
    if (undecided !== undefined) return { kind: 'undecided', text: undecided };
    const xmKeys = xmCauses(field);
    const xlKeys = xlCauses(field);
    const keys = [...xmKeys, ...xlKeys];
    const decided = decision(keys);
    if (decided) return decided;
    for (const key of xmKeys) {
      const one = guest.defaults.get(key);
      if (one) return { kind: 'default', text: `${key} is not set: xm took ${one.value}, xl takes ${one.xl}` };
    }
    for (const key of keys) {
      const text = guest.forms.get(key);
      if (text !== undefined) return { kind: 'form', text };
    }
    for (const key of xlKeys) {
      const from = xmNamesFor(key).find(({ name }) => name !== key && values.has(name));
      if (from && !values.has(key)) return { kind: 'other-key', text: `${key} stands for ${from.name}` };
    }
    const fix = keys.map((key) => demanded.get(key)).find((one) => one !== undefined);
    if (fix) return { kind: 'form', text: `xl demands it: ${fix.title} (${fix.code})` };
    return xmKeys.map((key) => neglected(key)).find((reason) => reason !== undefined);
  };

  /** A name of xm that stood for a key, where nothing was made of it: it does nothing any more. */
  const neglected = (key: string): Reason | undefined => {
    if (JSON.stringify(values.get(key)) !== JSON.stringify(after.settings.get(key))) return undefined;
    const row = xmNamesFor(key).find(({ name, xl }) => values.has(name) && xl !== 'reads');
    return row && { kind: 'dropped', text: `xl ignores ${row.name}${row.note ? `: ${row.note}` : ''}` };
  };

  const fact = ({ field, value, key, reason }: XmFact): ProofRow => {
    const row = { field, before: value };
    if (reason.kind === 'backend') return { ...row, after: 'as libxl chooses', reason };
    const disk = /^disks\[\d+\]/.exec(field)?.[0] ?? key;
    const decided = decision(new Set([disk, key]));
    if (decided) return { ...row, reason: decided };
    const heirs = findXmName(key)?.keys.filter((heir) => after.keys.includes(heir) && !values.has(heir)) ?? [];
    if (heirs.length === 0) return { ...row, reason };
    const text = `xl has ${heirs.join(', ')} in its place`;
    return { ...row, after: heirs.join(', '), reason: { kind: 'other-key', text } };
  };
  return { field, fact };
}

/** The settings on which a field depends, found by leaving out one after the other. */
function causes(guest: BuiltGuest): (field: string) => string[] {
  let without: [string, ReadonlyMap<string, string>][] | undefined;
  return (field) => {
    without ??= guest.keys.filter((key) => findKey(key)).map((key) => [key, guest.fieldsWithout(key)]);
    const value = guest.fields.get(field);
    // where there is no guest without the setting, that tells nothing about the field
    return without.filter(([, fields]) => fields.size > 0 && fields.get(field) !== value).map(([key]) => key);
  };
}

/** The names that the original text sets where one of these fixes was applied. */
function namesOf({ input }: Inspection, fixes: readonly Applied[]): Map<string, Applied> {
  const found = new Map<string, Applied>();
  if (fixes.length === 0) return found;
  const statements = input.python?.evaluation.statements ?? [];
  const lines = [0, ...[...input.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  for (const fix of fixes) {
    const line = { start: lines[fix.line] ?? 0, end: (lines[fix.line + 1] ?? input.text.length + 1) - 1 };
    for (const { name } of touching(input.tree.settings, line)) found.set(name, fix);
    for (const { writes } of touching(statements, line)) for (const name of writes) found.set(name, fix);
  }
  return found;
}
