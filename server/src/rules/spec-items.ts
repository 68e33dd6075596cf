import { specParser } from '../schema/spec-parsers';
import type { KeyRow } from '../schema/types';
import * as specs from '../syntax/specs';
import { Finder } from '../syntax/splicer';
import type { Atom, Setting, Value } from '../syntax/tree';
import type { FileContext } from './context';

/** A string in a mini-language, as xl of the release reads it. */
export interface SpecItem {
  readonly setting: Setting;
  readonly row: KeyRow;
  readonly language: string;
  readonly atom: Atom;
  readonly reading: specs.SpecReading;
}

/** The strings of one setting in a mini-language. Arrays are shared between versions of a text: not to be changed. */
export class SpecList {
  constructor(
    readonly setting: Setting,
    readonly row: KeyRow,
    readonly language: string,
    readonly texts: readonly string[],
    readonly readings: readonly specs.SpecReading[],
    readonly atom: (index: number) => Atom,
  ) {}

  /** One of the strings, with its place in the file. */
  item(index: number): SpecItem {
    return new PlacedItem(this, index);
  }

  /** Indices of the strings that xl has something against. */
  get faulty(): readonly number[] {
    return FAULTY.in(this.readings);
  }
}

const FAULTY = new Finder(({ errors }: specs.SpecReading) => errors.length > 0);

/** Knows its place when it is asked: most items have nothing to report. */
class PlacedItem implements SpecItem {
  constructor(
    private readonly list: SpecList,
    private readonly index: number,
  ) {}

  get setting(): Setting {
    return this.list.setting;
  }

  get row(): KeyRow {
    return this.list.row;
  }

  get language(): string {
    return this.list.language;
  }

  get atom(): Atom {
    return this.list.atom(this.index);
  }

  get reading(): specs.SpecReading {
    return this.list.readings[this.index]!;
  }
}

/** The settings with a mini-language that count and that xl reads for the guest. */
export function* specLists(file: FileContext): Iterable<SpecList> {
  for (const { setting, row, read } of file.keys) {
    if (!read) continue;
    const listed = setting.isList;
    const language = (listed ? row.listLanguage : undefined) ?? row.language;
    const parse = language === undefined ? undefined : specParser(language);
    if (!parse || !isSpec(row, listed)) continue;
    const { name } = setting;
    const isPlain = listed && row.shape !== 'nested' && file.isFlat(name);
    const atoms = isPlain
      ? []
      : listed
        ? reachedStrings(file.values(name), row.shape === 'nested')
        : [setting.value as Atom];
    const atom = isPlain ? (index: number) => file.item(name, index) as Atom : (index: number) => atoms[index]!;
    const texts = isPlain ? file.texts(name) : atoms.map(({ text }) => text);
    const readings = specs.readList(parse, texts, file.release);
    yield new SpecList(setting, row, language!, texts, readings, atom);
  }
}

/** True when values of that shape hold the mini-language: `viridian`, for one, is a boolean when it is no list. */
function isSpec({ shape, type }: KeyRow, listed: boolean): boolean {
  if (listed) return shape !== undefined && shape !== 'scalar';
  return type === 'spec' && (shape === undefined || shape === 'either');
}

/** The strings in a list that xl comes to: up to the first item that is a list; with `nested`, those within its lists. */
function reachedStrings(items: readonly Value[], nested: boolean): Atom[] {
  const strings: Atom[] = [];
  for (const item of items) {
    if (item.kind === 'list') {
      if (!nested) break;
      strings.push(...reachedStrings(item.items, false));
    } else if (nested) break;
    else strings.push(item);
  }
  return strings;
}
