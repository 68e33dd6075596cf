import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';

/**
 * What a guest's file has in common with others of its kind, as a template makes them: the source of its settings, without
 * comments, and without what only tells this guest from the next. These are runs of digits in its name, in the paths of its
 * disks' images and in the names of its network interfaces, its UUID, and the last three bytes of MAC addresses. No rule
 * and no step of the model looks at them for more than their length, whether they are zero, and which of them are equal:
 * all of that is kept. So what xl and the rules have to say of one of two alike files, be it nothing, they say of both.
 * Undefined for a file of which that cannot be told so easily.
 */
export function likenessOf(file: FileContext): string | undefined {
  const { input, text } = file;
  const { reading, tree } = input;
  if (input.configFile !== 'guest' || !reading.ok || input.python || input.foreign || input.forceXm) return undefined;
  if (tree.errors.length > 0 || UNUSUAL.test(text)) return undefined;
  const places = new Places();
  let likeness = '';
  for (const setting of tree.settings) likeness += `${sourceOf(setting, text, places)}\n`;
  return likeness;
}

/** Placeholders, words to us, escapes, and characters that are no part of a line. */
const UNUSUAL = /[{\\\r\0]|@@|xencfg/;

/** The source of a setting; of a list of which one item is written in an unusual way, all as it is: it may equal another. */
function sourceOf({ name, span }: Setting, text: string, places: Places): string {
  const source = text.slice(span.start, span.end);
  switch (name) {
    case 'name':
      return STRING.test(source) ? places.digits(source) : source;
    case 'uuid':
      return source.replace(UUID, (uuid) => places.take(uuid));
    case 'disk':
      if (!hasOneQuote(source) || source.replace(TARGET, '').includes('/')) return source;
      return source.replace(TARGET, (target) => places.digits(target));
    case 'vif':
      if (/mac/i.test(source.replace(MAC, ''))) return source;
      return source
        .replace(MAC, (_, start: string, rest: string) => `${start}${ZEROS.test(rest) ? rest : places.take(rest)}`)
        .replace(INTERFACE, (option) => places.digits(option));
    default:
      return source;
  }
}

/** A single string as a value. */
const STRING = /^\w+\s*\+?=\s*(?:"[^"]*"|'[^']*')$/;

/** A UUID as it is mostly written, but that of zeros. */
const UUID = /(?<=["'])(?![0-]+["'])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?=["'])/i;

/** An absolute path that is the first part of a disk's spec, or its target. */
const TARGET = /(?<=["']|["', ]target=)\/[^,"'=\n]*/g;

/** The first half of a MAC address and the second. */
const MAC = /(?<=["', ])(mac=(?:[\da-f]{2}:){3})([\da-f]{2}(?::[\da-f]{2}){2})(?=[,"'])/gi;

/** Bytes that have a meaning of their own. */
const ZEROS = /^(?:[0:]*|[f:]*)$/i;

const INTERFACE = /(?<=["', ])vifname=[\w.-]*/g;

function hasOneQuote(source: string): boolean {
  return !(source.includes('"') && source.includes("'"));
}

/** Gives what stands at several places of a file the same number there. */
class Places {
  readonly #seen: string[] = [];

  /** What stands for a text: its number among those of the file. */
  take(text: string): string {
    const low = text.toLowerCase();
    let number = this.#seen.indexOf(low);
    if (number < 0) number = this.#seen.push(low) - 1;
    return `\0${number}:${text.length};`;
  }

  /** A text with something in the place of all runs of digits that are not zero. */
  digits(text: string): string {
    return text.replace(/\d*[1-9]\d*/g, (run) => this.take(run));
  }
}
