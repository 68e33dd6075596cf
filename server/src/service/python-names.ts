import type { PyNode, PythonTree } from '../python';
import type { Span } from '../syntax/span';

/** A name where it stands in a program. */
export interface NameUse {
  readonly name: string;
  readonly span: Span;
  readonly write: boolean;
  /** Bound by an import, or as a parameter of a function: other texts than the name itself depend on it. */
  readonly origin?: 'import' | 'parameter';
  /** The module, function, class or comprehension whose name it is: equal for two uses of one variable. */
  readonly scope: Scope;
}

/** What has names of its own. */
export interface Scope {
  readonly isClass: boolean;
}

interface OpenScope extends Scope {
  readonly outer: OpenScope | undefined;
  readonly written: Set<string>;
  readonly globals: Set<string>;
}

/** Every use of a name in a program, and the names of arguments that calls give. */
export interface NameTable {
  /** In the order of the text. */
  readonly uses: readonly NameUse[];
  readonly keywords: ReadonlySet<string>;
  /** True when the program looks variables up by their names: with `locals()`, `exec`, a star import. */
  readonly readsByName: boolean;
}

const TABLES = new WeakMap<PythonTree, NameTable>();

/** The names of a program with the scopes that Python 2 gives them; made once for each tree. */
export function nameTable(tree: PythonTree): NameTable {
  let table = TABLES.get(tree);
  if (!table) {
    table = new Walk(tree.text).run(tree.root);
    TABLES.set(tree, table);
  }
  return table;
}

interface Task {
  readonly node: PyNode;
  readonly scope: OpenScope;
  readonly write: boolean;
  readonly origin?: NameUse['origin'];
}

const COMPREHENSIONS = new Set(['generator_expression', 'dictionary_comprehension', 'set_comprehension']);
const READ_BY_NAME = new Set(['eval', 'execfile', 'locals', 'vars', 'globals', 'dir', 'input']);
const STATEMENTS_BY_NAME = new Set(['exec_statement', 'wildcard_import']);
const FUNCTIONS = new Set(['function_definition', 'lambda']);

class Walk {
  readonly #text: string;
  readonly #tasks: Task[] = [];
  readonly #found: (Omit<NameUse, 'scope'> & { readonly scope: OpenScope })[] = [];
  #readsByName = false;
  readonly #keywords = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  run(root: PyNode): NameTable {
    const module = newScope(undefined);
    this.#add({ node: root, scope: module, write: false });
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) this.#visit(task);
    const uses = this.#found.map((use) => ({ ...use, scope: ownerOf(use.name, use.scope, module) }));
    uses.sort((a, b) => a.span.start - b.span.start);
    return { uses, keywords: this.#keywords, readsByName: this.#readsByName };
  }

  #add(...tasks: Task[]): void {
    this.#tasks.push(...tasks);
  }

  #visit(task: Task): void {
    const { node, scope, write } = task;
    if (node.type === 'identifier') this.#use(task);
    else if (FUNCTIONS.has(node.type)) this.#function(task);
    else this.#children(node, scope, write);
    if (STATEMENTS_BY_NAME.has(node.type)) this.#readsByName = true;
  }

  #children(node: PyNode, scope: OpenScope, write: boolean): void {
    for (const [index, child] of node.children.entries()) {
      const next = this.#within(node, child, index, scope, write);
      if (next) this.#add(next);
    }
  }

  #use({ node, scope, write, origin }: Task): void {
    const name = this.#text.slice(node.start, node.end);
    if (write) scope.written.add(name);
    else if (READ_BY_NAME.has(name)) this.#readsByName = true;
    this.#found.push({ name, span: { start: node.start, end: node.end }, write, scope, ...(origin ? { origin } : {}) });
  }

  /** The name is the outer scope's, the values of missing arguments too; parameters and body are its own. */
  #function({ node, scope }: Task): void {
    const own = newScope(scope);
    for (const child of node.children) {
      if (child.role === 'name') this.#add({ node: child, scope, write: true });
      else if (child.role === 'parameters') this.#parameters(child, own, scope);
      else this.#add({ node: child, scope: own, write: false });
    }
  }

  #parameters(list: PyNode, own: OpenScope, outer: OpenScope): void {
    const open = [list];
    for (let node = open.pop(); node; node = open.pop()) {
      for (const child of node.children) {
        if (child.role === 'value') this.#add({ node: child, scope: outer, write: false });
        else if (child.type === 'identifier') this.#add({ node: child, scope: own, write: true, origin: 'parameter' });
        else open.push(child);
      }
    }
  }

  /** How a child is to be looked at; undefined for what is no name of a variable. */
  #within(node: PyNode, child: PyNode, index: number, scope: OpenScope, write: boolean): Task | undefined {
    switch (node.type) {
      case 'attribute':
        return child.role === 'attribute' ? undefined : { node: child, scope, write: false };
      case 'subscript':
        return { node: child, scope, write: false };
      case 'keyword_argument':
        if (child.role !== 'name') return { node: child, scope, write: false };
        this.#keywords.add(this.#text.slice(child.start, child.end));
        return undefined;
      case 'assignment':
      case 'augmented_assignment':
      case 'for_statement':
        return { node: child, scope: this.#scopeOf(child, scope), write: child.role === 'left' };
      case 'for_in_clause':
        return { node: child, scope, write: child.role === 'left' };
      case 'global_statement':
        if (child.type === 'identifier') scope.globals.add(this.#text.slice(child.start, child.end));
        return { node: child, scope, write: false };
      case 'delete_statement':
      case 'as_pattern_target':
        return { node: child, scope, write: true };
      case 'except_clause':
        return { node: child, scope, write: child.role === 'value' && index > 1 };
      case 'import_statement':
      case 'import_from_statement':
      case 'aliased_import':
        return this.#imported(node, child, scope);
      case 'dotted_name':
        return index === 0 ? { node: child, scope, write: true, origin: 'import' } : undefined;
      case 'class_definition':
        return {
          node: child,
          scope: child.role === 'body' ? newScope(scope, true) : scope,
          write: child.role === 'name',
        };
      default:
        return { node: child, scope: this.#scopeOf(child, scope), write };
    }
  }

  /** A comprehension other than a list's has names of its own. */
  #scopeOf(node: PyNode, scope: OpenScope): OpenScope {
    return COMPREHENSIONS.has(node.type) ? newScope(scope) : scope;
  }

  #imported(node: PyNode, child: PyNode, scope: OpenScope): Task | undefined {
    if (child.role === 'module_name') return undefined;
    if (node.type === 'aliased_import') {
      return child.role === 'alias' ? { node: child, scope, write: true } : undefined;
    }
    return { node: child, scope, write: true, origin: 'import' };
  }
}

function newScope(outer: OpenScope | undefined, isClass = false): OpenScope {
  return { outer, isClass, written: new Set(), globals: new Set() };
}

/** The scope whose name it is: the innermost that sets it, but for classes around the one that asks. */
function ownerOf(name: string, from: OpenScope, module: OpenScope): OpenScope {
  for (let scope: OpenScope | undefined = from; scope; scope = scope.outer) {
    if (scope.globals.has(name)) return module;
    if (scope.written.has(name) && (!scope.isClass || scope === from)) return scope;
  }
  return module;
}
