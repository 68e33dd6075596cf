import { findXmName } from '../schema/xm';
import { commentOut } from './edits';
import { type Rule, report } from './rule';
import { RULE_OF_KEY } from './xm-key-owners';

export const xmKey: Rule = {
  code: 'xm-key',
  severity: 'warning',
  docs: {
    title: 'A key that only xm knew',
    why: 'The setting does nothing any more. For some keys the guest is another one without it.',
    xl: 'xl ignores most of these keys without a word, and warns of a few.',
    remedy: 'Do what the finding says with another key, or keep the line as a comment.',
    before: 'superpages = 1',
    after: '# xl ignores this - no config key in xl\n#superpages = 1',
  },
  *check(file) {
    for (const setting of file.settings) {
      const xm = findXmName(setting.name);
      if (!xm || xm.option || xm.xl === 'reads' || xm.xl === 'refuses') continue;
      if (RULE_OF_KEY.has(setting.name) || file.input.knownKeys.has(setting.name)) continue;
      const how = xm.xl === 'warns' ? 'xl warns and ignores it' : 'xl ignores it without a word';
      const note = xm.note ? ` (${xm.note})` : '';
      const remedy = xm.keys.length > 0 ? `Remove it; for xl see ${xm.keys.join(', ')}.` : 'Remove it.';
      yield report(xmKey, setting.nameSpan, `"${setting.name}" is a key of xm: ${how}${note}. ${remedy}`, [
        {
          title: 'Make it a comment: xl ignores it',
          kind: 'safe',
          edits: commentOut(file, setting, reason(xm.keys, xm.note)),
        },
      ]);
    }
  },
};

function reason(keys: readonly string[], note: string | undefined): string {
  const see = keys.length > 0 ? `see ${keys.join(', ')}` : undefined;
  const why = [note, see].filter((part) => part !== undefined).join('; ');
  return why === '' ? 'xl ignores this' : `xl ignores this - ${why}`;
}
