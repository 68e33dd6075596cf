import type { Release } from '../../syntax/release';

/**
 * How libxl prints a field. `word`: an enumeration; `id`: a UUID, none when it is zeros; `genid`: 16 bytes as a list;
 * `bool`: true or false, left out when false, whereas a `defbool` has three states and prints its two as texts.
 */
export type FieldKind =
  | 'text'
  | 'texts'
  | 'word'
  | 'words'
  | 'number'
  | 'numbers'
  | 'bool'
  | 'defbool'
  | 'bitmap'
  | 'bitmaps'
  | 'id'
  | 'genid'
  | 'mac'
  | 'cpuid'
  | Structure
  | { readonly list: Structure }
  | { readonly union: Readonly<Record<string, Structure>> };

/** Since when there is the field, and the value that it has when nobody sets it, if that is not 0: it is not printed. */
export interface FieldOptions {
  readonly since?: Release;
  readonly until?: Release;
  readonly initial?: string | number | bigint;
}

/**
 * A structure of libxl: its fields in libxl's order. A field of kind `union` is printed as NAME.CASE, the case being
 * the structure's own field of that name.
 */
export type Structure = readonly (readonly [name: string, kind: FieldKind, options?: FieldOptions])[];

/** The structure without fields. */
export const NOTHING: Structure = [];

export const UNSET_32 = 2 ** 32 - 1;
export const UNSET_64 = 2n ** 64n - 1n;
