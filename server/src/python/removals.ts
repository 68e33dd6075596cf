import type { Span } from '../syntax/span';
import type { Planned } from './assignments';
import { alternativeFor, droppedWords, isDropped } from './dropped';
import type { StatementKind } from './kinds';
import { splitString } from './literals';
import type { Outcome } from './outcomes';
import type { Plan, Planner } from './plans';
import { commentedOut, commentsIn, lineBreak, removal } from './regions';
import { child, nodesOf, type PyNode, parts } from './tree';
import { isTaken } from './values';
import { wordOf } from './words';
/** The plan for a statement that leaves no setting: it goes, or becomes a comment. */
export function planRemoval(
  planner: Planner,
  outcome: Outcome,
  kind: StatementKind,
  altered: ReadonlySet<string>,
  shown: { what: string; span: Span },
): Plan {
  const { text } = planner;
  const { node } = outcome;
  const span = { start: node.start, end: node.end };
  const docs = kind === 'expression' ? docString(text, node) : undefined;
  if (docs) {
    const edits = [{ span, newText: commentLines(docs, planner.indent, lineBreak(text)) }];
    const planned = { edits, shown: '' };
    return { code: 'python-statement', title: 'Turn this text into a comment', ...shown, altered, planned };
  }
  const ignored = kind === 'assignment' ? ignoredSetting(planner, outcome) : undefined;
  const noted = kind === 'assignment' && !ignored ? noteUnread(planner, outcome) : undefined;
  if (noted) return { code: 'python-helper', title: NOTE, ...shown, altered, planned: noted };
  const code =
    kind === 'assignment'
      ? 'python-helper'
      : kind === 'import'
        ? 'python-import'
        : kind === 'loop'
          ? 'python-loop'
          : kind === 'if'
            ? 'python-if'
            : 'python-statement';
  const title = code === 'python-helper' ? 'Remove this helper variable' : `Remove this ${wordOf(node)}`;
  const isHelper = kind === 'assignment' || (kind === 'expression' && outcome.changed.length > 0);
  const kept = isHelper ? { indent: planner.indent, inside: commentsOfItems(planner.text, node) } : undefined;
  const planned = { edits: removal(text, span, kept), shown: '' };
  return { code, title, ...shown, altered, planned, ...ignored };
}

/** The comments inside a list of texts or numbers that goes: they are about what these stand for, which some setting has. */
function commentsOfItems(text: string, node: PyNode): string[] {
  const inner = parts(node)[0];
  const right = inner && child(inner, 'right');
  const isTexts = right && /^(list|tuple)$/.test(right.type) && parts(right).every(({ type }) => TEXTS.has(type));
  return isTexts ? commentsIn(text, right) : [];
}

const TEXTS: ReadonlySet<string> = new Set(['string', 'concatenated_string', 'binary_operator', 'integer']);

/** A plain assignment of a value that xm took no setting from, to a name that xl knows or might know. */
function ignoredSetting(planner: Planner, outcome: Outcome): Partial<Plan> | undefined {
  const { node, settings, deleted } = outcome;
  const inner = parts(node)[0]!;
  const title = 'Remove this setting, which xm did not take';
  if (settings.length === 0 && deleted.length === 1 && inner.type === 'assignment' && planner.isKey(deleted[0]!))
    return { what: 'a variable that a function declares global', title };
  const [setting] = settings;
  if (settings.length !== 1 || !setting || inner.type !== 'assignment' || child(inner, 'left')?.type !== 'identifier')
    return undefined;
  const { name, value } = setting;
  if (isTaken(value) || value.kind === 'callable' || !planner.isKey(name)) return undefined;
  const mayBeMeant = isDropped(value, planner.isRead(name));
  if (!mayBeMeant && isDropped(value, false)) return undefined;
  const alternative = mayBeMeant ? alternativeFor(planner, inner, value) : undefined;
  return { what: droppedWords(value), title, lost: name, ...(alternative && { alternative }) };
}

/** The title of what makes a comment of a literal. */
export const NOTE = 'Make it a comment: nothing reads it';

/** A literal that the file only keeps, for people or other programs: it goes on as a comment. */
function noteUnread({ text, indent, notes }: Planner, { node, settings }: Outcome): Planned | undefined {
  const inner = parts(node)[0]!;
  const [setting] = settings;
  const right = child(inner, 'right');
  if (settings.length !== 1 || !setting || inner.type !== 'assignment' || !right || !notes(setting.name))
    return undefined;
  if (child(inner, 'left')?.type !== 'identifier' || ![...nodesOf(right)].every(({ type }) => !COMPUTED.test(type)))
    return undefined;
  return {
    edits: commentedOut(text, node, 'neither xm nor xl knows this name, and nothing here reads it', indent),
    shown: '',
  };
}

/** What in a value has to be evaluated, or is a statement of its own. */
const COMPUTED =
  /^(identifier|call|attribute|subscript|lambda|interpolation|assignment|yield|await|.*operator|.*comprehension|generator.*|conditional.*|ERROR)$/;

function docString(text: string, node: PyNode): string | undefined {
  const inner = parts(node);
  if (inner.length !== 1 || inner[0]!.type !== 'string') return undefined;
  const content = splitString(text, inner[0]!)?.content.trim();
  return content || undefined;
}

function commentLines(content: string, indent: string, end: string): string {
  const lines = content.split(/\r\n|\n|\r/).map((line) => `# ${line.trim()}`.trimEnd());
  return lines.join(end + indent);
}
