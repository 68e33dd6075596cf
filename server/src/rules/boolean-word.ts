import { replace } from './edits';
import { isSwitch } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

const TRUE = /^(yes|y|true|on|enabled?)$/i;
const FALSE = /^(no|n|false|off|disabled?|none)$/i;

export const docs: RuleDocs = {
  title: 'A word where xl wants 0 or 1',
  why: 'What looks switched on or off keeps its default.',
  xl: 'xl takes the word for no number, warns for most keys, and goes on as if the key were not set.',
  remedy: 'Write 1 or 0.',
  before: 'localtime = "yes"',
  after: 'localtime = 1',
};

export const booleanWord: Rule = {
  code: 'boolean-word',
  severity: 'warning',
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const key of file.numbers) {
      const { setting, row, value } = key;
      if (!isSwitch(row)) continue;
      const text = value.text.trim();
      const number = TRUE.test(text) ? 1 : FALSE.test(text) ? 0 : undefined;
      if (number === undefined) continue;
      const { fate } = key;
      const effect = row.default === undefined || fate.severity === 'error' ? '' : ` (default: ${row.default})`;
      const message = `${setting.name} takes 1 or 0, not "${value.text}": ${fate.words}${effect}. Write ${number}.`;
      const edits = [replace(value.span, String(number))];
      yield report(
        booleanWord,
        value.span,
        message,
        [{ title: `Write ${number}`, kind: 'unsafe', edits }],
        fate.severity,
      );
    }
  },
};
