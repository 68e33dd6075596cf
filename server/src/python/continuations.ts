import type { Evaluation } from './evaluate';
import { lineBreak } from './regions';
import type { PythonFix } from './rewrite';

/** Backslashes that join a statement to the one on the next line, which xl cannot read: the line ends there instead. */
export function continuations({ tree }: Evaluation): PythonFix[] {
  const { text, root } = tree;
  if (root.broken) return [];
  return root.children
    .filter(({ type, start }) => type === 'line_continuation' && text[start] === '\\')
    .map(({ start, end }) => {
      const indent = /^[ \t\f]*/.exec(text.slice(end, end + 200))![0].length;
      const span = { start, end: start + 1 };
      const edits = [{ span: { start, end: end + indent }, newText: lineBreak(text) }];
      const shared = {
        code: 'python-statement',
        what: 'a backslash between statements',
        value: '',
        needs: [],
      } as const;
      return { ...shared, span, statement: span, title: 'End the line here', edits };
    });
}
