import { findKey, keyAt } from '../schema';
import { parseSpec } from '../schema/spec-parsers';
import { ownCopy } from '../syntax/own-copy';
import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import type { Part } from '../syntax/specs';
import type { Setting, Value } from '../syntax/tree';
import type { Analysis } from './analysis';
import { type Caption, inEnglish } from './caption';
import { guestTypeOf } from './guest-type';
import { humanAmount } from './number-text';
import { languageOf } from './spec-strings';

export type SymbolKind =
  | 'guest'
  | 'setting'
  | 'list'
  | 'disk'
  | 'network'
  | 'device'
  | 'item'
  | 'variable'
  | 'function';

/** Something in a file that has a name, with what stands in it. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** All of it, and the part of it to go to. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** What the items of a list are, and the options that name and describe one. */
interface ItemKind {
  readonly kind: SymbolKind;
  readonly name: readonly string[];
  readonly detail: readonly string[];
}

const ITEMS: Readonly<Record<string, ItemKind>> = {
  disk: { kind: 'disk', name: ['vdev', 'target'], detail: ['target'] },
  'disk-4.1': { kind: 'disk', name: ['vdev', 'target'], detail: ['target'] },
  vif: { kind: 'network', name: ['mac', 'bridge'], detail: ['bridge'] },
  p9: { kind: 'device', name: ['tag'], detail: ['path'] },
  channel: { kind: 'device', name: ['name'], detail: ['connection'] },
};

/** A name is shortened to that, for a line in a list of symbols. */
const LONGEST = 80;

/**
 * The guest with its settings in the order of the text, the items of its lists, and the names of its Python. A file
 * without a name for its guest has its settings at the top.
 * @param most how many settings and items there are to be, about
 */
export function outline(
  analysis: Analysis,
  most = Number.POSITIVE_INFINITY,
  caption: Caption = inEnglish,
): OutlineSymbol[] {
  const room = { left: most, caption };
  const symbols = [...settingSymbols(analysis, room), ...pythonSymbols(analysis)];
  symbols.sort((a, b) => a.span.start - b.span.start);
  const guest = guestName(analysis);
  if (!guest) return symbols;
  const whole = { start: 0, end: analysis.text.length };
  return [
    {
      name: guest.name,
      detail: guestDetail(analysis, caption),
      kind: 'guest',
      span: whole,
      nameSpan: guest.span,
      children: symbols,
    },
  ];
}

/** The guest's name, as xl or xm takes it, and where it is set. */
export function guestName(analysis: Analysis): { name: string; span: Span } | undefined {
  const setting = analysis.tree.settings.findLast(({ name }) => name === 'name');
  const { python } = analysis.inspection.input;
  const computed = python?.values.get('name');
  const statement = python?.evaluation.statements.findLast(({ writes }) => writes.has('name'));
  const name = computed ?? (setting?.value.kind === 'string' ? setting.value.text : undefined);
  if (typeof name !== 'string' || name === '') return undefined;
  const span = statement && !statement.plain ? statement.span : setting?.value.span;
  return { name, span: span ?? { start: 0, end: 0 } };
}

/** A guest's type, memory and CPUs, as far as the file says them in plain numbers. */
export function guestDetail(analysis: Analysis, caption: Caption): string {
  const number = (key: string) => {
    const value = analysis.tree.settings.findLast(({ name }) => name === key)?.value;
    return value && value.kind !== 'list' && /^[1-9]\d*$/.test(value.text) ? Number(value.text) : undefined;
  };
  const memory = number('memory');
  const vcpus = number('vcpus');
  return [
    guestTypeOf(analysis).toUpperCase(),
    memory === undefined ? '' : humanAmount(memory, 'MiB'),
    vcpus === undefined ? '' : vcpus === 1 ? caption('1 vCPU') : caption('{0} vCPUs', vcpus),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How many more symbols are wanted, and the language of what is said of them. */
interface Room {
  left: number;
  readonly caption: Caption;
}

function* settingSymbols(analysis: Analysis, room: Room): Generator<OutlineSymbol> {
  const { python } = analysis.inspection.input;
  for (const setting of analysis.tree.settings) {
    if (room.left-- <= 0) return;
    if (!python || python.isPlain(setting.span)) yield settingSymbol(analysis, setting, room);
  }
}

function settingSymbol(analysis: Analysis, setting: Setting, room: Room): OutlineSymbol {
  const { name, span, nameSpan, value } = setting;
  if (value.kind !== 'list') {
    return { name, detail: shortened(value.text), kind: 'setting', span, nameSpan, children: [] };
  }
  const row = findKey(name);
  const language = row && languageOf(keyAt(row, analysis.release), true);
  const shown = value.items.slice(0, Math.max(0, room.left));
  room.left -= shown.length;
  const children = shown.map((item) => itemSymbol(analysis, item, language, room.caption));
  const count = entries(value.items.length, room.caption);
  return { name, detail: count, kind: 'list', span, nameSpan, children };
}

function entries(count: number, caption: Caption): string {
  return count === 1 ? caption('1 entry') : caption('{0} entries', count);
}

function itemSymbol(analysis: Analysis, item: Value, language: string | undefined, caption: Caption): OutlineSymbol {
  const { span } = item;
  if (item.kind === 'list') {
    const children = item.items.map((inner) => itemSymbol(analysis, inner, language, caption));
    return { name: entries(children.length, caption), kind: 'list', span, nameSpan: span, children };
  }
  const kind = language === undefined ? 'item' : (ITEMS[language]?.kind ?? 'device');
  const { name, detail } = specName(language, item.text, analysis.release);
  return detail === undefined
    ? { name, kind, span, nameSpan: span, children: NONE }
    : { name, detail, kind, span, nameSpan: span, children: NONE };
}

const NONE: readonly OutlineSymbol[] = [];

/** What a string of a list is called, by the options of its mini-language that tell it from others, and what it leads to. */
export function specName(language: string | undefined, text: string, release: Release): SpecName {
  const row = language === undefined ? undefined : ITEMS[language];
  const spec = row && parseSpec(language!, text, release);
  if (!spec) return { name: shortened(text) || '""' };
  let known = NAMES.get(spec);
  if (!known) {
    known = nameIn(spec.parts, ownCopy(text), row);
    NAMES.set(spec, known);
  }
  return known;
}

interface SpecName {
  readonly name: string;
  readonly detail?: string;
}

/** The names of specs that are read alike: after an edit nearly all of a long list's are. */
const NAMES = new WeakMap<object, SpecName>();

function nameIn(parts: readonly Part[], text: string, row: ItemKind): SpecName {
  const name = optionIn(parts, text, row.name);
  const detail = optionIn(parts, text, row.detail);
  if (!name) return { name: shortened(text) || '""' };
  return { name: shortened(name), ...(detail && detail !== name && { detail: shortened(detail) }) };
}

/** The value of the first of some options that a spec has, with a name or at its place. */
function optionIn(parts: readonly Part[], text: string, options: readonly string[]): string | undefined {
  for (const option of options) {
    for (const { role, option: of, span } of parts) {
      if ((role === 'value' ? of === option : role === option) && span.end > span.start) {
        return text.slice(span.start, span.end);
      }
    }
  }
  return undefined;
}

/** The functions and variables that only Python sets. */
function* pythonSymbols(analysis: Analysis): Generator<OutlineSymbol> {
  const { python } = analysis.inspection.input;
  for (const { plain, kind, span, settings, writes } of python?.evaluation.statements ?? []) {
    if (plain || kind === 'error' || kind === 'import' || writes.size === 0) continue;
    const names = kind === 'definition' ? [...writes].slice(0, 1) : [...new Set(settings.map(({ name }) => name))];
    for (const name of names) {
      const bound = settings.findLast((setting) => setting.name === name)?.span ?? span;
      const place = bound.start >= span.start && bound.end <= span.end ? bound : span;
      yield { name, kind: kind === 'definition' ? 'function' : 'variable', span: place, nameSpan: place, children: [] };
    }
  }
}

/** A text as it is shown in a list of symbols: in one line that is not too long. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
