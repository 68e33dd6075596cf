import type { Backend, Claim, Place } from '../rules/across';
import type { Span } from '../syntax/span';
import { Finder, SHORT, Splicer, Tally } from '../syntax/splicer';
import { placed } from './placed';
import type { TextList } from './texts';

/** A claim without its place: that is a part of the item, or all of it. */
export type ItemClaim = Omit<Claim, 'place' | 'written'> & { readonly part?: Span | undefined };

/** What one item of a list takes, and which domain it wants; `part` is where it says so. */
export interface ItemNeeds {
  readonly claim?: ItemClaim | undefined;
  readonly backend?: { readonly name: string; readonly part?: Span | undefined } | undefined;
  readonly bridge?: string | undefined;
  readonly script?: string | undefined;
}

/** What the items of one list take. */
export interface ListNeeds {
  /** Each thing once, at its first place; a disk that is written there before one that is only read. */
  readonly claims: readonly Claim[];
  readonly backends: readonly Backend[];
  readonly bridges: Iterable<string>;
  readonly scripts: Iterable<string>;
}

type At = (span: Span) => Place;
type Needs = (text: string) => ItemNeeds;

/** What is remembered of one file's lists from version to version. */
export class ClaimMemory {
  readonly #lists = new Map<string, ListMemory>();

  /**
   * What the items of a list take in the newest version of the file.
   * @param needs gives the same for the same text as long as the circumstances are the same
   */
  needsOf(key: string, list: TextList, at: At, circumstances: string, needs: Needs): ListNeeds {
    if (list.texts.length < SHORT) return readOnce(list, at, needs);
    let known = this.#lists.get(key);
    if (known?.circumstances !== circumstances || known.home.written !== list.written) {
      known = new ListMemory(circumstances, new Home(list.written), needs);
      this.#lists.set(key, known);
    }
    return known.read(list, at);
  }
}

/** Where the things of a list stand: it is looked up in the newest version when somebody asks. */
class Home {
  #items: readonly ItemThings[] = [];
  #list: TextList | undefined;
  #at: At | undefined;
  #indices: Map<ItemThings, number> | undefined;

  constructor(readonly written: boolean) {}

  /** Takes the newest version of the list. */
  move(items: readonly ItemThings[], list: TextList, at: At): void {
    this.#items = items;
    this.#indices = undefined;
    this.#list = list;
    this.#at = at;
  }

  placeOf(item: ItemThings, part: Span | undefined): Place {
    this.#indices ??= new Map(this.#items.map((one, index) => [one, index]));
    return this.#at!(this.#list!.span(this.#indices.get(item) ?? 0, part));
  }
}

const NOTHING: ListNeeds = { claims: [], backends: [], bridges: [], scripts: [] };

function readOnce(list: TextList, at: At, needs: Needs): ListNeeds {
  if (list.texts.length === 0) return NOTHING;
  const home = new Home(list.written);
  const items = list.texts.map((text) => new ItemThings(needs(text), home));
  home.move(items, list, at);
  return {
    claims: once(items),
    backends: items.flatMap(({ backend }) => backend ?? []),
    bridges: items.flatMap(({ bridge }) => bridge ?? []),
    scripts: items.flatMap(({ script }) => script ?? []),
  };
}

/** What is remembered of one long list. */
class ListMemory {
  readonly #items: Splicer<string, ItemThings>;
  readonly #claims = new Splicer(({ claim }: ItemThings) => claim);
  readonly #claimless = new Finder(({ claim }: ItemThings) => claim === undefined);
  readonly #backed = new Finder(({ backend }: ItemThings) => backend !== undefined);
  readonly #ids = new Tally(({ claim }: ItemThings) => (claim ? [thingOf(claim)] : []));
  readonly #bridges = new Tally(({ bridge }: ItemThings) => (bridge === undefined ? [] : [bridge]));
  readonly #scripts = new Tally(({ script }: ItemThings) => (script === undefined ? [] : [script]));

  constructor(
    readonly circumstances: string,
    readonly home: Home,
    needs: Needs,
  ) {
    this.#items = new Splicer((text) => new ItemThings(needs(text), home));
  }

  read(list: TextList, at: At): ListNeeds {
    const items = this.#items.of(list.texts);
    this.home.move(items, list, at);
    for (const tally of [this.#ids, this.#bridges, this.#scripts]) tally.count(items);
    return {
      claims: this.#claimsOf(items),
      backends: this.#backed.in(items).map((index) => items[index]!.backend!),
      bridges: this.#bridges.words(),
      scripts: this.#scripts.words(),
    };
  }

  #claimsOf(items: readonly ItemThings[]): readonly Claim[] {
    if (this.#ids.hasRepetitions) return once(items);
    const claims = this.#claims.of(items);
    const isWhole = this.#claimless.in(items).length === 0;
    return isWhole ? (claims as readonly Claim[]) : claims.filter((claim) => claim !== undefined);
  }
}

/** What one item takes, as others see it. */
class ItemThings {
  readonly claim: Claim | undefined;
  readonly backend: Backend | undefined;
  readonly bridge: string | undefined;
  readonly script: string | undefined;

  constructor({ claim, backend, bridge, script }: ItemNeeds, home: Home) {
    this.claim = claim && this.#placed(claim, home);
    this.backend = backend && this.#placed(backend, home);
    this.bridge = bridge;
    this.script = script;
  }

  #placed<Thing extends { readonly part?: Span | undefined }>({ part, ...thing }: Thing, home: Home) {
    return placed({ ...thing, written: home.written }, () => home.placeOf(this, part));
  }
}

/** One word for each thing of a kind that can be taken. */
function thingOf({ id, functions }: Claim): string {
  return functions === undefined ? id : `${id} ${functions}`;
}

function once(items: readonly ItemThings[]): Claim[] {
  const claims = new Map<string, Claim>();
  for (const { claim } of items) {
    if (!claim) continue;
    const thing = thingOf(claim);
    const before = claims.get(thing);
    if (!before || (claim.disk?.writes && !before.disk?.writes)) claims.set(thing, claim);
  }
  return [...claims.values()];
}
