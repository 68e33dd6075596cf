import { type ConfigFile, type KeyRow, keySummary, keysFor, keyValues, meantFor, shapeOf } from '../schema';
import { once } from '../syntax/once';
import type { Release } from '../syntax/release';
import { choice, placeholder, template } from './candidate';
import { keyMarkdown, typeLine } from './key-text';
import { skeletonsOf } from './skeletons';

/** A key as it is offered, whatever the file holds. */
export interface KeyOffer {
  readonly row: KeyRow;
  readonly detail: string;
  readonly documentation: () => string;
  /** The whole setting, as a snippet. */
  readonly setting: string;
  readonly deprecated: boolean;
}

const OFFERS = new Map<string, readonly KeyOffer[]>();

/** The keys of a release as they are offered; made once for each release and kind of file. */
export function keyOffers(release: Release, file: ConfigFile): readonly KeyOffer[] {
  const index = `${file} ${release}`;
  let offers = OFFERS.get(index);
  if (!offers) {
    offers = keysFor(release, file).map((row) => offer(row, release, file));
    OFFERS.set(index, offers);
  }
  return offers;
}

/** The rank of a key: those for the guest first, replaced ones last. */
export function keyRank({ row, deprecated }: KeyOffer, guest: 'pv' | 'hvm' | 'pvh'): number {
  if (deprecated) return 3;
  return meantFor(row).includes(guest) ? 1 : 2;
}

function offer(row: KeyRow, release: Release, file: ConfigFile): KeyOffer {
  const summary = keySummary(row, release);
  const deprecated = summary.deprecatedSince !== undefined;
  const type = typeLine(summary.type, summary.shape, summary.unit);
  const { replacedBy } = summary;
  const replaced = replacedBy.length > 0 ? `replaced by ${replacedBy.join(', ')}` : 'deprecated';
  return {
    row,
    detail: deprecated ? replaced : type,
    documentation: once(() => keyMarkdown(summary, release, file)),
    setting: `${row.name} = ${valueSnippet(row, release)}`,
    deprecated,
  };
}

/** What stands behind the = of a new setting, with places where the value goes. */
function valueSnippet(row: KeyRow, release: Release): string {
  const shape = shapeOf(row);
  if (shape === 'nested') return `[ [ ${itemSnippet(row, release)} ] ]`;
  // Where xl takes both, the list is the newer form of texts, and the scalar the shorter form of all else.
  const list = shape === 'list' || (shape === 'either' && row.type === 'string');
  return list ? `[ ${itemSnippet(row, release)} ]` : itemSnippet(row, release);
}

function itemSnippet(row: KeyRow, release: Release): string {
  const isSwitch = row.type === 'boolean' || row.type === 'boolean-or-enum';
  if (isSwitch) return choice(row.default === '1' ? ['0', '1'] : ['1', '0']);
  const [skeleton] = row.language === undefined ? [] : skeletonsOf(row.language);
  if (row.type === 'integer') {
    if (skeleton) return template(skeleton.template);
    if (!row.range) return '$0';
    return placeholder(/^\d+$/.test(row.default ?? '') ? row.default! : String(row.range[0]));
  }
  if (skeleton) return `"${template(skeleton.template)}"`;
  const words = row.type === 'string' ? [] : keyValues(row, release).map(({ value }) => value);
  return `"${words.length > 0 ? choice(inOrder(words, row.default)) : '$0'}"`;
}

/** The words with the default behind the others: a key is rarely written to say what holds anyway. */
function inOrder(words: readonly string[], initial: string | undefined): string[] {
  const others = words.filter((word) => word !== initial);
  return others.length < words.length ? [...others, initial!] : others;
}
