import { findKey, findOption, type Option } from '../schema';
import type { Span } from '../syntax/span';
import { type Atom, atomSpan } from '../syntax/tree';
import type { Analysis } from './analysis';
import { optionOf, specParts } from './spec-parts';
import { atomsOf, specStrings } from './spec-strings';

/** What a text in a file names that other places and other files may name too. */
export type MentionKind = 'guest' | 'path' | 'script' | 'bridge' | 'mac';

/** A name in a file of something that is more than this one place. */
export interface Mention {
  readonly kind: MentionKind;
  readonly text: string;
  readonly span: Span;
  /** True where the guest gets its name, false where another one is spoken of. */
  readonly defines: boolean;
}

/** Every mention of the settings that touch a span (the whole text without one), in the order of the text. */
export function* mentions(analysis: Analysis, within?: Span): Generator<Mention> {
  const { tree, release, inspection } = analysis;
  const { python } = inspection.input;
  for (const setting of tree.settings) {
    if (within && (setting.span.end < within.start || setting.span.start > within.end)) continue;
    if (python && !python.isPlain(setting.span)) continue;
    if (setting.name === 'name' && setting.value.kind === 'string') yield ofAtom('guest', setting.value, true);
    const row = findKey(setting.name);
    if (row?.type !== 'path' && row?.type !== 'enum-or-path') continue;
    for (const atom of atomsOf(setting.value)) if (atom.text.includes('/')) yield ofAtom('path', atom, false);
  }
  for (const { setting, language, atom } of specStrings(analysis, within)) {
    if (python && !python.isPlain(setting.span)) continue;
    for (const part of specParts(language, atom.text, release).parts) {
      if (part.role === 'name' || part.role === 'flag' || part.span.start === part.span.end) continue;
      const option = findOption(language, optionOf(part));
      const text = atom.text.slice(part.span.start, part.span.end);
      const kind = option && kindOf(option, text);
      if (kind) yield { kind, text, span: atomSpan(tree, atom, part.span), defines: false };
    }
  }
}

/** The mention that an offset lies in or at. */
export function mentionAt(analysis: Analysis, offset: number): Mention | undefined {
  for (const mention of mentions(analysis, { start: offset, end: offset })) {
    if (mention.span.start <= offset && offset <= mention.span.end) return mention;
  }
  return undefined;
}

function ofAtom(kind: MentionKind, atom: Atom, defines: boolean): Mention {
  const quotes = atom.kind === 'string' ? 1 : 0;
  return { kind, text: atom.text, span: { start: atom.span.start + quotes, end: atom.span.end - quotes }, defines };
}

function kindOf(option: Option, text: string): MentionKind | undefined {
  switch (option.type) {
    case 'domain':
      return /^(\d+|Domain-0)$/.test(text) ? undefined : 'guest';
    case 'mac':
      return 'mac';
    case 'path':
      if (option.name === 'script') return 'script';
      return text.includes('/') ? 'path' : undefined;
    default:
      return option.name === 'script' || option.name === 'bridge' ? option.name : undefined;
  }
}
