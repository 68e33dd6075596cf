import type { Python } from '../python';
import type { FolderEntry } from '../service/index';
import type { GuestFiles } from './guest-files';
import type { InitializationOptions } from './protocol';

/** What the server needs of the place that it runs in: Node, or a browser's worker. */
export interface Platform {
  /** For the log and `serverInfo`. */
  readonly name: string;
  /** The files of the machine, where there are such. */
  readonly files?: GuestFiles;
  /** Hears what the client handed over, before anything else is asked for. */
  begin?(options: InitializationOptions): void;
  /** What reads Python, and its two wasm files. Called once at most, when the first text wants it. */
  loadPython(): Promise<Python>;
  /** What an absolute folder holds, up to some thousand entries; none when it can't be read. Absent in a browser. */
  listFolder?(path: string): Promise<FolderEntry[]>;
}
