import type { Caption } from '../service/index';
import type { Abilities } from './abilities';
import type { ClosedFiles } from './closed-files';
import type { Connection } from './connection';
import type { Documents } from './documents';
import type { Guard } from './guard';
import type { Limits } from './limits';
import type { Platform } from './platform';
import type { Space } from './space';

/** What every handler works with. `abilities` are the client's, known once `initialize` came. */
export interface Server {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly guard: Guard;
  readonly limits: Limits;
  /** What shows only across files. */
  readonly space: Space;
  readonly closedFiles: ClosedFiles;
  readonly abilities: Abilities;
  /** URI of a rule's page with `{code}` for the code; undefined when the client named none. */
  readonly rulePage: string | undefined;
  /** True when the client has the commands of VS Code and of Xencfg's extension. */
  readonly hasCommands: boolean;
  /** The language of titles and labels. */
  readonly caption: Caption;
  readonly platform: Platform;
}
