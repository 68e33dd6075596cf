import { once } from '../syntax/once';
import type { Prose } from './prose';
import { tables } from './tables';

/** A setting of `xend-config.sxp`: `(NAME VALUE)`. */
export interface XendSetting {
  readonly name: string;
  readonly type: 'string' | 'path' | 'integer' | 'boolean' | 'list';
  readonly default?: string;
  /** The first release of Xen that has it. */
  readonly since: string;
  /** The last one; 4.4, xend's own last, when absent. */
  readonly until?: string;
  /** What it was for. */
  readonly text: Prose;
  /** What takes its place with xl, a sentence. */
  readonly now: Prose;
  /** Keys of xl.conf, or of a guest's file, that the sentence is about. */
  readonly xlConf?: readonly string[];
  readonly keys?: readonly string[];
}

const index = once((): ReadonlyMap<string, XendSetting> => new Map(xendSettings().map((row) => [row.name, row])));

/** Every setting that a `xend-config.sxp` of xend up to Xen 4.4 may have. */
export function xendSettings(): readonly XendSetting[] {
  return tables().xendSettings;
}

/** The setting of that very name. */
export function findXendSetting(name: string): XendSetting | undefined {
  return index().get(name);
}
