import { findKey, keyIsRead } from '../schema/keys';
import { LineIndex } from '../syntax/lines';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { commentOut, remove, removeButComment } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A setting that a later one overwrites',
  why: 'Only the last one counts: whoever changes the first one changes nothing.',
  xl: 'xl reads the last setting of a name and never looks at the ones before it. There is no message.',
  remedy: 'Remove one of them, or join lists with +=.',
  before: 'memory = 512\nvcpus = 2\nmemory = 1024',
  after: 'vcpus = 2\nmemory = 1024',
};

export const duplicateSetting: Rule = {
  code: 'duplicate-setting',
  severity: 'warning',
  hostFiles: true,
  *check(file) {
    if (!file.hasRepeatedNames) return;
    const { python, configFile } = file.circumstances;
    const next = new Map<string, Setting>();
    let lines: LineIndex | undefined;
    for (const setting of file.settings.toReversed()) {
      const { name, nameSpan, op } = setting;
      const later = next.get(name);
      if (op === '=') next.set(name, setting);
      // what Python reads in between counts
      const row = findKey(name, configFile);
      if (!later || !row || !keyIsRead(row, file.release) || python?.reads.has(name) || python?.writes.has(name))
        continue;
      lines ??= new LineIndex(file.text);
      const line = lines.position(later.span.start).line + 1;
      const message = `"${name}" is set again on line ${line}: xl never looks at this one. Remove one of them.`;
      yield report(duplicateSetting, nameSpan, message, python ? [] : () => [fixFor(file, setting, later)]);
    }
  },
};

function fixFor(file: FileContext, setting: Setting, later: Setting): Fix {
  const { span, name } = setting;
  const reason = `xl ignores this - ${name} is set again below`;
  const { original } = file.circumstances;
  // what a conversion wrote itself, on the way to the last value, is nobody's to keep, nor what Python began with
  const isOwn = original !== undefined && !original.includes(file.text.slice(span.start, span.end));
  const isComputed = file.isXm && file.circumstances.originalReads?.has(name);
  const title = 'Remove it: xl ignores it';
  if (isOwn || (isComputed && begins(setting, later)))
    return { title, kind: 'safe', edits: removeButComment(file, setting), converts: true };
  if (file.isXm && isEmpty(setting))
    return { title, kind: 'safe', edits: remove(file, setting, reason), converts: true };
  const all = file.all(name);
  const at = all.indexOf(setting);
  // what += adds to it must not be added to the one before it, which may be no list
  const end = all.findIndex((one, index) => index > at && one.op === '=');
  const added = at > 0 && setting.op === '=' ? all.slice(at + 1, end) : [];
  const edits = commentOut(file, [setting, ...added], reason);
  // nothing to start from any more, once the last value stands in one place
  return {
    title: 'Make this one a comment: xl ignores it',
    kind: 'safe',
    edits,
    ...(isComputed && { converts: true }),
  };
}

/** True when a later list, made of this one by Python, begins with the items of this one. */
function begins({ value, op }: Setting, { value: later }: Setting): boolean {
  if (value.kind !== 'list' || later.kind !== 'list' || op !== '=' || value.items.length > later.items.length)
    return false;
  return value.items.every((item, i) => {
    const same = later.items[i]!;
    return item.kind !== 'list' && same.kind !== 'list' && item.text === same.text;
  });
}

function isEmpty({ value }: Setting): boolean {
  return value.kind === 'list' ? value.items.length === 0 : value.text === '';
}
