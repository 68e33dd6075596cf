import { ownCopy } from '../syntax/own-copy';
import { SpanIndex } from '../syntax/span';
import { rememberSpecs } from '../syntax/specs/remembered';
import type { Atom } from '../syntax/tree';
import type { CleanTest, FileContext } from './context';
import type { Finding } from './finding';

/** Readings of specs that are kept beside them; a file of ten thousand devices fits. */
const READINGS = 16_384;

/** Items remembered; when there are more, all are forgotten. */
const MOST = 65_536;

/**
 * The strings in lists of which it is known that no rule of the kind `itemwise` has anything to say about them: in a
 * text that is read again after a keystroke that is nearly all of them. Holds for files of one release, guest type and
 * the like at a time, and for none with Python in it.
 */
export class CleanItems {
  #circumstances = '';
  #count = 0;
  readonly #byKey = new Map<string, Set<string>>();

  constructor() {
    rememberSpecs(READINGS);
  }

  /** Takes what is known to be clean in a file like that; undefined when nothing is known. */
  testFor(file: FileContext): CleanTest | undefined {
    if (file.input.python) return undefined;
    const circumstances = circumstancesOf(file);
    if (circumstances !== this.#circumstances) {
      this.#forget();
      this.#circumstances = circumstances;
    }
    if (this.#count === 0) return undefined;
    return (name, item) => this.#byKey.get(name)?.has(item.text) ?? false;
  }

  /** Remembers the items of a file in which the rules of that kind, asked just now, found nothing. */
  learn(file: FileContext, findings: readonly Finding[]): void {
    if (file.input.python) return;
    const places = new SpanIndex(findings.map(({ span }) => span).sort((a, b) => a.start - b.start));
    for (const { setting, atom, reading } of file.specs) {
      // what xl has something against may be told by another rule today, and by one of that kind tomorrow
      if (setting.value.kind !== 'list' || reading.errors.length > 0) continue;
      const { start, end } = atom.span;
      if (!places.startsWithin({ start, end: end + 1 })) this.#add(setting.name, atom);
    }
  }

  #add(name: string, { text }: Atom): void {
    if (this.#count >= MOST) this.#forget();
    let known = this.#byKey.get(name);
    if (!known) {
      known = new Set();
      this.#byKey.set(name, known);
    }
    known.add(ownCopy(text));
    this.#count++;
  }

  #forget(): void {
    this.#byKey.clear();
    this.#count = 0;
  }
}

/** Everything beside an item and its key that rules of the kind `itemwise` may look at. */
function circumstancesOf({ release, guestType, isXm, input }: FileContext): string {
  const { arch, severities, foreign, configFile } = input;
  return JSON.stringify([release, guestType, isXm, arch, severities, foreign, configFile]);
}
