import type { PyNode, PythonTree } from '../python';
import type { Analysis } from './analysis';

/** The tree of a file that holds Python; undefined for a file that xl can read, and while no Python parser is loaded. */
export function pythonTree(analysis: Analysis): PythonTree | undefined {
  return analysis.inspection.input.python?.evaluation.tree;
}

/** The nodes that an offset lies in or at, outermost first; of two that touch there, the one behind it. */
export function nodesAt(tree: PythonTree, offset: number): PyNode[] {
  const found: PyNode[] = [];
  let next: PyNode | undefined = tree.root;
  while (next) {
    found.push(next);
    next = childAt(next.children, offset);
  }
  return found;
}

/** The last child that begins at an offset or before it, when it reaches so far; a name is preferred to a sign. */
function childAt(children: readonly PyNode[], offset: number): PyNode | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (children[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const last = children[low - 1];
  const before = children[low - 2];
  if (last && offset <= last.end && (last.named || !before?.named || before.end < offset)) return last;
  return before && offset <= before.end ? before : last && offset <= last.end ? last : undefined;
}
