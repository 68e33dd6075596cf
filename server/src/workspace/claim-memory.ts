import type { Backend, Claim, Place } from '../rules/across';
import type { Span } from '../syntax/span';
import { Splicer } from '../syntax/splicer';
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
  readonly bridges: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
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
    let known = this.#lists.get(key);
    if (known?.circumstances !== circumstances || known.written !== list.written) {
      known = new ListMemory(circumstances, list.written, needs);
      this.#lists.set(key, known);
    }
    return known.read(list, at);
  }
}

/** What stands in a list: where, is looked up in its newest version when somebody asks. */
class ListMemory {
  readonly #items: Splicer<string, ItemThings>;
  readonly #read = new WeakMap<readonly ItemThings[], ListNeeds>();
  #newest: readonly ItemThings[] = [];
  #place: (index: number, part: Span | undefined) => Place = () => {
    throw new Error('no list has been read yet');
  };
  #indices: Map<object, number> | undefined;

  constructor(
    readonly circumstances: string,
    readonly written: boolean,
    needs: Needs,
  ) {
    this.#items = new Splicer((text) => new ItemThings(needs(text), this));
  }

  read(list: TextList, at: At): ListNeeds {
    const items = this.#items.of(list.texts);
    this.#newest = items;
    this.#indices = undefined;
    this.#place = (index, part) => at(list.span(index, part));
    let read = this.#read.get(items);
    if (!read) {
      read = together(items);
      this.#read.set(items, read);
    }
    return read;
  }

  /** Where a thing of an item stands in the newest version of the list. */
  placeOf(item: ItemThings, part: Span | undefined): Place {
    this.#indices ??= new Map(this.#newest.map((one, index) => [one, index]));
    return this.#place(this.#indices.get(item) ?? 0, part);
  }
}

/** What one item takes, as others see it. */
class ItemThings {
  readonly claim: Claim | undefined;
  readonly backend: Backend | undefined;
  readonly bridge: string | undefined;
  readonly script: string | undefined;

  constructor({ claim, backend, bridge, script }: ItemNeeds, list: ListMemory) {
    this.claim = claim && this.#placed(claim, list);
    this.backend = backend && this.#placed(backend, list);
    this.bridge = bridge;
    this.script = script;
  }

  #placed<Thing extends { readonly part?: Span | undefined }>({ part, ...thing }: Thing, list: ListMemory) {
    const item = this;
    return {
      ...thing,
      written: list.written,
      get place() {
        return list.placeOf(item, part);
      },
    };
  }
}

function together(items: readonly ItemThings[]): ListNeeds {
  const claims = new Map<string, Claim>();
  const backends: Backend[] = [];
  const bridges = new Set<string>();
  const scripts = new Set<string>();
  for (const { claim, backend, bridge, script } of items) {
    if (claim) {
      const key = claim.functions === undefined ? claim.id : `${claim.id} ${claim.functions}`;
      const before = claims.get(key);
      if (!before || (claim.disk?.writes && !before.disk?.writes)) claims.set(key, claim);
    }
    if (backend) backends.push(backend);
    if (bridge !== undefined) bridges.add(bridge);
    if (script !== undefined) scripts.add(script);
  }
  return { claims: [...claims.values()], backends, bridges, scripts };
}
