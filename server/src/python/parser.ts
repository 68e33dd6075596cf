import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { markBackquotes, withParentheses } from './backquotes';
import { nodesOf, type PyNode, type PythonTree, parts } from './tree';

/** Reads Python 2 and 3 source. Never throws: what it cannot read is in nodes of type ERROR. */
export interface PythonParser {
  parse(text: string): PythonTree;
}

/** The two WebAssembly files: `web-tree-sitter.wasm` and `tree-sitter-python.wasm`. */
export interface PythonBinaries {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Starts the Python parser. Rejects when a file is not the WebAssembly that it should be. */
export async function loadParser(binaries: PythonBinaries): Promise<PythonParser> {
  // Both functions stop Emscripten from looking for the file through the script's own address.
  await Parser.init({ wasmBinary: ownBuffer(binaries.runtime), locateFile: (path: string) => path } as object);
  const language = await Language.load(new Uint8Array(ownBuffer(binaries.grammar)));
  const parser = new Parser();
  parser.setLanguage(language);
  const reader: PythonParser = {
    parse(text) {
      // Python 2 reads a lone carriage return as the end of a line, tree-sitter does not.
      const ended = text.replace(/\r(?!\n)/g, '\n');
      const lines = text.includes('`') ? withParentheses(ended) : ended;
      const root = read(parser, lines);
      if (!root) return { text, root: leaf('ERROR', 0, text.length), parse: reader.parse };
      const known = text.includes('exec') ? readExec(parser, lines, root) : root;
      const readable = known === root ? lines : withExec(lines);
      const better = text.includes('print') ? readPrint(parser, readable, lines, known) : known;
      if (lines !== ended) markBackquotes(text, better);
      return { text, root: better, parse: reader.parse };
    },
  };
  return reader;
}

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function leaf(type: string, start: number, end: number): PyNode {
  return { type, named: true, role: '', children: [], start, end, broken: type === 'ERROR', height: 0 };
}

type Draft = { -readonly [K in keyof PyNode]: K extends 'children' ? PyNode[] : PyNode[K] };

/** Whether a type of node is named, by its number: every question to the parser is a call into WebAssembly. */
type Named = Map<number, boolean>;

function draft(cursor: TreeCursor, language: Language, named: Named): Draft {
  const id = cursor.nodeTypeId;
  const type = language.types[id] ?? 'ERROR';
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  let isNamed = named.get(id);
  if (isNamed === undefined) {
    isNamed = language.nodeTypeIsNamed(id);
    named.set(id, isNamed);
  }
  return {
    type,
    named: isNamed,
    role: cursor.currentFieldName ?? '',
    children: [],
    start,
    end,
    // what the parser put in to go on is empty
    broken: type === 'ERROR' || (start === end && cursor.nodeIsMissing),
    height: 0,
  };
}

/** Copies a tree without recursion, so that no nesting can overflow the stack. */
function copyTree(tree: Tree, length: number): PyNode {
  const cursor = tree.walk();
  const named: Named = new Map();
  const next = () => draft(cursor, tree.language, named);
  try {
    const root = next();
    const path = [root];
    for (;;) {
      if (cursor.gotoFirstChild()) {
        const node = next();
        path.at(-1)!.children.push(node);
        path.push(node);
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        close(path);
        if (path.length === 0 || !cursor.gotoParent()) {
          while (path.length > 0) close(path);
          root.start = 0;
          root.end = length;
          return root;
        }
      }
      close(path);
      const node = next();
      path.at(-1)!.children.push(node);
      path.push(node);
    }
  } finally {
    cursor.delete();
  }
}

function read(parser: Parser, text: string): PyNode | undefined {
  const tree = parser.parse(text);
  if (!tree) return undefined;
  try {
    return copyTree(tree, text.length);
  } finally {
    tree.delete();
  }
}

/** A word of four letters that takes any expression behind it, as `exec` does in Python 2. */
const STAND_IN = 'not ';
const EXEC = /(^|[\n;:])([ \t\f]*)exec(?![\w.]|[ \t]*[=,)\]])/g;

/**
 * Reads a text with `exec` again: behind it tree-sitter takes a text or a name alone, Python 2 takes any expression. Gives
 * the first reading back where the second is worse.
 */
function readExec(parser: Parser, text: string, first: PyNode): PyNode {
  const changed = withExec(text);
  const root = changed === text ? undefined : read(parser, changed);
  if (!root || errorsIn(root) > errorsIn(first)) return first;
  markExec(text, root);
  return root;
}

const withExec = (text: string) => text.replace(EXEC, `$1$2${STAND_IN}`);

/** Makes statements of `exec` of what was read with another word in its place. */
function markExec(text: string, root: PyNode): void {
  for (const node of nodesOf(root))
    if (node.type === 'expression_statement' && /^exec\b/.test(text.slice(node.start, node.start + 5)))
      (node as Draft).type = 'exec_statement';
}

const PRINT = /(^|[\n;:])([ \t\f]*)print(?=[ \t]*\()/g;

/**
 * Reads a text again where `print (a).b` stands: tree-sitter takes the first parentheses for those of a call, Python 2
 * takes all that follows for what is printed. Gives the first reading back where the second is worse. `readable` is the
 * text as the first reading had it.
 */
function readPrint(parser: Parser, readable: string, text: string, first: PyNode): PyNode {
  const isWrong = (node: PyNode) => node.type === 'expression_statement' && printsMore(text, node);
  if (![...nodesOf(first)].some(isWrong)) return first;
  const root = read(parser, readable.replace(PRINT, `$1$2${STAND_IN} `));
  if (!root || errorsIn(root) > errorsIn(first)) return first;
  if (readable !== text) markExec(text, root);
  for (const node of nodesOf(root)) {
    if (node.type !== 'expression_statement' || !/^print[ \t]*\(/.test(text.slice(node.start, node.start + 200)))
      continue;
    (node as Draft).type = 'print_statement';
    // the word stands where the leftmost operand begins
    for (let at = node as Draft; at.children[0]?.start === node.start; at = at.children[0] as Draft) {
      const [inner] = at.children;
      if (inner!.type !== 'not_operator') continue;
      const operand = parts(inner!)[0];
      if (operand) at.children[0] = { ...operand, role: inner!.role };
      break;
    }
  }
  return root;
}

/** True for a print of more than what stands in the parentheses behind it. */
function printsMore(text: string, node: PyNode): boolean {
  if (!/^print[ \t]*\(/.test(text.slice(node.start, node.start + 200))) return false;
  const [inner, ...more] = parts(node);
  if (more.length > 0 || inner?.type !== 'call') return true;
  const [called] = inner.children;
  return called?.type !== 'identifier';
}

function errorsIn(root: PyNode): number {
  let length = 0;
  for (const node of nodesOf(root)) if (node.type === 'ERROR') length += node.end - node.start + 1;
  return length;
}

function close(path: Draft[]): void {
  const node = path.pop()!;
  const parent = path.at(-1);
  if (!parent) return;
  if (node.broken) parent.broken = true;
  if (node.height >= parent.height) parent.height = node.height + 1;
}
