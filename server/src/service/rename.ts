import { findKey, findXmName } from '../schema';
import type { Edit, Span } from '../syntax/span';
import type { Analysis } from './analysis';
import { type Caption, inEnglish } from './caption';
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
export function renamingAt(analysis: Analysis, offset: number, caption: Caption = inEnglish): Renaming | undefined {
  const found = occurrencesAt(analysis, offset);
  if (!found) return undefined;
  const { kind, name, span } = found;
  if (kind === 'key') return { problem: caption("{0} is a key of the file: its name is xl's.", name) };
  if (kind !== 'variable') return { span, name, kind };
  const problem = variableProblem(analysis, offset, caption);
  return problem ? { problem } : { span, name, kind };
}

/** Gives a variable of Python another name wherever it stands, when the program stays the same. */
export function renameVariable(
  analysis: Analysis,
  offset: number,
  newName: string,
  caption: Caption = inEnglish,
): Renamed {
  const use = variableAt(analysis, offset);
  const tree = pythonTree(analysis);
  if (!use || !tree) return { problem: caption('There is no variable of Python here.') };
  const problem = variableProblem(analysis, offset, caption) ?? nameProblem(analysis, newName, caption);
  if (problem) return { problem };
  return { edits: variableUses(analysis, use).map(({ span }) => ({ span, newText: newName })) };
}

/** Gives something that values speak of another name, in one text. */
export function renameMention(
  analysis: Analysis,
  kind: MentionKind,
  name: string,
  newName: string,
  caption: Caption = inEnglish,
): Renamed {
  if (!/^[^\s"'\\,;=[\]#](?:[^"'\\,;=\n\r\0]*[^\s"'\\,;=\n\r\0])?$/.test(newName)) {
    return { problem: caption('"{0}" can\'t stand in every place where {1} stands.', newName, name) };
  }
  return { edits: mentionsOf(analysis, kind, name).map(({ span }) => ({ span, newText: newName })) };
}

function variableProblem(analysis: Analysis, offset: number, caption: Caption): string | undefined {
  const use = variableAt(analysis, offset);
  const tree = pythonTree(analysis);
  if (!use || !tree) return undefined;
  const { name } = use;
  const uses = variableUses(analysis, use);
  if (findKey(name) || findXmName(name)) return caption('{0} is the name of a setting.', name);
  if (!uses.some(({ write }) => write)) return caption('{0} gets its value outside of this file.', name);
  if (uses.some(({ origin }) => origin === 'import')) return caption('{0} has its name from the module.', name);
  if (uses.some(({ origin }) => origin === 'parameter') && nameTable(tree).keywords.has(name)) {
    return caption('{0} is also the name of an argument in a call.', name);
  }
  const { evaluation } = analysis.inspection.input.python!;
  if (nameTable(tree).readsByName) {
    return caption('The program looks variables up by their names (locals(), exec or import *).');
  }
  return evaluation.parameters.has(name) ? caption('{0} may be given with xm create.', name) : undefined;
}

function nameProblem(analysis: Analysis, name: string, caption: Caption): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name) || KEYWORDS.has(name)) return caption('"{0}" is no name of a variable.', name);
  if (findKey(name) || findXmName(name)) return caption('{0} is the name of a setting.', name);
  const { uses } = nameTable(pythonTree(analysis)!);
  return uses.some((use) => use.name === name) ? caption('{0} is in use already.', name) : undefined;
}
