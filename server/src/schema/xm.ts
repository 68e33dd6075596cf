import { XM_CHANGED } from './data/xm/changed';
import { XM_CREATE_OPTIONS } from './data/xm/create-options';
import { XM_IGNORED } from './data/xm/ignored';
import { XM_LOST } from './data/xm/lost';
import { XM_SAME } from './data/xm/same';
import { XM_SAME_DEVICES } from './data/xm/same-devices';
import { findKey } from './keys';
import type { XmName, XmRow } from './xm-types';

const NAMES: readonly XmName[] = [
  ...XM_SAME,
  ...XM_SAME_DEVICES,
  ...XM_CHANGED,
  ...XM_LOST,
  ...XM_IGNORED,
  ...XM_CREATE_OPTIONS,
].map(named);

const INDEX: ReadonlyMap<string, XmName> = new Map(NAMES.map((row) => [row.name, row]));

const BY_KEY: ReadonlyMap<string, readonly XmName[]> = byKey();

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
  const names = new Map<string, XmName[]>();
  for (const name of NAMES) {
    for (const key of name.keys) names.set(key, [...(names.get(key) ?? []), name]);
  }
  return names;
}

/** Every variable of xm files and every option of `xm create` (`--name`), of Xen 3.0.0 to 4.4. */
export function allXmNames(): readonly XmName[] {
  return NAMES;
}

/** The variable of that name, or the option of `xm create` when the name starts with two dashes. */
export function findXmName(name: string): XmName | undefined {
  return INDEX.get(name);
}

/** The names of xm whose work that key of xl does now, its own among them. */
export function xmNamesFor(key: string): readonly XmName[] {
  return BY_KEY.get(key) ?? [];
}
