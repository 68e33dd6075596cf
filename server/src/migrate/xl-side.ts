import type { Host } from '../model';
import type { Fields } from '../model/fields';
import type { Inspection } from '../rules/inspect';
import type { PlainValue } from '../syntax/reading';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import { parseDisk } from '../syntax/specs';
import type { Setting, Value } from '../syntax/tree';
import { type BuiltGuest, builtGuest, refusedKey } from './built-fields';
import type { Conversion } from './convert';
import { touching } from './touching';

/** The guest that xl builds from a conversion's result, as far as that is decided. */
export interface XlGuest extends BuiltGuest {
  /** What is left to decide, by the name of the setting, or by a disk's place among the fields (`disks[1]`). */
  readonly undecided: ReadonlyMap<string, string>;
}

/** Builds the result of a conversion; where xl refuses it, without the settings and disks that are to blame. */
export function xlGuest({ result, left }: Conversion, host: Host): XlGuest {
  const { release, reading, tree } = result.input;
  const undecided = new Map<string, string>();
  const note = (name: string, text: string) => {
    if (!undecided.has(name)) undecided.set(name, text);
  };
  const before = disksBefore(tree.settings);
  for (const { span, message } of left) for (const name of namesAt(result, span, before)) note(name, message);
  if (reading.ok && result.verdict === 'accepted') {
    const settings = new Map(reading.settings.map(({ name, value }) => [name, value]));
    return { ...builtGuest({ settings, release, host }), undecided };
  }
  const settings = plainSettings(tree.settings.filter(({ broken }) => !broken));
  const disks = disksOf(settings.get('disk'), release);
  if (disks) settings.delete('disk');
  const guest = { settings, disks, release, host };
  for (let refused = refusedKey(guest); refused; refused = refusedKey(guest)) {
    settings.delete(refused.key);
    note(refused.key, refused.text);
  }
  return { ...builtGuest(guest), undecided };
}

/** Each disk for itself; one that xl refuses keeps its place and has no fields. */
function disksOf(value: PlainValue | undefined, release: Release): Fields[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => (typeof item === 'string' ? diskFields(item, release) : undefined) ?? {});
}

/** The fields that xl sets for a disk; undefined when it refuses it. */
export function diskFields(text: string, release: Release): Fields | undefined {
  const { rc, disk } = parseDisk(text, release);
  if (rc !== 0) return undefined;
  return Object.fromEntries(Object.entries(disk).filter(([, value]) => value !== null)) as Fields;
}

/** The names of the settings at a place of the result, Python's among them, and the disk there. */
function namesAt({ input }: Inspection, span: Span, before: ReadonlyMap<Setting, number>): string[] {
  const names = touching(input.tree.settings, span).map((setting) => {
    const { name, value } = setting;
    const first = before.get(setting);
    const [disk] = value.kind === 'list' ? touching(value.items, span) : [];
    if (first === undefined || value.kind !== 'list' || !disk) return name;
    return `disks[${first + value.items.indexOf(disk)}]`;
  });
  const statements = touching(input.python?.evaluation.statements ?? [], span);
  return [...names, ...statements.flatMap(({ writes }) => [...writes])];
}

/** How many disks stand before those of each setting of `disk`, which += extends. */
function disksBefore(settings: readonly Setting[]): Map<Setting, number> {
  const before = new Map<Setting, number>();
  let count = 0;
  for (const setting of settings) {
    if (setting.name !== 'disk') continue;
    if (setting.op === '=') count = 0;
    before.set(setting, count);
    if (setting.value.kind === 'list') count += setting.value.items.length;
  }
  return before;
}

/** The settings of a tree as libxlutil would keep them, the last one of each name, with what += adds to it. */
export function plainSettings(settings: readonly Setting[]): Map<string, PlainValue> {
  const values = new Map<string, PlainValue>();
  for (const { name, op, value } of settings) {
    const before = op === '+=' ? values.get(name) : undefined;
    values.set(name, before === undefined ? plainValue(value) : joined(before, plainValue(value)));
  }
  return values;
}

function joined(before: PlainValue, added: PlainValue): PlainValue {
  if (Array.isArray(before)) return [...before, ...(Array.isArray(added) ? added : [added])];
  return typeof added === 'string' ? before + added : added;
}

function plainValue(value: Value): PlainValue {
  return value.kind === 'list' ? value.items.map(plainValue) : value.text;
}
