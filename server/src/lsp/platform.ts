import type { FolderEntry } from '../service/index';
import type { GuestFiles } from './guest-files';
import type { InitializationOptions } from './protocol';

/** What the server needs of the place that it runs in: Node, or a browser's worker. */
export interface Platform {
  /** For the log and `serverInfo`. */
  readonly name: string;
  /** The files of the machine, where there are such. */
  readonly files?: GuestFiles;
  /** The two wasm files that reading Python takes. Called once at most, when the first text wants it. */
  loadWasm(options: InitializationOptions): Promise<{ runtime: Uint8Array; grammar: Uint8Array }>;
  /** What an absolute folder holds, up to some thousand entries; none when it can't be read. Absent in a browser. */
  listFolder?(path: string): Promise<FolderEntry[]>;
}
