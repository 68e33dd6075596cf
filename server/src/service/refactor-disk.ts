import { findOption, optionsOf } from '../schema';
import type { Release } from '../syntax/release';
import { type DiskSpec, parseDisk } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { Analysis } from './analysis';
import type { Caption } from './caption';
import type { Refactoring } from './refactorings';
import { settingAt, valuesAt } from './setting-at';
import { optionOf, specParts } from './spec-parts';

/** One part of a disk, as it may be written with a name or at its place. */
interface DiskOption {
  readonly name: string;
  /** Absent for a flag. */
  readonly value?: string;
}

/** The last one: it takes all that follows for its own. */
const SWALLOWS = 'target';

/** A disk with places, written with names. */
export function diskAsNamed(analysis: Analysis, offset: number, caption: Caption): Refactoring | undefined {
  return rewritten(analysis, offset, caption('Write the disk with named options'), (options) => {
    const others = options.filter(({ name }) => name !== SWALLOWS);
    const target = options.filter(({ name }) => name === SWALLOWS);
    return [...others, ...target].map(written).join(',');
  });
}

/** A disk with names, written with places: what has one in its order, the rest with names behind it. */
export function diskAsPlaces(analysis: Analysis, offset: number, caption: Caption): Refactoring | undefined {
  const places = optionsOf('disk', analysis.release)
    .filter(({ position }) => position !== undefined)
    .sort((a, b) => a.position! - b.position!)
    .map(({ name }) => name);
  return rewritten(analysis, offset, caption('Write the disk without names'), (options) => {
    const values = places.map((name) => options.find((option) => option.name === name)?.value ?? '');
    const others = options.filter(({ name }) => !places.includes(name)).map(written);
    while (values.at(-1) === '' && others.length === 0) values.pop();
    return [...values, ...others].join(',');
  });
}

function written({ name, value }: DiskOption): string {
  return value === undefined ? name : `${name}=${value}`;
}

/** Undefined where the text would be the same, or xl would read another disk from it. */
function rewritten(
  analysis: Analysis,
  offset: number,
  title: string,
  write: (options: readonly DiskOption[]) => string,
): Refactoring | undefined {
  const { release } = analysis;
  const atom = diskAt(analysis, offset);
  if (!atom || release < 402) return undefined;
  const options = diskOptions(atom.text, release);
  const text = options && write(options);
  if (text === undefined || text === atom.text || !isSame(parseDisk(atom.text, release), parseDisk(text, release))) {
    return undefined;
  }
  const quote = analysis.text[atom.span.start]!;
  return {
    title,
    edits: [{ span: { start: atom.span.start + 1, end: atom.span.end - 1 }, newText: escaped(text, quote) }],
  };
}

function diskAt({ tree, inspection }: Analysis, offset: number): Atom | undefined {
  const setting = settingAt(tree.settings, offset);
  if (setting?.name !== 'disk' || setting.broken) return undefined;
  const { python } = inspection.input;
  if (python && !python.isPlain(setting.span)) return undefined;
  const path = valuesAt(setting.value, offset);
  const atom = path.at(-1);
  return path.length === 2 && atom?.kind === 'string' ? atom : undefined;
}

/** The options of a disk in their order; undefined for one with a mistake or with a prefix of old, or with one twice. */
function diskOptions(text: string, release: Release): DiskOption[] | undefined {
  const { parts, errors } = specParts('disk', text, release);
  if (errors.length > 0) return undefined;
  const options: DiskOption[] = [];
  for (const [i, part] of parts.entries()) {
    const word = text.slice(part.span.start, part.span.end);
    const name = optionOf(part);
    if (part.role === 'prefix' || part.role === 'unknown') return undefined;
    if (part.role === 'name') continue;
    if (part.role === 'value' && parts[i - 1]?.role !== 'name') return undefined;
    const option: DiskOption = part.role === 'flag' ? { name: word } : { name, value: word };
    // an empty target is one; an empty place of another kind is none
    if (word === '' && part.role !== 'value' && part.role !== SWALLOWS) continue;
    if (options.some((other) => other.name === option.name) || !findOption('disk', name)) return undefined;
    options.push(option);
  }
  return options.length > 0 ? options : undefined;
}

function isSame(a: DiskSpec, b: DiskSpec): boolean {
  return a.rc === b.rc && a.messages.length === b.messages.length && JSON.stringify(a.disk) === JSON.stringify(b.disk);
}

function escaped(text: string, quote: string): string {
  return text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replace(/\n/g, '\\n');
}
