import { ownCopy } from '../syntax/own-copy';
import { SpanIndex } from '../syntax/span';
import { rememberSpecs } from '../syntax/specs/remembered';
import { SHORT, stretch } from '../syntax/splicer';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import type { News } from './file-input';
import type { Finding } from './finding';

/** Readings of specs that are kept beside them; a file of ten thousand devices fits. */
const READINGS = 16_384;

/** Items remembered; when there are more, all are forgotten. */
const MOST = 65_536;

/** What is known of the list of one key. */
interface Known {
  readonly clean: Set<string>;
  /** The list as it was last, and the indices of what was not known to be clean in it. */
  texts: readonly string[];
  news: readonly number[];
}

/**
 * The strings in long lists of which it is known that no rule of the kind `itemwise` has anything to say about them: in a
 * text that is read again after a keystroke that is nearly all of them. Holds for files of one release, guest type and
 * the like at a time, and for none with Python in it.
 */
export class CleanItems {
  #circumstances = '';
  #count = 0;
  readonly #byKey = new Map<string, Known>();

  constructor() {
    rememberSpecs(READINGS);
  }

  /** Tells which strings of a list are not known to be clean in a file like that; undefined where it does not pay to ask. */
  newsOf(file: FileContext): News['items'] | undefined {
    if (!isWorthIt(file)) return undefined;
    const circumstances = circumstancesOf(file);
    if (circumstances !== this.#circumstances) {
      this.#forget();
      this.#circumstances = circumstances;
    }
    return (name, texts) => (isLong(texts) ? this.#news(name, texts) : undefined);
  }

  /** Remembers the items of a file in which the rules of that kind, asked just now, found nothing. */
  learn(file: FileContext, findings: readonly Finding[]): void {
    if (!isWorthIt(file)) return;
    const places = new SpanIndex(findings.map(({ span }) => span).sort((a, b) => a.start - b.start));
    for (const { setting, atom, reading } of file.specs) {
      // what xl has something against may be told by another rule today, and by one of that kind tomorrow
      if (!setting.isList || reading.errors.length > 0 || !isLong(file.texts(setting.name))) continue;
      const { start, end } = atom.span;
      if (!places.startsWithin({ start, end: end + 1 })) this.#add(setting.name, atom);
    }
  }

  #news(name: string, texts: readonly string[]): readonly number[] {
    const known = this.#known(name);
    const { start, oldEnd, newEnd } = stretch(known.texts, texts);
    const news: number[] = [];
    const look = (index: number) => {
      if (!known.clean.has(texts[index]!)) news.push(index);
    };
    for (const index of known.news) if (index < start) look(index);
    for (let index = start; index < newEnd; index++) look(index);
    for (const index of known.news) if (index >= oldEnd) look(index + newEnd - oldEnd);
    known.texts = texts;
    known.news = news;
    return news;
  }

  #known(name: string): Known {
    let known = this.#byKey.get(name);
    if (!known) {
      known = { clean: new Set(), texts: [], news: [] };
      this.#byKey.set(name, known);
    }
    return known;
  }

  #add(name: string, { text }: Atom): void {
    if (this.#count >= MOST) this.#forget();
    this.#known(name).clean.add(ownCopy(text));
    this.#count++;
  }

  #forget(): void {
    this.#byKey.clear();
    this.#count = 0;
  }
}

/** True for a file with a list that it takes long to look at. */
function isWorthIt({ circumstances, specLists }: FileContext): boolean {
  return !circumstances.python && specLists.some(({ setting, texts }) => setting.isList && isLong(texts));
}

function isLong({ length }: readonly string[]): boolean {
  return length >= SHORT;
}

/** Everything beside an item and its key that rules of the kind `itemwise` may look at. */
function circumstancesOf({ release, guestType, isXm, circumstances }: FileContext): string {
  const { arch, severities, foreign, configFile } = circumstances;
  return JSON.stringify([release, guestType, isXm, arch, severities, foreign, configFile]);
}
