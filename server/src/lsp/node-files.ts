import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../syntax/file-bytes';
import { type GuestFiles, MOST_BYTES, mayBeGuest, PASSED_OVER } from './guest-files';

/** A look at the file system that takes longer, in ms, is given up: a server of network files that has gone never answers. */
const PATIENCE = 500;

/** The files of this machine. */
export function nodeFiles(): GuestFiles {
  let hangs = false;
  /** Folders of disks: what lies in one that does not exist costs one look. */
  const folders = new Map<string, Promise<string | undefined>>();
  const folderOf = (place: string): Promise<string | undefined> => {
    const folder = path.dirname(place);
    let found = folders.get(folder);
    if (!found) {
      found = fs.realpath(folder).catch(() => undefined);
      folders.set(folder, found);
    }
    return found;
  };
  const realDisk = async (place: string) => ((await folderOf(place)) === undefined ? place : realPath(place));
  return {
    async *list(uri) {
      const place = fileURLToPath(uri);
      const stat = await fs.stat(place).catch(() => undefined);
      if (stat?.isFile() && stat.size <= MOST_BYTES && mayBeGuest(path.basename(place))) yield toUri(place);
      if (!stat?.isDirectory()) return;
      const root = await realPath(place);
      yield* below(place, root, new Set([root]));
    },
    async read(uri) {
      try {
        const bytes = await fs.readFile(fileURLToPath(uri));
        return bytes.length <= MOST_BYTES && !bytes.subarray(0, 4096).includes(0) ? decode(bytes) : undefined;
      } catch {
        return undefined;
      }
    },
    normal: (uri) => toUri(fileURLToPath(uri)),
    keyOf: async (uri) => realPath(fileURLToPath(uri)),
    async canonical(place) {
      if (hangs) return place;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<string>((resolve) => {
        timer = setTimeout(() => {
          hangs = true;
          resolve(place);
        }, PATIENCE);
      });
      const real = await Promise.race([realDisk(place), late]);
      clearTimeout(timer);
      return real;
    },
  };
}

function toUri(place: string): string {
  return pathToFileURL(place).href;
}

/** The path without links; of one that does not exist, as much as does. */
async function realPath(place: string): Promise<string> {
  try {
    return await fs.realpath(place);
  } catch {
    const folder = path.dirname(place);
    return folder === place ? place : path.join(await realPath(folder), path.basename(place));
  }
}

async function* below(folder: string, root: string, seen: Set<string>): AsyncIterable<string> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  // files before links, so that a file is known by its own name
  for (const entry of entries) if (entry.isFile()) yield* file(path.join(folder, entry.name));
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) yield* enter(place, root, seen);
    } else if (entry.isSymbolicLink()) {
      const stat = await fs.stat(place).catch(() => undefined);
      if (stat?.isFile()) yield* file(place);
      else if (stat?.isDirectory()) yield* enter(place, root, seen);
    }
  }
}

async function* enter(folder: string, root: string, seen: Set<string>): AsyncIterable<string> {
  const real = await realPath(folder);
  if (seen.has(real) || !`${real}${path.sep}`.startsWith(`${root}${path.sep}`)) return;
  seen.add(real);
  yield* below(folder, root, seen);
}

async function* file(place: string): AsyncIterable<string> {
  if (mayBeGuest(path.basename(place))) yield toUri(place);
}
