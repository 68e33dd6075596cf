/** A part of a pattern of Python's `re`. */
export type Part =
  | { readonly kind: 'set'; readonly has: (code: number) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'group'; readonly number: number; readonly part: Part }
  | { readonly kind: 'same'; readonly number: number }
  | { readonly kind: 'at'; readonly place: Place }
  | { readonly kind: 'look'; readonly behind: number | undefined; readonly wanted: boolean; readonly part: Part }
  | {
      readonly kind: 'repeat';
      readonly part: Part;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    };

export type Place = 'start' | 'end' | 'line-start' | 'line-end' | 'last-end' | 'word' | 'no-word';

/** A pattern that can be matched. */
export interface Pattern {
  readonly part: Part;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly ignoreCase: boolean;
}

/** What is no pattern, or none that is evaluated. */
export class Refused extends Error {}

/** How many characters a part takes, where that is always the same. */
export function widthOf(part: Part): number {
  switch (part.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return part.parts.reduce((sum, one) => sum + widthOf(one), 0);
    case 'choice': {
      const widths = new Set(part.parts.map(widthOf));
      if (widths.size !== 1) throw new Refused();
      return [...widths][0]!;
    }
    case 'group':
      return widthOf(part.part);
    case 'repeat':
      if (part.least !== part.most) throw new Refused();
      return part.least * widthOf(part.part);
    case 'same':
      throw new Refused();
    default:
      return 0;
  }
}
