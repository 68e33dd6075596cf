import { findKey, keyIsRead } from '../schema/keys';
import { releaseName } from '../syntax/release';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A key that the chosen Xen release does not read',
  why: 'What a key does on one host is missing on another that runs an older or a newer Xen.',
  xl: 'xl of a release that does not know the key ignores it without a word.',
  remedy: 'Choose the release that the file is for (xencfg.xenRelease), or do without the key.',
  before: 'cmdline = "console=hvc0"   # for Xen 4.2',
  after: 'extra = "console=hvc0"',
};

export const keyRelease: Rule = {
  code: 'key-release',
  severity: 'warning',
  general: true,
  hostFiles: true,
  itemwise: true,
  *check(file) {
    for (const { name, nameSpan } of file.settings) {
      const row = findKey(name, file.circumstances.configFile);
      if (!row || keyIsRead(row, file.release) || file.circumstances.knownKeys.has(name)) continue;
      const chosen = releaseName(file.release);
      const [history, remedy] =
        row.since > file.release
          ? [`is read from Xen ${row.point ?? releaseName(row.since)} on`, 'Choose a newer release, or do without it.']
          : [
              `was read up to Xen ${releaseName(row.until!)}`,
              row.replacedBy ? `Use ${row.replacedBy.join(' or ')}.` : 'Remove it.',
            ];
      yield report(
        keyRelease,
        nameSpan,
        `"${name}" ${history}. xl of the chosen release, ${chosen}, ignores it without a word. ${remedy}`,
      );
    }
  },
};
