import type { Span } from '../syntax/span';
import { XM_FILE } from './assumed';
import { assumptionKey } from './assumption-key';
import { fromBytes, toBytes } from './bytes';
import { inFile } from './inner-programs';
import { kindOf, type StatementKind } from './kinds';
import type { Machine } from './machine';
import { namesIn } from './names';
import { beginNotes, type Outcome, runStatement, takeNotes } from './outcomes';
import { isPlain } from './plain';
import { poison } from './poison';
import { bindInFrame, globalNames, unbindInFrame } from './scopes';
import { topStatements } from './syntax';
import type { PyNode, PythonTree } from './tree';
import { Hidden, isTaken, OutOfSteps, PyError, str, typeName, type UnknownValue, unknown, type Value } from './values';

export interface EvaluateOptions {
  /** Variables that `xm create NAME=VALUE` set before the first line. */
  readonly presets?: ReadonlyMap<string, string>;
  /** What the user says of an expression that only the machine knows, by its source without blanks. */
  readonly assume?: ReadonlyMap<string, string>;
  /** The folder that the file is in: what `os.getcwd()` is taken to give, which is then an assumption. */
  readonly folder?: string;
  /** The file's own name: what `xm_file` is taken to end in, which is then an assumption. */
  readonly fileName?: string;
  /** Told of every built-in, method and member of a module that is evaluated: `len`, `str.upper`, `os.path.join`. */
  readonly onUse?: (name: string) => void;
  /** The most steps that the evaluation may take; one step is about one node of the tree. */
  readonly maxSteps?: number;
}

/** One top-level statement, and what came of it. */
export interface Statement extends Outcome {
  readonly kind: StatementKind;
  readonly span: Span;
  /** True when it is a setting that xl reads as Python does. */
  readonly plain: boolean;
  /** The names that it looks up, or may look up when it is undecided. */
  readonly reads: ReadonlySet<string>;
  /** The names that it sets or deletes, or may do so when it is undecided. */
  readonly writes: ReadonlySet<string>;
  /** True when it may read or set names that do not stand in it. */
  readonly readsAll: boolean;
}

/** A variable at the end of the program. `taken`: xm made a setting of it, whatever the name. */
export interface Variable {
  readonly value: Value;
  readonly taken: boolean;
  readonly type: string;
}

/** What is known of a program, after running it in the mind. */
export interface Evaluation {
  readonly tree: PythonTree;
  readonly statements: readonly Statement[];
  readonly variables: ReadonlyMap<string, Variable>;
  /** Where Python would have stopped first. Statements after it are evaluated as if the failing one were mended. */
  readonly error?: { readonly type: string; readonly message: string; readonly span: Span };
  /** What the result takes for granted about the machine where xm ran. */
  readonly assumptions: readonly { readonly text: string; readonly span: Span }[];
  /** Parameters that the file declares with `xm_vars.var()`, and names that it reads but never sets. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** A variable that the command line of `xm create` was to set. */
export interface Parameter {
  readonly span: Span;
  /** What the file says that it is for. */
  readonly use?: string;
  /** Why the file does not take the value that is given, in Python's words. */
  readonly problem?: string;
}

/** Evaluates a guest's program as `xm create` ran it, executing nothing. Never throws. */
export function evaluate(tree: PythonTree, options: EvaluateOptions = {}): Evaluation {
  const run = new Run(tree, options);
  const statements = topStatements(tree).map(({ node, problem }) =>
    run.statement(node, problem && unknown(problem.message, problem.cause)),
  );
  return { tree, statements, ...run.result() };
}

function pathOf({ folder, fileName }: EvaluateOptions): string | undefined {
  return fileName === undefined || folder === undefined ? fileName : `${folder.replace(/\/$/, '')}/${fileName}`;
}

const PRESET_MODULES = ['sys', 'os', 'errno', 're', 'socket', 'struct', 'xm_vars'];
const PRESET_UNKNOWN = ['Vars', 'get_defaultroute', 'get_current_ipaddr', 'get_current_ipmask'].concat([
  'get_current_ipgw',
  'inet_aton',
  'inet_ntoa',
  'add_offset_to_ip',
  'check_subnet',
]);

class Run {
  readonly #machine: Machine;
  readonly #before: ReadonlyMap<string, Value>;
  readonly #assumptions: { text: string; span: Span }[] = [];
  readonly #parameters = new Map<string, Parameter>();
  #error: Evaluation['error'];

  constructor(tree: PythonTree, options: EvaluateOptions) {
    const variables = new Map<string, Value>();
    const nowhere = { start: 0, end: 0 };
    for (const [name, value] of options.presets ?? []) variables.set(name, str(toBytes(value)));
    for (const name of PRESET_MODULES) variables.set(name, { kind: 'module', name });
    for (const name of PRESET_UNKNOWN)
      variables.set(name, unknown(`Xencfg does not know what xm put into ${name}`, nowhere));
    variables.set('xm_file', XM_FILE);
    variables.set('xm_help', { kind: 'int', value: 0n });
    this.#before = new Map(variables);
    const bound = new Map<string, Span>();
    this.#machine = {
      text: tree.text,
      parse: (text) => tree.parse(text),
      inner: [],
      variables,
      globals: new Map(),
      declaredGlobal: new Set(globalNames(tree.text, tree.root)),
      frame: undefined,
      nesting: 0,
      declared: new Set(),
      assumed: new Map([...(options.assume ?? [])].map(([source, value]) => [assumptionKey(source), value])),
      folder: options.folder,
      file: pathOf(options),
      coding: /^[^\n]*?(\n[^\n]*?)?coding[:=]\s*[-\w.]+/.test(tree.text) && /^[ \t\f]*#/.test(tree.text),
      onUse: options.onUse,
      handling: [],
      steps: options.maxSteps ?? 200_000,
      trueDivision: false,
      parameters: [],
      bound,
      changed: new Set(),
      looked: new Set(),
      bind(name, value, at) {
        if (this.frame) return bindInFrame(this, this.frame, name, value);
        if (this.declaredGlobal.has(name)) return this.bindGlobal(name, value);
        this.bindOwn(name, value, at);
      },
      bindOwn(name, value, at) {
        if (value) variables.set(name, value);
        else variables.delete(name);
        bound.delete(name);
        bound.set(name, { start: at.start, end: at.end });
      },
      bindGlobal(name, value) {
        this.globals.set(name, value);
        // The file's own variable of that name comes first; a global is no setting.
        if (!variables.has(name)) bound.set(name, { start: 0, end: 0 });
      },
      unbind(name, at) {
        if (this.frame) return unbindInFrame(this, this.frame, name);
        const isGlobal = this.declaredGlobal.has(name);
        const from = isGlobal ? this.globals : variables;
        if (!from.delete(name) && !this.everything) {
          throw new PyError('NameError', `${isGlobal ? 'global ' : ''}name '${name}' is not defined`);
        }
        bound.delete(name);
        bound.set(name, { start: at.start, end: at.end });
      },
      assume: (text, span) => {
        if (this.#assumptions.some((one) => one.text === text)) return;
        const { start, end } = inFile(this.#machine, span);
        this.#assumptions.push({ text, span: { start, end } });
      },
    };
  }

  statement(node: PyNode, problem: UnknownValue | undefined): Statement {
    const outcome = this.#placed(problem ? this.#failed(node, problem, 'SyntaxError') : this.#tried(node));
    const span = { start: node.start, end: node.end };
    const kind = problem ? 'error' : kindOf(this.#machine.text, node);
    const plain = !problem && !outcome.undecided && isPlain(this.#machine.text, node);
    const use = outcome.undecided || hasUndecided(outcome) ? namesIn(this.#machine.text, node) : undefined;
    const reads = new Set([...outcome.looked, ...(use?.reads ?? [])]);
    const writes = new Set([...outcome.settings.map((s) => s.name), ...outcome.deleted, ...(use?.writes ?? [])]);
    return { ...outcome, kind, span, plain, reads, writes, readsAll: use?.any ?? false };
  }

  /** The outcome with places in the file alone, where the statement ran texts as programs. */
  #placed(outcome: Outcome): Outcome {
    const machine = this.#machine;
    const { undecided, settings, taken } = outcome;
    if (machine.inner.length === 0) return outcome;
    return {
      ...outcome,
      ...(undecided && { undecided: { ...undecided, cause: inFile(machine, undecided.cause) } }),
      settings: settings.map((one) => ({ ...one, span: inFile(machine, one.span) })),
      ...(taken && { taken: { ...taken, body: taken.body.map((one) => this.#placed(one)) } }),
    };
  }

  #tried(node: PyNode): Outcome {
    const { steps } = this.#machine;
    // One statement may take a part of the steps only, so that the rest of the file still has its share.
    const share = Math.ceil(steps / 4);
    this.#machine.steps = share;
    try {
      return runStatement(this.#machine, node);
    } catch (error) {
      if (error instanceof PyError) return this.#raised(node, error);
      if (error instanceof Hidden) return this.#failed(node, error.value, undefined);
      // JavaScript has bounds of its own, for the length of a text and the depth of calls
      if (!(error instanceof OutOfSteps) && !(error instanceof RangeError)) throw error;
      const reason = 'evaluating it takes too many steps';
      this.#machine.steps = Math.max(this.#machine.steps, 0);
      return this.#failed(node, unknown(reason, node), undefined);
    } finally {
      this.#machine.steps = steps - share + Math.max(0, this.#machine.steps);
    }
  }

  #raised(node: PyNode, error: PyError): Outcome {
    const missing = error.type === 'NameError' ? /^name '(.+)' is not defined$/.exec(error.message)?.[1] : undefined;
    if (missing) this.#parameters.set(missing, { span: { start: node.start, end: node.end } });
    const reason = missing
      ? `${missing} is not set in this file (was it given as xm create ${missing}=...?)`
      : `Python stops here: ${error.type}: ${error.message}`;
    return this.#failed(node, unknown(reason, this.#causeOf(node, missing)), error.type, error.message);
  }

  #causeOf(node: PyNode, name: string | undefined): Span {
    const { text } = this.#machine;
    if (!name) return { start: node.start, end: node.end };
    const at = text.slice(node.start, node.end).search(new RegExp(`(?<![\\w.])${name}(?!\\w)`));
    return at < 0 ? node : { start: node.start + at, end: node.start + at + name.length };
  }

  #failed(node: PyNode, cause: UnknownValue, type: string | undefined, message = cause.reason): Outcome {
    if (type) this.#error ??= { type, message, span: inFile(this.#machine, cause.cause) };
    const declared = [...this.#machine.declared];
    const { doubt } = this.#machine;
    beginNotes(this.#machine);
    this.#machine.frame = undefined;
    this.#machine.handling.length = 0;
    poison(this.#machine, node, cause.reason, cause.cause);
    for (const name of declared) this.#machine.bind(name, cause, node);
    // Everything that poison notes is unknown: notes of the rest may be out of bounds, and are not needed.
    this.#machine.changed.clear();
    this.#machine.doubt = doubt;
    return { node, ...takeNotes(this.#machine, node, cause) };
  }

  result(): Omit<Evaluation, 'tree' | 'statements'> {
    const variables = new Map<string, Variable>();
    for (const [name, value] of this.#machine.variables) {
      if (this.#before.get(name) === value && value.kind !== 'str') continue;
      const placed = value.kind === 'unknown' ? { ...value, cause: inFile(this.#machine, value.cause) } : value;
      variables.set(name, { value: placed, taken: isTaken(value), type: typeName(value) });
    }
    const parameters = new Map(this.#parameters);
    for (const { name, span, use, problem } of this.#machine.parameters) {
      const texts = { ...(use !== undefined && { use: fromBytes(use) }) };
      parameters.set(name, {
        span: inFile(this.#machine, span),
        ...texts,
        ...(problem !== undefined && { problem: fromBytes(problem) }),
      });
    }
    return { variables, assumptions: this.#assumptions, parameters, ...(this.#error ? { error: this.#error } : {}) };
  }
}

function hasUndecided(outcome: Outcome): boolean {
  return outcome.taken?.body.some((one) => one.undecided !== undefined || hasUndecided(one)) ?? false;
}
