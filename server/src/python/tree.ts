import type { Span } from '../syntax/span';

/** One node of a Python tree: the type is tree-sitter-python's, offsets are UTF-16 offsets of the text. */
export interface PyNode extends Span {
  readonly type: string;
  readonly named: boolean;
  /** The role in the parent, such as `left` or `condition`; empty when it has none. */
  readonly role: string;
  readonly children: readonly PyNode[];
  /** True for an ERROR or MISSING node, and for every node with one inside. */
  readonly broken: boolean;
  /** Levels of nodes below this one. */
  readonly height: number;
}

/** A text with its Python tree; the tree lives in JavaScript alone, nothing needs to be freed. */
export interface PythonTree {
  readonly text: string;
  readonly root: PyNode;
  /** Reads another text, which this one runs as a program. */
  parse(text: string): PythonTree;
}

/** The first child with that role. */
export function child(node: PyNode, role: string): PyNode | undefined {
  return node.children.find((c) => c.role === role);
}

/** The children that mean something: named, and no comment or line continuation. */
export function parts(node: PyNode): PyNode[] {
  return node.children.filter((c) => c.named && c.type !== 'comment' && c.type !== 'line_continuation');
}

/** All nodes below and including `node` in source order, without recursion. */
export function* nodesOf(node: PyNode): Generator<PyNode> {
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i]!);
  }
}
