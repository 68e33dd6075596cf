import { child, nodesOf, type PyNode, parts } from './tree';

/** The names that a piece of a program reads and assigns, found without running it. */
export interface NameUse {
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** True when it may read or assign any name: `exec`, `locals()`, a star import. */
  readonly any: boolean;
  /** True when it may assign any name, and not only read it as `"..." % locals()` does. */
  readonly anyWrite: boolean;
}

/** How many levels of nodes are walked with recursion; a statement with more is not looked into. */
export const MAX_HEIGHT = 500;

/** Constructs that change nothing of a dictionary which stands in them as `locals()`. */
const READERS = new Set(['binary_operator', 'comparison_operator', 'dictionary_splat']);

const REACHES_ALL = new Set(['eval', 'execfile', 'locals', 'vars', 'globals', 'dir', 'input']);

/** Every name that `node` may read or assign. Names in function bodies count as read: that errs on the safe side. */
export function namesIn(text: string, node: PyNode): NameUse {
  const reads = new Set<string>();
  const writes = new Set<string>();
  let any = false;
  let anyWrite = false;
  const onlyRead = new Set<PyNode>();
  const skipped = new Set<PyNode>();
  const opaque = node.broken || node.height > MAX_HEIGHT;
  for (const part of nodesOf(node)) {
    if (part.type === 'exec_statement' || part.type === 'wildcard_import') any = anyWrite = true;
    for (const inner of READERS.has(part.type) ? part.children : [])
      if (inner.type === 'call') onlyRead.add(inner.children[0]!);
    if (part.type === 'attribute' || part.type === 'keyword_argument') skipLabel(part, skipped);
    if (part.type === 'import_statement' || part.type === 'import_from_statement') {
      for (const name of importedNames(text, part)) writes.add(name);
      for (const inner of nodesOf(part)) skipped.add(inner);
    }
    const parameter = part.type === 'call' ? declaredParameter(text, part) : undefined;
    if (parameter) writes.add(parameter);
    if (!opaque) for (const target of targetsOf(part)) collectTargets(text, target, writes);
    if (part.type !== 'identifier' || skipped.has(part)) continue;
    const name = text.slice(part.start, part.end);
    reads.add(name);
    if (!REACHES_ALL.has(name)) continue;
    any = true;
    if (!onlyRead.has(part)) anyWrite = true;
  }
  if (opaque) for (const name of reads) writes.add(name);
  return { reads, writes, any, anyWrite };
}

/** The parameter that `xm_vars.var('name', ...)` declares: the check of its value sets it. */
function declaredParameter(text: string, call: PyNode): string | undefined {
  return /^xm_vars\s*\.\s*var\s*\(\s*(['"])(\w+)\1/.exec(text.slice(call.start, call.start + 200))?.[2];
}

function skipLabel(part: PyNode, skipped: Set<PyNode>): void {
  const label = child(part, part.type === 'attribute' ? 'attribute' : 'name');
  if (label) skipped.add(label);
}

function targetsOf(part: PyNode): (PyNode | undefined)[] {
  switch (part.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return [child(part, 'left')];
    case 'delete_statement':
    case 'global_statement':
    case 'as_pattern_target':
      return parts(part);
    case 'named_expression':
    case 'function_definition':
    case 'class_definition':
      return [child(part, 'name')];
    case 'except_clause':
      return part.children.filter((c) => c.role === 'value').slice(1);
    default:
      return [];
  }
}

/** The names in an assignment's target; `a[0]` and `a.b` count as an assignment to `a`. */
export function collectTargets(text: string, target: PyNode | undefined, into: Set<string>): void {
  if (!target) return;
  if (target.type === 'identifier') into.add(text.slice(target.start, target.end));
  else if (target.type === 'subscript' || target.type === 'attribute') collectTargets(text, parts(target)[0], into);
  else for (const part of parts(target)) collectTargets(text, part, into);
}

/** The names that an import binds: `os` for `import os.path`, the alias where there is one. */
export function importedNames(text: string, node: PyNode): string[] {
  return node.children
    .filter((c) => c.role === 'name')
    .map((c) => child(c, 'alias') ?? c)
    .map((c) => text.slice(c.start, c.end).split('.')[0]!.trim());
}
