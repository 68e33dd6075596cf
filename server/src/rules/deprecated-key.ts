import type { KeyRow } from '../schema/types';
import { releaseName } from '../syntax/release';
import type { FileContext } from './context';
import { rename, replace } from './edits';
import type { Fix } from './finding';
import type { KeySetting } from './key-settings';
import { type Rule, type RuleDocs, report } from './rule';

/** Settings that another key says as well: the value there, by the value here. */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  builder: { hvm: 'hvm', generic: 'pv' },
  stdvga: { '0': 'cirrus', '1': 'stdvga' },
  altp2mhvm: { '0': 'disabled', '1': 'mixed' },
};

export const docs: RuleDocs = {
  title: 'A key that another one has replaced, or that does nothing any more',
  why: 'A later release reads it no more, and what is new in its place can do more.',
  xl: 'xl still reads the key; for some it warns, some it ignores.',
  remedy: 'Use the key that the message names.',
  before: 'stdvga = 1',
  after: 'vga = "stdvga"',
};

export const deprecatedKey: Rule = {
  code: 'deprecated-key',
  severity: 'warning',
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const key of file.keys) {
      const { setting, row, read } = key;
      const { deprecatedSince: since, replacedBy } = row;
      if (!read || since === undefined || file.isFatal(setting.name) || since > file.release) continue;
      const warns = row.checks?.some(
        ({ when, xl, since: from = 0, until = Number.POSITIVE_INFINITY }) =>
          xl === 'warns' &&
          /deprecated|ignored|not supported/.test(when) &&
          from <= file.release &&
          file.release <= until,
      );
      const what = replacedBy ? `${replacedBy.join(' or ')} took its place` : 'nothing took its place';
      const xl = warns ? 'xl warns about it' : 'xl still reads it';
      const remedy = replacedBy ? `Use ${replacedBy.join(' or ')}.` : 'Remove it.';
      const message = `"${setting.name}" is deprecated since Xen ${releaseName(since)}: ${what}. ${xl}. ${remedy}`;
      yield report(deprecatedKey, setting.nameSpan, message, successor(file, key, row), warns ? 'warning' : 'hint');
    }
  },
};

function successor(file: FileContext, { setting }: KeySetting, { replacedBy }: KeyRow): Fix[] {
  const [name, ...others] = replacedBy ?? [];
  const { value } = setting;
  const word = value.kind === 'list' ? undefined : SAME[setting.name]?.[value.text];
  if (name === undefined || others.length > 0 || word === undefined || file.sets(name)) return [];
  const edits = [rename(file, setting, name), replace(value.span, `"${word}"`)];
  return [{ title: `Write ${name} = "${word}"`, kind: 'unsafe', edits }];
}
