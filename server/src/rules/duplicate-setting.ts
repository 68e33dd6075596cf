import { findKey } from '../schema/keys';
import { LineIndex } from '../syntax/lines';
import type { Setting } from '../syntax/tree';
import { commentOut } from './edits';
import { type Rule, report } from './rule';

export const duplicateSetting: Rule = {
  code: 'duplicate-setting',
  severity: 'warning',
  docs: {
    title: 'A setting that a later one overwrites',
    why: 'Only the last one counts: whoever changes the first one changes nothing.',
    xl: 'xl reads the last setting of a name and never looks at the ones before it. There is no message.',
    remedy: 'Remove one of them, or join lists with +=.',
    before: 'memory = 512\nvcpus = 2\nmemory = 1024',
    after: 'vcpus = 2\nmemory = 1024',
  },
  *check(file) {
    const { python } = file.input;
    const next = new Map<string, Setting>();
    const lines = new LineIndex(file.text);
    for (const setting of file.settings.toReversed()) {
      const { name, nameSpan, op } = setting;
      const later = next.get(name);
      if (op === '=') next.set(name, setting);
      // what Python reads in between counts
      if (!later || !findKey(name) || python?.reads.has(name) || python?.writes.has(name)) continue;
      const line = lines.position(later.span.start).line + 1;
      const message = `"${name}" is set again on line ${line}: xl never looks at this one. Remove one of them.`;
      const title = 'Make this one a comment: xl ignores it';
      const edits = commentOut(file, setting, `xl ignores this - ${name} is set again below`);
      yield report(duplicateSetting, nameSpan, message, python ? [] : [{ title, kind: 'safe', edits }]);
    }
  },
};
