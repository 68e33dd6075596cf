import type { Edit, Span } from '../syntax/span';
import { evaluateInPlace, type Place } from './assignments';
import type { Evaluation, Statement } from './evaluate';
import { globalNames } from './scopes';
import { child, nodesOf, type PyNode } from './tree';
import { list, typeName, type Value } from './values';

/** What xm made nothing of, and what its author may have meant: a change of meaning. */
export interface Dropped {
  readonly what: string;
  /** The setting's name. */
  readonly lost: string;
  readonly span: Span;
  readonly alternative?: { readonly title: string; readonly edits: readonly Edit[] };
}

const DROPPED: ReadonlySet<Value['kind']> = new Set([
  'bool',
  'none',
  'long',
  'tuple',
  'unicode',
  'dict',
  'set',
  'frozenset',
]);

const HOLDERS: ReadonlySet<Value['kind']> = new Set(['dict', 'set', 'frozenset']);

/**
 * True for a value that somebody may have meant as a setting, of a type that xm dropped in silence (xm 4.4, opts.py): not
 * for a dictionary or set that the program looks things up in.
 */
export function isDropped(value: Value, isRead: boolean): boolean {
  return DROPPED.has(value.kind) && !(isRead && HOLDERS.has(value.kind));
}

/** A value of a dropped type, in a few words. */
export function droppedWords(value: Value): string {
  return `a value of type ${typeName(value)}, of which xm made no setting`;
}

/** The edits that write a dropped value, as a setting, in the place of what it is assigned from; undefined when xl has no form for it. */
export function alternativeFor(place: Place, assignment: PyNode, value: Value): Dropped['alternative'] {
  const meant = value.kind === 'tuple' ? list([...value.items]) : value;
  if (meant.kind === 'none') return undefined;
  const planned = evaluateInPlace(place, assignment, meant);
  if (!('edits' in planned) || planned.edits.length === 0) return undefined;
  return { title: `Write ${planned.shown}, which xm would have ignored`, edits: planned.edits };
}

/**
 * The settings of the whole file whose last value xm dropped, where a construct sets them whose own finding does not
 * tell it: inside an `if`, a loop or an assignment to several names.
 */
export function hiddenDrops(
  evaluation: Evaluation,
  place: Place & { isKey(name: string): boolean; isRead(name: string): boolean },
): { statement: Statement; dropped: Dropped }[] {
  const { variables, statements } = evaluation;
  const last = new Map<string, Statement>();
  for (const statement of statements) for (const { name } of statement.settings) last.set(name, statement);
  const ofValues = [...last].flatMap(([name, statement]) => {
    const value = variables.get(name)?.value;
    const setting = statement.settings.findLast((one) => one.name === name)!;
    if (!value || !isDropped(value, place.isRead(name)) || !place.isKey(name)) return [];
    if (statement.undecided || isDirect(statement)) return [];
    const assignment = statement.kind === 'if' ? assignmentOf(statement.node, setting.span) : undefined;
    const alternative = assignment && alternativeFor(place, assignment, value);
    const dropped = {
      lost: name,
      what: `"${name}" is ${droppedWords(value)}`,
      span: setting.span,
      ...(alternative && { alternative }),
    };
    return [{ statement, dropped }];
  });
  return [...ofValues, ...globalDrops(evaluation, place.isKey)];
}

/** The settings that a function made a global of: the statements that called it set none for xm. */
function globalDrops({ tree, statements, variables }: Evaluation, isKey: (name: string) => boolean) {
  const declared = new Set(globalNames(tree.text, tree.root));
  if (declared.size === 0) return [];
  return statements.flatMap((statement) => {
    // what stands in the file itself has a finding of its own
    if (statement.kind === 'assignment' || statement.undecided) return [];
    const names = statement.deleted.filter((name) => declared.has(name) && isKey(name) && !variables.has(name));
    return names.map((name) => {
      const what = `"${name}" is a global of a function, of which xm made no setting`;
      return { statement, dropped: { lost: name, what, span: statement.span } };
    });
  });
}

/** True for `name = value` alone. */
function isDirect({ kind, settings, node }: Statement): boolean {
  const inner = node.children[0];
  return kind === 'assignment' && settings.length === 1 && child(inner!, 'left')?.type === 'identifier';
}

/** The assignment of one value to the name that stands there. */
function assignmentOf(node: PyNode, { start }: Span): PyNode | undefined {
  for (const part of nodesOf(node)) {
    if (part.type !== 'assignment') continue;
    const left = child(part, 'left');
    if (left?.type === 'identifier' && left.start === start && child(part, 'right')?.type !== 'assignment') return part;
  }
  return undefined;
}
