import type { Edit, Span } from '../syntax/span';
import { type AppendPlace, canAppend, planAppends } from './appends';
import { changesType, evaluateInPlace, type Planned, writeSettings } from './assignments';
import { unwrapIf } from './branches';
import { kindOf, type StatementKind } from './kinds';
import type { Setting } from './machine';
import { collectTargets } from './names';
import type { Outcome } from './outcomes';
import { isAppend, isPlain } from './plain';
import { planRemoval } from './removals';
import { indentOf } from './syntax';
import { child, nodesOf, type PyNode, parts } from './tree';
import { typeName } from './values';
import { describe, wordOf } from './words';
export type PythonCode =
  | 'python-expression'
  | 'python-if'
  | 'python-loop'
  | 'python-import'
  | 'python-helper'
  | 'python-statement'
  | 'python-undecidable';

/** What is to be done with a statement that was evaluated. */
export interface Plan {
  readonly code: PythonCode;
  readonly what: string;
  readonly title: string;
  readonly span: Span;
  readonly planned: Planned;
  /** What the author may have meant, where xm took no setting from the value: the edits that write it for xl. */
  readonly alternative?: { readonly title: string; readonly edits: readonly Edit[] };
  /** The setting that xm did not make of it. */
  readonly lost?: string;
  /** True when what the edits leave is still Python, which reads what the statement read. */
  readonly stays?: true;
  /** Names that the program which remains would miss, or find with a value of another type. */
  readonly altered: ReadonlySet<string>;
}

/** Decides what stays of a statement's settings. */
export interface Planner extends AppendPlace {
  /** True when the name's setting belongs into the xl file. */
  keeps(setting: Setting): boolean;
  /** True when xl knows a setting of that name, as far as that is known here. */
  isKey(name: string): boolean;
  /** True when some statement looks the name up. */
  isRead(name: string): boolean;
  /** True for a name whose literal value stays as a comment, since nothing in the program reads it. */
  notes(name: string): boolean;
}

/** The plan for one statement whose effect is known; undefined when it may stay as it is. */
export function planStatement(planner: Planner, outcome: Outcome): Plan | undefined {
  const { node } = outcome;
  const kind = kindOf(planner.text, node);
  const stays =
    outcome.settings.every((s) => !planner.isGone(s.name) && planner.keeps(s)) &&
    !outcome.deleted.some((name) => planner.isGone(name));
  if (stays && isPlain(planner.text, node)) return undefined;
  if (stays && isAppend(planner.text, node, outcome.settings) && canAppend(planner, outcome.settings[0]!.name, outcome))
    return undefined;
  if (outcome.taken && !changesByCondition(outcome)) return planIf(planner, outcome);
  const kept = keptSettings(planner, outcome, kind);
  const names = [...outcome.settings.map((s) => s.name), ...outcome.deleted];
  const altered = new Set(names.filter((name) => !kept.some((s) => s.name === name && !changesType(s.value))));
  // Its methods note what the file declares, for `xm_vars.check()` to see.
  if (outcome.declared.size > 0) for (const name of ['xm_vars', ...outcome.declared]) altered.add(name);
  const steered = steeredName(planner.text, outcome);
  if (steered) altered.add(steered);
  const { what, span } = describe(node, kind);
  if (kept.length === 0) return planRemoval(planner, outcome, kind, altered, { what, span });
  const code =
    kind === 'if'
      ? 'python-if'
      : kind === 'loop'
        ? 'python-loop'
        : kind === 'other'
          ? 'python-statement'
          : 'python-expression';
  const title =
    code === 'python-expression' ? 'Evaluate this expression' : `Replace this ${wordOf(node)} by its result`;
  return { code, what, title, span, altered, planned: planSettings(planner, outcome, kept) };
}

/** True for an `if` whose condition sets names: a comprehension's variable, a list that is sorted there. */
function changesByCondition({ settings, deleted, changed, taken }: Outcome): boolean {
  const inside = taken!.body.reduce((sum, one) => sum + one.settings.length + one.deleted.length, 0);
  return settings.length + deleted.length > inside || changed.length > taken!.body.flatMap((one) => one.changed).length;
}

/** What a call is made for that changes no variable: `random` of `random.seed(4)`, whose later answers hang on it. */
function steeredName(text: string, { node, settings, changed }: Outcome): string | undefined {
  const call = settings.length + changed.length === 0 ? parts(node)[0] : undefined;
  let object = call?.type === 'call' ? child(call, 'function') : undefined;
  if (object?.type !== 'attribute') return undefined;
  while (object?.type === 'attribute') object = child(object, 'object');
  return object?.type === 'identifier' ? text.slice(object.start, object.end) : undefined;
}

/** Lists of which xm took each item apart as a text (xm 4.4, create.py). */
const TEXT_LISTS = /^(disk|vif|vif2|vfb|vtpm|pci|vscsi|vusb)$/;

/** Where xm itself stopped at a list, with a Python error: at an item that is no text. */
function stopsXm({ name, value }: Setting): { reason: string } | undefined {
  if (!TEXT_LISTS.test(name) || value.kind !== 'list') return undefined;
  const item = value.items.find(({ kind }) => kind !== 'str' && kind !== 'unicode' && kind !== 'unknown');
  return item && { reason: `xm itself stopped at its item of type ${typeName(item)}, as it took texts alone` };
}

function planSettings(planner: Planner, outcome: Outcome, kept: readonly Setting[]): Planned {
  const { node } = outcome;
  for (const setting of kept) {
    const stopped = stopsXm(setting);
    if (stopped) return stopped;
  }
  const inner = parts(node)[0];
  const appended = planAppends(planner, outcome, kept);
  if (appended) return appended;
  const target = inner?.type === 'assignment' ? child(inner, 'left') : undefined;
  const isOne = target?.type === 'identifier' && child(inner!, 'right')?.type !== 'assignment' && kept.length === 1;
  if (isOne && planner.text.slice(target.start, target.end) === kept[0]!.name)
    return evaluateInPlace(planner, inner!, kept[0]!.value);
  return writeSettings(planner, node, kept);
}

/** The last setting of each name that belongs into the xl file, without variables of loops and imports that are no keys. */
function keptSettings(planner: Planner, outcome: Outcome, kind: StatementKind): Setting[] {
  const last = new Map<string, Setting>();
  const passing = kind === 'if' && !outcome.taken ? undefined : loopNames(planner.text, outcome.node);
  for (const setting of outcome.settings) {
    if (!planner.keeps(setting)) continue;
    const isPassing = kind === 'import' || passing?.has(setting.name) || outcome.declared.has(setting.name);
    // A variable that passes by may overwrite a setting.
    if (isPassing && !planner.isKey(setting.name) && !planner.isSetBefore(setting.name, outcome.node.start)) continue;
    last.delete(setting.name);
    last.set(setting.name, setting);
  }
  return [...last.values()];
}

function planIf(planner: Planner, outcome: Outcome): Plan {
  const { node } = outcome;
  const taken = outcome.taken!;
  // a comment wants lines of its own, which a block on the line of its `if` has not
  const isOneLine = taken.block !== undefined && !indentOf(planner.text, taken.block.start);
  const inside = planInside(isOneLine ? { ...planner, notes: () => false } : planner, taken.body);
  const edits = unwrapIf(planner.text, node, taken.block, inside.edits, planner.indent);
  const condition = child(node, 'condition') ?? node;
  return {
    code: 'python-if',
    what: 'an if statement',
    title: taken.block ? 'Replace this `if` by its result' : 'Remove this `if`, which does nothing',
    span: { start: node.start, end: condition.end },
    altered: inside.altered,
    planned: { edits, shown: inside.shown.join('; ') },
    ...(inside.stays && { stays: true }),
  };
}

/** The edits inside the block that ran. Where a part of it cannot be written in xl, the block stays as it is. */
function planInside(planner: Planner, body: readonly Outcome[]) {
  const nothing = { edits: [], altered: new Set<string>(), shown: [], stays: true };
  if (body.some(isUndecided)) return nothing;
  const plans: Plan[] = [];
  const before = new Set<string>();
  const isSetBefore: Planner['isSetBefore'] = (name, offset) => before.has(name) || planner.isSetBefore(name, offset);
  for (const outcome of body) {
    const plan = planStatement({ ...planner, isSetBefore }, outcome);
    for (const { name } of outcome.settings) before.add(name);
    if (plan && !('edits' in plan.planned)) return nothing;
    if (plan) plans.push(plan);
  }
  const done = plans.flatMap((plan) => ('edits' in plan.planned ? [plan.planned] : []));
  return {
    edits: done.flatMap((one) => one.edits),
    altered: new Set(plans.flatMap((plan) => [...plan.altered])),
    stays: plans.some((plan) => plan.stays),
    shown: done.map((one) => one.shown).filter((text) => text !== ''),
  };
}

/** True when the statement, or one inside the block that it ran, could not be evaluated. */
export function isUndecided(outcome: Outcome): boolean {
  return outcome.undecided !== undefined || (outcome.taken?.body.some(isUndecided) ?? false);
}

/** The variables of the loops and comprehensions inside a statement: they are no settings. */
function loopNames(text: string, node: PyNode): Set<string> {
  const names = new Set<string>();
  const assigned = new Set<string>();
  for (const part of nodesOf(node)) {
    const target = child(part, 'left');
    if (!target) continue;
    if (part.type === 'for_statement' || part.type === 'for_in_clause') collectTargets(text, target, names);
    else if (part.type.endsWith('assignment')) collectTargets(text, target, assigned);
  }
  for (const name of assigned) names.delete(name);
  return names;
}
