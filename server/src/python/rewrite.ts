import type { Release } from '../syntax/release';
import { contains, type Edit, type Span } from '../syntax/span';
import { usualQuote } from './assignments';
import { continuations } from './continuations';
import { Dependencies } from './dependencies';
import { type Dropped, hiddenDrops } from './dropped';
import type { Evaluation, Statement } from './evaluate';
import { History } from './history';
import { kindOf } from './kinds';
import type { Setting } from './machine';
import type { Outcome } from './outcomes';
import { isXlName } from './plain';
import { isUndecided, type Plan, type Planner, type PythonCode, planStatement } from './plans';
import { lineStart } from './regions';
import { renderXlValue } from './render';
import { withOneReason, withoutDoubleBlanks, withoutStraySemicolons, withTheirComments } from './tidying';
import { isTaken } from './values';
import { describe } from './words';

/** What can be done about one Python construct. */
export interface PythonFix {
  readonly code: PythonCode;
  /** The construct, in a few words: `an import`. */
  readonly what: string;
  /** The smallest part of the text that is to blame. */
  readonly span: Span;
  /** The whole statement. */
  readonly statement: Span;
  /** What the edits do: `Evaluate this expression`; empty when there are none. */
  readonly title: string;
  /** Undefined when there is nothing to offer; `reason` says why then, and `cause` points at it. */
  readonly edits?: readonly Edit[];
  readonly reason?: string;
  readonly cause?: Span;
  /** What the author may have meant, where xm took no setting from the value: a change of meaning. */
  readonly alternative?: { readonly title: string; readonly edits: readonly Edit[] };
  /** The setting that xm did not make of the value; absent where nobody can have meant one. */
  readonly lost?: string;
  /** True for what xm dropped of a construct which has an entry of its own: it has no edits. */
  readonly dropped?: true;
  /** The values that come out of it, as xl text; empty when nothing does. */
  readonly value: string;
  /**
   * Places in the list of fixes: the edits leave a program that means the same only together with the edits of those
   * fixes, and of those that they name. Empty for a fix that stands by itself. All edits may be applied at once.
   */
  readonly needs: readonly number[];
}

export interface RewriteOptions {
  /** Tells the settings that xl knows. Without it, every name that xl can read stays. */
  readonly isKey?: (name: string) => boolean;
  /** Makes comments of literal values that nothing reads; without it they go. */
  readonly notes?: boolean;
}

interface Draft {
  readonly index: number;
  readonly plan: Plan;
  readonly statement: Statement;
  /** Statements that must be replaced with this one. */
  readonly needs: ReadonlySet<number>;
}

/**
 * One entry per top-level Python construct, in source order. The edits of all entries together turn the constructs
 * that could be evaluated into plain settings of a release, and touch nothing else.
 */
export function rewrite(evaluation: Evaluation, release: Release, options: RewriteOptions = {}): PythonFix[] {
  const { statements, tree } = evaluation;
  const dependencies = new Dependencies(statements);
  const history = new History(statements);
  const gone = goneNames(evaluation);
  const planner: Planner = {
    text: tree.text,
    release,
    indent: '',
    quote: usualQuote(tree.text),
    isKey: (name) => options.isKey?.(name) ?? false,
    isGone: (name) => gone.has(name),
    isRead: (name) => dependencies.isRead(name),
    notes: (name) => options.notes === true && !planner.isKey(name) && !dependencies.mayBeRead(name),
    isSetBefore: (name, offset) => dependencies.isSetBefore(name, offset),
    isAlone: (name) => dependencies.isAlone(name),
    valueBefore: (name, offset) => history.before(name, offset),
    keeps: (setting) => !gone.has(setting.name) && belongs(tree.text, setting, dependencies, options, release),
  };
  const drafts = new Map<number, Draft>();
  const unplanned = new Map<number, { statement: Statement; reason: string; cause: Span }>();
  for (const [index, statement] of statements.entries()) {
    const { undecided } = statement;
    if (undecided) unplanned.set(index, { statement, reason: undecided.reason, cause: undecided.cause });
    const plan = undecided ? undefined : planStatement(planner, statement);
    if (plan) drafts.set(index, { index, plan, statement, needs: needsOf(index, statement, plan, dependencies, gone) });
  }
  const blocked = blockedDrafts(statements, drafts, unplanned);
  const order = [...new Set([...drafts.keys(), ...unplanned.keys()])].sort((a, b) => a - b);
  const place = new Map(order.map((index, i) => [index, i]));
  const fixes = order.map((index): PythonFix => {
    const draft = drafts.get(index);
    return draft ? fixOf(draft, blocked.get(index), place) : undecidable(unplanned.get(index)!);
  });
  return [
    ...withOneReason(
      tree.text,
      withoutDoubleBlanks(tree.text, withTheirComments(tree.text, withoutStraySemicolons(tree.text, fixes))),
    ),
    ...statements.flatMap((one) => insideBranches(one)),
    ...hiddenDrops(evaluation, planner).map(droppedFix),
    ...continuations(evaluation),
  ];
}

/** The names that xm has no setting of in the end, though the file may give them one on the way. */
function goneNames(evaluation: Evaluation): Set<string> {
  const gone = new Set<string>();
  for (const statement of evaluation.statements) {
    for (const name of statement.writes) {
      const variable = evaluation.variables.get(name);
      if (!variable?.taken && variable?.value.kind !== 'unknown') gone.add(name);
    }
  }
  return gone;
}

function belongs(
  text: string,
  { name, value, span }: Setting,
  dependencies: Dependencies,
  options: RewriteOptions,
  release: Release,
): boolean {
  if (!isXlName(name) || !isTaken(value)) return false;
  if (!options.isKey || options.isKey(name)) return true;
  // what another program than xm read of the file, in a form that xl has not
  if (!('text' in renderXlValue(value, release))) return false;
  // what Python alone can work out is nothing that somebody else may have read
  if (!dependencies.mayBeRead(name)) return isWritten(text, name, span.start);
  return dependencies.isReadByUndecided(name);
}

/** True for a name that a line of its own sets to what stands there, in a form that a simple program can read. */
function isWritten(text: string, name: string, at: number): boolean {
  const line = text.slice(lineStart(text, at), at + name.length + 40);
  return line.startsWith(name) && /^[ \t]*=[ \t]*(['"[\d-]|\\?$|[rubRUB]{1,2}['"])/.test(line.slice(name.length));
}

function needsOf(
  index: number,
  statement: Statement,
  plan: Plan,
  dependencies: Dependencies,
  gone: ReadonlySet<string>,
) {
  const needs = new Set(dependencies.sharersAfter(index));
  for (const name of plan.altered) {
    const readers = dependencies.readersAfter(index, name);
    // Each statement about the parameters names the next one, so that all of them go or none.
    const next = name === 'xm_vars' ? readers.findIndex((i) => dependencies.declares(i)) + 1 : 0;
    for (const reader of next > 0 ? readers.slice(0, next) : readers) needs.add(reader);
  }
  for (const name of statement.writes) {
    // The one before names the one before it, and so on.
    const writer = gone.has(name) ? dependencies.writerBefore(index, name) : undefined;
    if (writer !== undefined) needs.add(writer);
  }
  return needs;
}

interface Blocked {
  readonly reason: string;
  readonly cause?: Span;
}

/** The drafts without edits of their own, and all that need one of those. */
function blockedDrafts(
  statements: readonly Statement[],
  drafts: ReadonlyMap<number, Draft>,
  unplanned: ReadonlyMap<number, unknown>,
) {
  const blocked = new Map<number, Blocked>();
  const needers = new Map<number, number[]>();
  const staying: number[] = [];
  const queue: number[] = [...unplanned.keys()];
  for (const { index, plan, needs } of drafts.values()) {
    for (const need of needs) {
      const found = needers.get(need);
      if (found) found.push(index);
      else {
        needers.set(need, [index]);
        // Neither to be replaced nor undecided: it stays as it is, and reads what it reads.
        if (!drafts.has(need) && !unplanned.has(need)) staying.push(need);
      }
    }
    if (plan.stays) queue.push(index);
    if ('edits' in plan.planned) continue;
    blocked.set(index, { reason: plan.planned.reason });
    queue.push(index);
  }
  for (const index of staying) queue.push(index);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { span } = statements[next]!;
    for (const index of needers.get(next) ?? []) {
      if (blocked.has(index)) continue;
      blocked.set(index, { reason: 'a statement that stays Python still needs it', cause: span });
      queue.push(index);
    }
  }
  return blocked;
}

function fixOf(draft: Draft, blocked: Blocked | undefined, place: ReadonlyMap<number, number>): PythonFix {
  const { plan, statement } = draft;
  const shared = { code: plan.code, what: plan.what, span: plan.span, statement: statement.span };
  const value = 'shown' in plan.planned ? plan.planned.shown : '';
  if (blocked || !('edits' in plan.planned)) {
    const why = blocked ?? { reason: 'it has no counterpart in xl' };
    return { ...shared, ...why, title: '', value, needs: [] };
  }
  const needs = [...draft.needs].flatMap((index) => place.get(index) ?? []);
  const { alternative, lost } = plan;
  const more = { ...(alternative && { alternative }), ...(lost !== undefined && { lost }) };
  return { ...shared, title: plan.title, edits: plan.planned.edits, value, needs, ...more };
}

/** What xm dropped of a construct that has a fix of its own. */
function droppedFix({ statement, dropped }: { statement: Statement; dropped: Dropped }): PythonFix {
  return {
    code: 'python-helper',
    statement: statement.span,
    title: '',
    value: '',
    needs: [],
    ...dropped,
    dropped: true,
  };
}

function undecidable(given: { statement: Statement; reason: string; cause: Span }): PythonFix {
  const { statement, reason, cause } = given;
  const { what, span } = describe(statement.node, statement.kind);
  return {
    code: 'python-undecidable',
    what,
    span: contains(statement.span, cause) && cause.end > cause.start ? cause : span,
    statement: statement.span,
    title: '',
    reason,
    cause,
    value: '',
    needs: [],
  };
}

/** What could not be evaluated inside blocks that are known to run. */
function insideBranches(outcome: Outcome): PythonFix[] {
  if (!outcome.taken || !isUndecided(outcome)) return [];
  return outcome.taken.body.flatMap((one) => {
    if (!one.undecided) return insideBranches(one);
    const { node, undecided } = one;
    const { what, span } = describe(node, kindOf('', node));
    const cause = undecided.cause;
    const blamed = cause.start >= node.start && cause.end <= node.end && cause.end > cause.start ? cause : span;
    const shared = {
      code: 'python-undecidable' as const,
      what,
      span: blamed,
      statement: { start: node.start, end: node.end },
    };
    return [{ ...shared, title: '', reason: undecided.reason, cause, value: '', needs: [] }];
  });
}
