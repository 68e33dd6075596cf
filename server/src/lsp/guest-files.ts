import type { Connection } from './connection';
import { LIST_FILES_REQUEST, type ListFilesResult, READ_FILE_REQUEST, type ReadFileResult } from './protocol';

/** A way to the files of the workspace. What cannot be read is passed over. */
export interface GuestFiles {
  /**
   * The URIs of the files at or below a place that may be guest files by their names and sizes. Nothing outside of the
   * place is entered, no folder twice.
   */
  list(uri: string): AsyncIterable<string>;
  /** A file's text; undefined when there is none, or it is no text. */
  read(uri: string): Promise<string | undefined>;
  /** The one spelling of a URI. */
  normal(uri: string): string;
  /** One word for each real file, whatever link led to it. */
  keyOf(uri: string): Promise<string>;
  /** A path of the machine without links, as far as it exists. */
  canonical?(path: string): Promise<string>;
}

/** The files of a workspace that the client alone can reach. */
export function clientFiles(connection: Connection): GuestFiles {
  return {
    async *list(uri) {
      const { uris } = await connection.sendRequest<ListFilesResult>(LIST_FILES_REQUEST, { uri });
      yield* uris.filter((one) => mayBeGuest(one.slice(one.lastIndexOf('/') + 1)));
    },
    read: async (uri) => {
      const { text } = await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, { uri });
      return text ?? undefined;
    },
    normal: (uri) => uri,
    keyOf: async (uri) => uri,
  };
}

/** Folders that hold no guests of a host. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Files above this many bytes are no guest files. */
export const MOST_BYTES = 1024 * 1024;

/** What other programs' files are called: they are not even looked into. */
const OTHERS =
  /\.(?:[cm]?[jt]sx?|json|md|html?|s?css|map|png|jpe?g|gif|svg|ico|pdf|zip|gz|xz|bz2|zst|tar|iso|img|qcow2?|vhdx?|vmdk|raw|[ch](?:pp|xx)?|cc|o|a|so|java|class|jar|go|rs|rb|pl|php|sql|lock|ya?ml|toml|wasm|woff2?|ttf|mp[34]|log|pyc)$/i;

/** False for a file whose name says that it is another program's. */
export function mayBeGuest(fileName: string): boolean {
  return !OTHERS.test(fileName);
}
