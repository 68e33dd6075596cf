import type { Span } from '../syntax/span';
import type { Analysis } from './analysis';
import { type MentionKind, mentionAt, mentions } from './mentions';
import { type NameUse, nameTable } from './python-names';
import { pythonTree } from './python-nodes';
import { settingAt } from './setting-at';

/** One place where a name stands. */
export interface Occurrence {
  readonly span: Span;
  /** True where it gets its value, or where the thing gets its name. */
  readonly write: boolean;
}

/** A name at a place of the text, and where else in the text it stands. */
export interface Occurrences {
  /** What has the name: a variable of Python, a key of the file, or what a value speaks of. */
  readonly kind: 'variable' | 'key' | MentionKind;
  readonly name: string;
  /** The one that was asked about. */
  readonly span: Span;
  /** All of them, in the order of the text. */
  readonly all: readonly Occurrence[];
}

/** The name at an offset; undefined where there is none. */
export function occurrencesAt(analysis: Analysis, offset: number): Occurrences | undefined {
  const use = variableAt(analysis, offset);
  if (use) {
    const all = variableUses(analysis, use).map(({ span, write }) => ({ span, write }));
    return { kind: 'variable', name: use.name, span: use.span, all };
  }
  const mention = mentionAt(analysis, offset);
  if (mention) {
    const { kind, text, span } = mention;
    return { kind, name: text, span, all: mentionsOf(analysis, kind, text) };
  }
  const { settings } = analysis.tree;
  const setting = pythonTree(analysis) ? undefined : settingAt(settings, offset);
  if (!setting || offset > setting.nameSpan.end) return undefined;
  const all = settings
    .filter(({ name }) => name === setting.name)
    .map(({ nameSpan }) => ({ span: nameSpan, write: true }));
  return { kind: 'key', name: setting.name, span: setting.nameSpan, all };
}

/** Where a text speaks of something by its name. */
export function mentionsOf(analysis: Analysis, kind: MentionKind, name: string): Occurrence[] {
  const found = [...mentions(analysis)].filter((one) => one.kind === kind && one.text === name);
  return found.map(({ span, defines }) => ({ span, write: defines })).sort((a, b) => a.span.start - b.span.start);
}

/** Where a name at an offset gets its value: the last place before it, else every one. */
export function definitionsAt(analysis: Analysis, offset: number): Span[] {
  const found = occurrencesAt(analysis, offset);
  if (!found || found.kind === 'key') return [];
  const writes = found.all.filter(({ write }) => write);
  const before = writes.findLast(({ span }) => span.end <= found.span.start);
  const self = writes.find(({ span }) => span.start === found.span.start);
  return (self ? [self] : before ? [before] : writes).map(({ span }) => span);
}

/** The use of a Python variable at an offset. */
export function variableAt(analysis: Analysis, offset: number): NameUse | undefined {
  const tree = pythonTree(analysis);
  return tree && nameTable(tree).uses.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Every use of the same variable. */
export function variableUses(analysis: Analysis, { name, scope }: NameUse): NameUse[] {
  const tree = pythonTree(analysis);
  return tree ? nameTable(tree).uses.filter((use) => use.name === name && use.scope === scope) : [];
}
