import { once } from '../syntax/once';
import { findKey } from './keys';
import { tables } from './tables';
import type { XmName, XmRow } from './xm-types';

const names = once((): readonly XmName[] => tables().xmNames.map(named));

const index = once((): ReadonlyMap<string, XmName> => new Map(names().map((row) => [row.name, row])));

const ofKeys = once(byKey);

function named(row: XmRow): XmName {
  const read = row.relation !== 'none' && row.relation !== 'renamed';
  return {
    ...row,
    since: row.since ?? '3.0.0',
    until: row.until ?? '4.4',
    guests: row.guests ?? ['pv', 'hvm'],
    keys: row.keys ?? (read && findKey(row.name) ? [row.name] : []),
    xl: row.xl ?? (read ? 'reads' : 'ignores'),
  };
}

function byKey(): ReadonlyMap<string, readonly XmName[]> {
  const found = new Map<string, XmName[]>();
  for (const name of names()) {
    for (const key of name.keys) found.set(key, [...(found.get(key) ?? []), name]);
  }
  return found;
}

/** Every variable of xm files and every option of `xm create` (`--name`), of Xen 3.0.0 to 4.4. */
export function allXmNames(): readonly XmName[] {
  return names();
}

/** The variable of that name, or the option of `xm create` when the name starts with two dashes. */
export function findXmName(name: string): XmName | undefined {
  return index().get(name);
}

/** The names of xm whose work that key of xl does now, its own among them. */
export function xmNamesFor(key: string): readonly XmName[] {
  return ofKeys().get(key) ?? [];
}
