import { remove } from './edits';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A value that is the default',
  why: 'A short file shows what is special about a guest. Off unless a severity is set for it.',
  xl: 'xl would do the same without the setting.',
  remedy: 'Remove the setting.',
  before: 'memory = 512\non_crash = "destroy"',
  after: 'memory = 512',
};

export const redundantDefault: Rule = {
  code: 'redundant-default',
  severity: 'hint',
  off: true,
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const { setting, row, read } of file.keys) {
      const { value, name } = setting;
      // a default with a condition is not known from the file alone
      if (!read || row.default === undefined || row.defaultNote !== undefined || value.kind === 'list') continue;
      const number = numberOf(row.default);
      const same = number === undefined ? value.text === row.default : numberOf(value.text) === number;
      if (!same || setting.op === '+=') continue;
      const edits = remove(file, setting, 'the default');
      yield report(
        redundantDefault,
        value.span,
        `This is the default of ${name}: xl would do the same without it. Remove it.`,
        [{ title: 'Remove it', kind: 'unsafe', edits }],
      );
    }
  },
};
