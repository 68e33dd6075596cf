import { once } from '../syntax/once';
import { readTables } from './data';
import type { ConfigFile, CpuidFlagRow, EnumRow, KeyRow, LanguageRow } from './types';
import type { XendSetting } from './xend-config';
import type { XmLanguageRow, XmRow } from './xm-types';

/** All rows of the schema. */
export interface Tables {
  readonly keys: Readonly<Record<ConfigFile, readonly KeyRow[]>>;
  readonly enums: readonly EnumRow[];
  readonly languages: readonly LanguageRow[];
  readonly cpuidFlags: readonly CpuidFlagRow[];
  readonly xmNames: readonly XmRow[];
  readonly xmLanguages: readonly XmLanguageRow[];
  readonly xendSettings: readonly XendSetting[];
  /** Names that people write for a key, and the keys that they mean. */
  readonly meanings: Readonly<Record<string, readonly string[]>>;
}

/** The rows of the schema, read when they are first asked for: no module may do so while it is loaded. */
export const tables: () => Tables = once(readTables);
