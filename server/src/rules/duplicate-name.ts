import { type Rule, report } from './rule';

export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'warning',
  docs: {
    title: 'Two files give one name to their guests',
    why: 'A host runs one guest of a name at a time, and commands that take a name cannot tell the two apart.',
    xl: 'xl reads each file by itself and accepts it; creating the second guest fails while the first one runs.',
    remedy: 'Give each guest a name of its own.',
    before: 'name = "web"   # in web.cfg and in web-old.cfg',
    after: 'name = "web-old"',
  },
  *check(file) {
    const setting = file.last('name');
    if (!setting || setting.value.kind === 'list') return;
    const others = file.input.sameName?.(setting.value.text) ?? [];
    if (others.length === 0) return;
    const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
    const names = others.length > 1 ? 'name their guests' : 'names its guest';
    const message = `${others[0]}${more} ${names} "${setting.value.text}" too. xl accepts both files, but creates the second guest only while the first one is not running. Give it another name.`;
    yield report(duplicateName, setting.value.span, message);
  },
};
