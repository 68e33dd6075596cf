import { onWrongShape, readersOf, shapeOf } from '../schema/keys';
import type { KeyRow } from '../schema/types';
import type { FileContext } from './context';
import { replace } from './edits';
import { keyFate } from './fate';
import type { Finding, Fix } from './finding';
import type { KeySetting } from './key-settings';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A list where a single value belongs, or the other way round',
  why: 'The guest starts without what the setting says: without any disk, for example, and xl reports success.',
  xl: 'For most keys xl warns and goes on as if the key were not set; for some it refuses the file, for some it says nothing.',
  remedy: 'Put brackets around the value, or take them away.',
  before: "disk = '/dev/vg/web,raw,xvda,rw'",
  after: "disk = [ '/dev/vg/web,raw,xvda,rw' ]",
};

export const wrongShape: Rule = {
  code: 'wrong-shape',
  severity: 'warning',
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const key of file.keys) {
      if (!key.read) continue;
      yield* checkShape(file, key);
      yield* checkItems(file, key);
    }
  },
};

function* checkShape(file: FileContext, { setting, row }: KeySetting): Iterable<Finding> {
  const { name, value } = setting;
  const shape = shapeOf(row);
  const listed = value.kind === 'list';
  if (shape === 'either' || (shape === 'scalar') !== listed) return;
  const { severity, words } = keyFate(file, name, onWrongShape(row));
  const nothing = listed || severity === 'error' ? '' : `, so the guest gets nothing from it`;
  const [is, wants] = listed ? ['a list', 'a single value'] : ['a single value', 'a list'];
  const fix = listed ? unwrapped(file, setting) : wrapped(file, setting, row);
  const remedy = listed ? 'Take the brackets away.' : 'Put brackets around it.';
  const message = `${name} is ${is} here and should be ${wants}: ${words}${nothing}. ${remedy}`;
  yield report(wrongShape, value.span, message, fix ? [fix] : [], severity);
}

function wrapped(file: FileContext, { value }: KeySetting['setting'], row: KeyRow): Fix | undefined {
  if (row.shape === 'nested') return undefined;
  const text = file.text.slice(value.span.start, value.span.end);
  return { title: 'Put brackets around it', kind: 'unsafe', edits: [replace(value.span, `[ ${text} ]`)] };
}

function unwrapped(file: FileContext, { value }: KeySetting['setting']): Fix | undefined {
  if (value.kind !== 'list' || value.items.length !== 1 || value.items[0]!.kind === 'list') return undefined;
  const { start, end } = value.items[0]!.span;
  return { title: 'Take the brackets away', kind: 'unsafe', edits: [replace(value.span, file.text.slice(start, end))] };
}

/** A list within a list that should hold values alone: xl comes no further than to it. */
function* checkItems(file: FileContext, { setting, row }: KeySetting): Iterable<Finding> {
  const { name, value } = setting;
  if (value.kind !== 'list' || shapeOf(row) === 'nested' || shapeOf(row) === 'scalar' || file.isFlat(name)) return;
  const values = file.values(name);
  const first = values.findIndex(({ kind }) => kind === 'list');
  if (first < 0) return;
  const { severity } = keyFate(file, name, 'ignores');
  const refuses = readersOf(row).some((reader) => reader.endsWith('string_list'));
  const what = first + 1 < values.length ? 'it and all behind it' : 'it';
  const xl =
    severity === 'error' ? 'xl refuses the file' : `xl leaves ${what} out${refuses ? '' : ' and says nothing'}`;
  const message = `An item of ${name} is a value, not a list: ${xl}. Take the inner brackets away.`;
  yield report(wrongShape, values[first]!.span, message, [], severity);
}
