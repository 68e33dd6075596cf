import { findCpuidFlag, findKey, findOption, findXmName } from '../schema';
import { parseSpec } from '../schema/spec-parsers';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import { Splicer } from '../syntax/splicer';
import { atomSpan, type Setting } from '../syntax/tree';
import type { Analysis } from './analysis';
import { pythonTokens } from './python-tokens';
import { settingsWithin } from './setting-at';
import { atomsOf, languageIn, plainStart, touches } from './spec-strings';

/** What a word can be; the names are LSP's own token types. */
export const TOKEN_TYPES = [
  'property',
  'variable',
  'function',
  'parameter',
  'namespace',
  'enumMember',
  'number',
  'keyword',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A word that a grammar cannot know: it takes the schema or the program's scopes. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly deprecated?: true;
}

/** Hears of a word: where it stands, what it is as an index of TOKEN_TYPES, and whether something else has replaced it. */
export type TakeToken = (start: number, end: number, type: number, deprecated: boolean) => void;

/** Gives the words of a text, or of the part of it that touches `within`, in order; no two overlap. */
export function eachToken(analysis: Analysis, take: TakeToken, within?: Span): void {
  const { python } = analysis.inspection.input;
  if (!python) {
    eachSettingsToken(analysis, take, within);
    return;
  }
  const found = pythonTokens(analysis, within).map(({ span, type }) => ({
    ...span,
    type: TOKEN_TYPES.indexOf(type),
    deprecated: false,
  }));
  const keep: TakeToken = (start, end, type, deprecated) => found.push({ start, end, type, deprecated });
  eachSettingsToken(analysis, keep, within);
  found.sort((a, b) => a.start - b.start);
  for (const { start, end, type, deprecated } of found) take(start, end, type, deprecated);
}

function eachSettingsToken(analysis: Analysis, take: TakeToken, within: Span | undefined): void {
  const { tree, inspection } = analysis;
  const { python } = inspection.input;
  const names = new Map<string, Omit<SemanticToken, 'span'>>();
  for (const setting of within ? settingsWithin(tree.settings, within) : tree.settings) {
    if (python && !python.isPlain(setting.span)) continue;
    let kind = names.get(setting.name);
    if (!kind) {
      kind = keyToken(setting.name, analysis);
      names.set(setting.name, kind);
    }
    const { start, end } = setting.nameSpan;
    take(start, end, TOKEN_TYPES.indexOf(kind.type), kind.deprecated === true);
    const language = languageIn(analysis, setting)?.language;
    if (language !== undefined) eachWord(analysis, setting, language, take, within);
  }
}

/** Gives the words in the strings of a setting. */
function eachWord(
  { tree, release }: Analysis,
  { value }: Setting,
  language: string,
  take: TakeToken,
  within: Span | undefined,
): void {
  const all = atomsOf(value);
  const atoms = within ? all.filter((atom) => touches(atom, within)) : all;
  const words = wordsOf(
    language,
    release,
    atoms.map(({ text }) => text),
  );
  for (let index = 0; index < atoms.length; index++) {
    const own = words[index]!;
    if (own.length === 0) continue;
    const atom = atoms[index]!;
    const from = plainStart(atom);
    for (let at = 0; at < own.length; at += CELLS) {
      const [start, end, type] = [own[at]!, own[at + 1]!, own[at + 2]!];
      if (from >= 0) take(from + start, from + end, type, false);
      else {
        const place = atomSpan(tree, atom, { start, end });
        take(place.start, place.end, type, false);
      }
    }
  }
}

/** The words of a spec, in order: of each its start and end in the spec, and its type. */
type Words = readonly number[];
const CELLS = 3;

interface KnownWords {
  readonly release: Release;
  readonly lists: Splicer<string, Words>;
}

/** The words of each language's lists: after an edit nearly all of a long one are the same. */
const KNOWN = new Map<string, KnownWords>();

function wordsOf(language: string, release: Release, texts: readonly string[]): readonly Words[] {
  let known = KNOWN.get(language);
  if (known?.release !== release) {
    known = { release, lists: new Splicer((text) => wordsIn(language, text, release)) };
    KNOWN.set(language, known);
  }
  return known.lists.of(texts);
}

function wordsIn(language: string, text: string, release: Release): Words {
  const words: [number, number, number][] = [];
  for (const { role, option, span } of parseSpec(language, text, release)?.parts ?? []) {
    const type = partToken(language, role, option, text.slice(span.start, span.end));
    if (type && span.start < span.end) words.push([span.start, span.end, TOKEN_TYPES.indexOf(type)]);
  }
  return words.sort(([a], [b]) => a - b).flat();
}

function keyToken(name: string, { release, configFile }: Analysis): Omit<SemanticToken, 'span'> {
  const row = findKey(name, configFile);
  if (row) {
    const deprecated = row.deprecatedSince !== undefined && row.deprecatedSince <= release;
    return { type: 'property', ...(deprecated ? { deprecated: true } : {}) };
  }
  return findXmName(name) ? { type: 'property', deprecated: true } : { type: 'variable' };
}

function partToken(language: string, role: string, option: string | undefined, written: string): TokenType | undefined {
  switch (role) {
    case 'name':
      return 'parameter';
    case 'flag':
      return 'enumMember';
    case 'prefix':
      return 'keyword';
    case 'item':
      return findOption(language, written) ? 'enumMember' : /^\d+$/.test(written) ? 'number' : undefined;
    case 'unknown':
    case 'target':
      return undefined;
    default:
      return valueToken(language, option ?? role, written);
  }
}

function valueToken(language: string, name: string, written: string): TokenType | undefined {
  const row = findOption(language, name);
  if (row?.values !== undefined || findCpuidFlag(name)) return 'enumMember';
  return /^(\d+|0x[0-9a-fA-F]+)$/.test(written) && row?.type !== 'path' && row?.type !== 'string'
    ? 'number'
    : undefined;
}
