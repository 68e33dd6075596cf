import { findCpuidFlag, findKey, findOption, findXmName } from '../schema';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import { atomSpan, type Setting } from '../syntax/tree';
import type { Analysis } from './analysis';
import { pythonTokens } from './python-tokens';
import { settingsWithin } from './setting-at';
import { parseSpec } from './spec-parsers';
import { atomsOf, languageIn, plainStart, touches } from './spec-strings';

/** What a word is; the names are LSP's own token types. */
export type TokenType =
  | 'property'
  | 'variable'
  | 'function'
  | 'parameter'
  | 'namespace'
  | 'enumMember'
  | 'number'
  | 'keyword';

/** A word that a grammar cannot know: it takes the schema or the program's scopes. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly deprecated?: true;
}

/** The words of a text, or of the part of it that touches `within`, in order; no two overlap. */
export function semanticTokens(analysis: Analysis, within?: Span): SemanticToken[] {
  const { tree, inspection } = analysis;
  const { python } = inspection.input;
  const found: SemanticToken[] = [];
  const names = new Map<string, Omit<SemanticToken, 'span'>>();
  for (const setting of within ? settingsWithin(tree.settings, within) : tree.settings) {
    if (python && !python.isPlain(setting.span)) continue;
    let kind = names.get(setting.name);
    if (!kind) {
      kind = keyToken(setting.name, analysis);
      names.set(setting.name, kind);
    }
    found.push({ span: setting.nameSpan, ...kind });
    const language = languageIn(analysis, setting)?.language;
    if (language !== undefined) pushParts(found, analysis, setting, language, within);
  }
  if (!python) return found;
  for (const token of pythonTokens(analysis, within)) found.push(token);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Adds the words in the strings of a setting. */
function pushParts(
  found: SemanticToken[],
  { tree, release }: Analysis,
  { value }: Setting,
  language: string,
  within?: Span,
): void {
  for (const atom of atomsOf(value)) {
    if (within && !touches(atom, within)) continue;
    const words = wordsIn(language, atom.text, release);
    if (words.length === 0) continue;
    const from = plainStart(atom);
    for (const { span, type } of words) {
      const place = from < 0 ? atomSpan(tree, atom, span) : { start: from + span.start, end: from + span.end };
      found.push({ span: place, type });
    }
  }
}

/** The words of specs that are read alike: after an edit nearly all of a long list's are. */
const WORDS = new WeakMap<object, readonly SemanticToken[]>();

/** The words of a spec, in order, counted from its beginning. */
function wordsIn(language: string, text: string, release: Release): readonly SemanticToken[] {
  const spec = parseSpec(language, text, release);
  if (!spec) return [];
  let words = WORDS.get(spec);
  if (!words) {
    words = spec.parts
      .flatMap(({ role, option, span }) => {
        const type = partToken(language, role, option, text.slice(span.start, span.end));
        return type && span.start < span.end ? [{ span, type }] : [];
      })
      .sort((a, b) => a.span.start - b.span.start);
    WORDS.set(spec, words);
  }
  return words;
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
