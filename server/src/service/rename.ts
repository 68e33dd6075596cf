import { findKey, findXmName } from '../schema';
import type { Edit, Span } from '../syntax/span';
import type { Analysis } from './analysis';
import type { MentionKind } from './mentions';
import { mentionsOf, occurrencesAt, variableAt, variableUses } from './occurrences';
import { nameTable } from './python-names';
import { pythonTree } from './python-nodes';

/** What can be renamed at a place, or why not. */
export type Renaming =
  | { readonly span: Span; readonly name: string; readonly kind: 'variable' | MentionKind }
  | { readonly problem: string };

/** What a rename comes to in one text, or why it can't be done. */
export type Renamed = { readonly edits: readonly Edit[] } | { readonly problem: string };

const KEYWORDS = new Set(
  'and as assert break class continue def del elif else except exec finally for from global if import in is lambda not or pass print raise return try while with yield None True False'.split(
    ' ',
  ),
);

/** Tells what a rename at an offset would be about; undefined where there is no name. */
export function renamingAt(analysis: Analysis, offset: number): Renaming | undefined {
  const found = occurrencesAt(analysis, offset);
  if (!found) return undefined;
  const { kind, name, span } = found;
  if (kind === 'key') return { problem: `${name} is a key of the file: its name is xl's.` };
  if (kind !== 'variable') return { span, name, kind };
  const problem = variableProblem(analysis, offset);
  return problem ? { problem } : { span, name, kind };
}

/** Gives a variable of Python another name wherever it stands, when the program stays the same. */
export function renameVariable(analysis: Analysis, offset: number, newName: string): Renamed {
  const use = variableAt(analysis, offset);
  const tree = pythonTree(analysis);
  if (!use || !tree) return { problem: 'There is no variable of Python here.' };
  const problem = variableProblem(analysis, offset) ?? nameProblem(analysis, newName);
  if (problem) return { problem };
  return { edits: variableUses(analysis, use).map(({ span }) => ({ span, newText: newName })) };
}

/** Gives something that values speak of another name, in one text. */
export function renameMention(analysis: Analysis, kind: MentionKind, name: string, newName: string): Renamed {
  if (!/^[^\s"'\\,;=[\]#](?:[^"'\\,;=\n\r\0]*[^\s"'\\,;=\n\r\0])?$/.test(newName)) {
    return { problem: `"${newName}" can't stand in every place where ${name} stands.` };
  }
  return { edits: mentionsOf(analysis, kind, name).map(({ span }) => ({ span, newText: newName })) };
}

function variableProblem(analysis: Analysis, offset: number): string | undefined {
  const use = variableAt(analysis, offset);
  const tree = pythonTree(analysis);
  if (!use || !tree) return undefined;
  const { name } = use;
  const uses = variableUses(analysis, use);
  if (findKey(name) || findXmName(name)) return `${name} is the name of a setting.`;
  if (!uses.some(({ write }) => write)) return `${name} gets its value outside of this file.`;
  if (uses.some(({ origin }) => origin === 'import')) return `${name} has its name from the module.`;
  if (uses.some(({ origin }) => origin === 'parameter') && nameTable(tree).keywords.has(name)) {
    return `${name} is also the name of an argument in a call.`;
  }
  const { evaluation } = analysis.inspection.input.python!;
  if (nameTable(tree).readsByName) {
    return 'The program looks variables up by their names (locals(), exec or import *).';
  }
  return evaluation.parameters.has(name) ? `${name} may be given with xm create.` : undefined;
}

function nameProblem(analysis: Analysis, name: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name) || KEYWORDS.has(name)) return `"${name}" is no name of a variable.`;
  if (findKey(name) || findXmName(name)) return `${name} is the name of a setting.`;
  const { uses } = nameTable(pythonTree(analysis)!);
  return uses.some((use) => use.name === name) ? `${name} is in use already.` : undefined;
}
