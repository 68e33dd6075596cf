import { Mark } from '../syntax/mark';
import { SpanIndex } from '../syntax/span';
import { stretch } from '../syntax/splicer';
import type { Setting } from '../syntax/tree';
import { CleanItems } from './clean-items';
import type { FileContext } from './context';
import type { Finding } from './finding';
import type { Rule } from './rule';

/** The settings of a version that was judged. */
interface Judged {
  readonly marks: readonly Mark[];
  readonly names: readonly string[];
}

/** What is known of a text from its last version. */
interface Known {
  /** The mark of a setting in which nothing was found is known by it. */
  readonly clean: object;
  /** The names of the settings that those rules looked at which found nothing. */
  readonly quiet: Map<Rule, ReadonlySet<string>>;
}

const NOTHING: Judged = { marks: [], names: [] };

/**
 * What rules found nothing in, from one version of a text to the next: a rule is not asked again while nothing has changed
 * of what it looked at, and a rule of the kind `itemwise` is asked of settings that have changed. Holds for texts that xl
 * reads without an error, under the same circumstances; any other text is judged as a whole.
 */
export class RuleMemory {
  readonly #items: CleanItems;
  #circumstances = '';
  #known: Known = { clean: {}, quiet: new Map() };
  #judged = NOTHING;

  /** @param items what is known of the strings in long lists, of whatever text */
  constructor(items = new CleanItems()) {
    this.#items = items;
  }

  /** Begins to judge a version of the text. */
  begin(file: FileContext): Round {
    const { circumstances, input } = file;
    if (!input.reading.ok || circumstances.python) return new Round(file, this.#items);
    const now = circumstancesOf(file);
    if (now !== this.#circumstances) {
      this.#circumstances = now;
      this.#known = { clean: {}, quiet: new Map() };
    }
    const { settings } = file;
    const judged = { marks: settings.map(({ mark }) => mark ?? new Mark()), names: settings.map(({ name }) => name) };
    const changed = changedNames(this.#judged, judged);
    this.#judged = judged;
    const { quiet } = this.#known;
    for (const [rule, names] of quiet) if (changed.some((name) => names.has(name))) quiet.delete(rule);
    return new Round(file, this.#items, this.#known);
  }
}

/** One judgement of a file: every rule is asked once. */
export class Round {
  readonly #file: FileContext;
  readonly #items: CleanItems;
  readonly #known: Known | undefined;
  /** The file without what no rule of the kind `itemwise` has anything to say about. */
  readonly #news: FileContext;
  readonly #ofItems: Finding[] = [];
  /** Names of settings in which nothing was found for reasons outside of them. */
  readonly #uncertain = new Set<string>();

  /** @param known what is known of the text's last version; it is kept up to date */
  constructor(file: FileContext, items: CleanItems, known?: Known) {
    this.#file = file;
    this.#items = items;
    this.#known = known;
    const strings = items.newsOf(file);
    const has = known ? ({ mark }: Setting) => mark?.knownBy !== known.clean : () => true;
    this.#news = known || strings ? file.reduced({ has, items: strings ?? (() => undefined) }) : file;
  }

  ask(rule: Rule): readonly Finding[] {
    if (this.#known?.quiet.has(rule)) return [];
    const findings: Finding[] = [];
    const file = rule.itemwise ? this.#news : this.#file;
    const look = file.watch(() => {
      for (const finding of rule.check(file, [])) findings.push(finding);
    });
    if (rule.itemwise) {
      this.#ofItems.push(...findings);
      for (const name of look.fates) this.#uncertain.add(name);
    }
    if (findings.length === 0 && !look.whole) this.#known?.quiet.set(rule, look.names);
    return findings;
  }

  /** Remembers what nothing was found in. */
  end(): void {
    this.#items.learn(this.#news, this.#ofItems);
    if (!this.#known) return;
    const places = new SpanIndex(this.#ofItems.map(({ span }) => span).sort((a, b) => a.start - b.start));
    for (const setting of this.#news.settings) {
      const { name, mark, op, span } = setting;
      // of a setting that does not count most rules were not asked; behind += stands a part of what counts
      if (!mark || op === '+=' || this.#uncertain.has(name) || this.#file.last(name) !== setting) continue;
      if (!places.startsWithin({ start: span.start, end: span.end + 1 })) mark.knownBy = this.#known.clean;
    }
  }
}

/** The names of the settings that are in one version and not in the other, or elsewhere. */
function changedNames(before: Judged, after: Judged): readonly string[] {
  const { start, oldEnd, newEnd } = stretch(before.marks, after.marks);
  return [...before.names.slice(start, oldEnd), ...after.names.slice(start, newEnd)];
}

/** Everything beside its settings and their domain that rules may look at in a file without Python. */
function circumstancesOf({ release, guestType, isXm, circumstances }: FileContext): string {
  const { arch, severities, foreign, configFile, fileName, knownKeys, keepXmDefaults, forConversion, original } =
    circumstances;
  const known = [...knownKeys, ...(circumstances.originalReads ?? [])];
  return JSON.stringify([
    [release, guestType, isXm, arch, severities, foreign, configFile, fileName],
    [keepXmDefaults, forConversion, original, known],
  ]);
}
