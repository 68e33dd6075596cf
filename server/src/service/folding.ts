import { nodesOf } from '../python/tree';
import { Token } from '../syntax/scanner';
import type { Analysis } from './analysis';
import { pythonTree } from './python-nodes';

/** Lines that can be folded into the first of them; both from 0, the last one is the last that disappears. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region' | 'imports';
}

/** Lists, comments of several lines, regions between `# region` and `# endregion`, and the blocks of Python. */
export function folds(analysis: Analysis): Fold[] {
  const found = [...(pythonTree(analysis) ? pythonFolds(analysis) : listFolds(analysis)), ...commentFolds(analysis)];
  return found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Lists that nobody closed reach to where their setting was given up, and are left alone. */
function* listFolds({ tree: { tokens }, lines }: Analysis): Generator<Fold> {
  const open: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind(i);
    if (kind === Token.Open) open.push(tokens.start(i));
    else if (kind === Token.Assign) open.length = 0;
    else if (kind === Token.Close) {
      const start = open.pop();
      if (start === undefined) continue;
      const startLine = lines.position(start).line;
      const end = lines.position(tokens.start(i));
      // the line of the closing bracket stays visible when nothing else stands before it
      const alone = tokens.kind(i - 1) === Token.Newline;
      const endLine = alone ? end.line - 1 : end.line;
      if (endLine > startLine) yield { startLine, endLine };
    }
  }
}

const BRACKETED = new Set([
  'list',
  'dictionary',
  'tuple',
  'set',
  'argument_list',
  'parenthesized_expression',
  'string',
]);

function* pythonFolds(analysis: Analysis): Generator<Fold> {
  const { lines, text } = analysis;
  const tree = pythonTree(analysis);
  if (!tree) return;
  let imports: { first: number; last: number } | undefined;
  for (const node of nodesOf(tree.root)) {
    if (node.type === 'import_statement' || node.type === 'import_from_statement') {
      const line = lines.position(node.start).line;
      if (imports && line === imports.last + 1) imports.last = line;
      else {
        if (imports && imports.last > imports.first)
          yield { startLine: imports.first, endLine: imports.last, kind: 'imports' };
        imports = { first: line, last: line };
      }
    }
    if (!node.children.some((child) => child.type === 'block') && !BRACKETED.has(node.type)) continue;
    const startLine = lines.position(node.start).line;
    const block = node.children.find((child) => child.type === 'block');
    const end = block ? block.end : node.end;
    const closing =
      BRACKETED.has(node.type) && /^[ \t]*$/.test(text.slice(lines.start(lines.position(end - 1).line), end - 1));
    const endLine = lines.position(end).line - (closing ? 1 : 0);
    if (endLine > startLine) yield { startLine, endLine };
  }
  if (imports && imports.last > imports.first)
    yield { startLine: imports.first, endLine: imports.last, kind: 'imports' };
}

const REGION = /^#\s*(region|endregion)\b/;

function* commentFolds(analysis: Analysis): Generator<Fold> {
  const { tree, lines, text } = analysis;
  const { tokens } = tree;
  const regions: number[] = [];
  let block: { first: number; last: number } | undefined;
  for (let i = 0; i < tokens.count; i++) {
    const comment = tokens.comment(i);
    if (!comment) continue;
    const { line, character } = lines.position(comment.start);
    if (text.slice(comment.start - character, comment.start).trim() !== '') continue;
    const marker =
      text[comment.start + 1] === '=' ? undefined : REGION.exec(text.slice(comment.start, comment.start + 40))?.[1];
    if (marker === 'region') regions.push(line);
    else if (marker === 'endregion') {
      const startLine = regions.pop();
      if (startLine !== undefined) yield { startLine, endLine: line, kind: 'region' };
    }
    if (marker === undefined && block && line === block.last + 1) block.last = line;
    else {
      if (block && block.last > block.first) yield { startLine: block.first, endLine: block.last, kind: 'comment' };
      block = marker === undefined ? { first: line, last: line } : undefined;
    }
  }
  if (block && block.last > block.first) yield { startLine: block.first, endLine: block.last, kind: 'comment' };
}
