import type { Edit } from '../syntax/span';
import type { Analysis } from './analysis';
import { type Caption, inEnglish } from './caption';
import { mergeCmdline } from './refactor-cmdline';
import { diskAsNamed, diskAsPlaces } from './refactor-disk';
import { listOnLines, listOnOneLine } from './refactor-list';

/** Another way to write the same guest. */
export interface Refactoring {
  readonly title: string;
  readonly edits: readonly Edit[];
}

const ALL: readonly ((analysis: Analysis, offset: number, caption: Caption) => Refactoring | undefined)[] = [
  diskAsNamed,
  diskAsPlaces,
  listOnLines,
  listOnOneLine,
  mergeCmdline,
];

/** What may be written in another way at an offset: the domain that xl builds stays the same. */
export function refactorings(analysis: Analysis, offset: number, caption: Caption = inEnglish): Refactoring[] {
  return ALL.flatMap((refactor) => refactor(analysis, offset, caption) ?? []);
}
