import { nodesOf, type PyNode } from './tree';

/** Words behind which an expression begins. */
const WORDS = new Set(
  'and assert del elif else exec except finally for if import in is lambda not or print raise return while yield'.split(
    ' ',
  ),
);

/** A comment, a text up to its end or where it has to end, a number or name, or any other character, line breaks among them. */
const TOKEN =
  /#.*|('''|""")(?:\\[\s\S]|(?!\1)[\s\S])*(?:\1|$)|(['"])(?:\\[\s\S]|(?!\2)[^\\\n])*(?:\2|(?=\n|$))|\w+|[^ \t\r\f\v\w]/g;

/**
 * The text with parentheses for backquotes, which tree-sitter takes for the quotes of a text: that they hold an
 * expression, and others inside, it cannot know. Where they do not stand in pairs, with what no program may hold.
 */
export function withParentheses(text: string): string {
  const opened: { readonly at: number; readonly depth: number }[] = [];
  let depth = 0;
  let isBehindOperand = false;
  let made = '';
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    if (token === '\n') {
      // only brackets and texts go on over lines
      if (opened.at(-1)?.depth === depth) return unreadable(text);
      if (depth === 0) isBehindOperand = false;
      continue;
    }
    if (token === '`') {
      made += `${text.slice(end, index)}${isBehindOperand ? ')' : '('}`;
      end = index + 1;
      if (!isBehindOperand) opened.push({ at: index, depth });
      else if (!isClosed(text, opened.pop(), depth, index)) return unreadable(text);
      continue;
    }
    if (/^[[({]$/.test(token)) depth++;
    else if (/^[\])}]$/.test(token)) depth--;
    isBehindOperand = /^[\])}]$|['"]$/.test(token) || (/^\w/.test(token) && !WORDS.has(token));
  }
  return opened.length === 0 ? made + text.slice(end) : unreadable(text);
}

const unreadable = (text: string) => text.replaceAll('`', '?');

/** True when what was opened may end here: outside of brackets that were opened behind it, and not empty. */
function isClosed(text: string, opened: { at: number; depth: number } | undefined, depth: number, at: number): boolean {
  return opened?.depth === depth && /[^,\s]\s*$/.test(text.slice(opened.at + 1, at));
}

/** Makes nodes of type `backquotes`, with the expression as their only part, of what was read with parentheses. */
export function markBackquotes(text: string, root: PyNode): void {
  for (const node of nodesOf(root)) {
    if (text[node.start] !== '`' || text[node.end - 1] !== '`') continue;
    if (node.type === 'parenthesized_expression') Object.assign(node, { type: 'backquotes' });
    if (node.type !== 'tuple') continue;
    const inner = { ...node, type: 'expression_list', role: '', start: node.start + 1, end: node.end - 1 };
    Object.assign(node, { type: 'backquotes', children: [inner] });
  }
}
