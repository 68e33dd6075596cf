import { commentOut, quoted, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'root with root= in it, or beside root= in extra',
  why: 'xm took a leading root= off the value, and left root out when it was empty, or when the kernel arguments in extra had a root= of their own.',
  xl: 'xl puts root= before the value whatever it is, and extra behind it: the kernel gets root=root=..., root= without a device, or root= twice.',
  remedy: 'Write the device alone, in one place.',
  before: 'root = "root=/dev/xvda1 ro"',
  after: 'root = "/dev/xvda1 ro"',
};

export const xmRoot: Rule = {
  code: 'xm-root',
  severity: 'warning',
  *check(file) {
    const root = file.last('root');
    if (!root || root.value.kind === 'list' || file.isComputed('root', 'extra')) return;
    const { value } = root;
    const fixes: Fix[] = [];
    if (value.text.startsWith('root=')) {
      const text = quoted(file, value.text.slice('root='.length), value);
      fixes.push({ title: 'Take root= off', kind: 'restoring', edits: [replace(value.span, text)] });
      const message = `xl puts root= before this: the kernel gets "root=${value.text}". Write the device alone.`;
      yield report(xmRoot, value.span, message, fixes);
    } else if (file.isXm && value.text === '') {
      const edits = commentOut(file, [...file.all('root')], 'xm took this for no root at all');
      fixes.push({ title: 'Make it a comment: xm took it for no root at all', kind: 'restoring', edits });
      const message =
        'xl hands "root=" without a device to the kernel. xm took an empty root for none. Take the line out.';
      yield report(xmRoot, root.nameSpan, message, fixes);
    } else if (file.isXm && value.text !== '' && /root=/.test(file.scalar('extra') ?? '')) {
      const edits = commentOut(file, [...file.all('root')], 'xm left this out: extra holds root=');
      fixes.push({ title: 'Make it a comment: extra holds root=', kind: 'restoring', edits });
      const message = `extra holds root= too. xm left this one out then; xl hands both to the kernel. Keep one of them.`;
      yield report(xmRoot, root.nameSpan, message, fixes);
    }
  },
};
