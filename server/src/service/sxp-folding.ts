import type { SxpNode } from '../formats/sxp/tree';
import type { Fold } from './folding';
import type { SxpFile } from './sxp';

/** No line is indented further. */
const MOST_BLANKS = 1000;

/** Lists and comments of several lines. The line of a closing parenthesis stays when nothing stands before it. */
export function sxpFolds(file: SxpFile): Fold[] {
  const found = [...listFolds(file), ...commentFolds(file)];
  return found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function* listFolds({ tree: { forms, text }, lines }: SxpFile): Generator<Fold> {
  const waiting: SxpNode[] = [...forms];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'text') continue;
    const startLine = lines.position(node.span.start).line;
    const last = node.span.end - 1;
    const lastLine = lines.position(last).line;
    if (lastLine === startLine) continue;
    for (const item of node.items) waiting.push(item);
    const lineStart = lines.start(lastLine);
    const isAlone =
      text[last] === ')' && last - lineStart < MOST_BLANKS && /^[ \t)]*$/.test(text.slice(lineStart, last));
    const endLine = isAlone ? lastLine - 1 : lastLine;
    if (endLine > startLine) yield { startLine, endLine };
  }
}

function* commentFolds({ tree: { comments, text }, lines }: SxpFile): Generator<Fold> {
  let block: { first: number; last: number } | undefined;
  for (const { start } of comments) {
    const { line, character } = lines.position(start);
    if (text.slice(start - character, start).trim() !== '') continue;
    if (block && line === block.last + 1) block.last = line;
    else {
      if (block && block.last > block.first) yield { startLine: block.first, endLine: block.last, kind: 'comment' };
      block = { first: line, last: line };
    }
  }
  if (block && block.last > block.first) yield { startLine: block.first, endLine: block.last, kind: 'comment' };
}
