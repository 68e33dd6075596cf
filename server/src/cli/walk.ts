import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../syntax/file-bytes';
import { CONFIG_NAME } from '../workspace/config';
import { Ignoring } from '../workspace/ignoring';
import type { ConfigFile, ConfigFiles } from './config-files';
import { isDoubtful, toFile } from './file-names';
import { reason } from './files';
import { gitignoreOf, ignoringAbove } from './ignoring';
import { UsageError } from './usage';

/** A file to work on that was not read yet. */
export interface Place {
  /** As it is to be shown: as given, or the folder as given and the rest behind a /. */
  readonly path: string;
  /** What reports call standard input, where somebody said so. */
  readonly called?: string;
  /** Its place below the folder argument that it was found under; its own name for a file that was named. */
  readonly relative: string;
  /** Its own name without the folder; undefined for standard input. */
  readonly fileName?: string;
  /** True for a file that was found in a folder. */
  readonly found?: true;
  /** The path without links, where the walk came across it. */
  readonly real?: string;
  readonly config?: ConfigFile;
  /** Why it cannot be read, where that is known already. */
  readonly error?: string;
}

/** How folders are walked. */
export interface WalkOptions {
  readonly configs: ConfigFiles;
  /** Whether .gitignore and excludes have a say. */
  readonly ignoring: boolean;
  /** More patterns to leave out, relative to each folder that was given. */
  readonly excludes: readonly string[];
  /** Patterns of which a file has to match one, relative to the folder. */
  readonly only?: readonly string[];
  /** Is told of each file or folder that is left out. */
  readonly skipped: (path: string, why: string) => void;
}

/** Files that say how a folder is to be walked: nobody wonders that they are no guests. */
const ABOUT_FOLDERS = new Set([CONFIG_NAME, '.gitignore']);

const SKIPPED_FOLDERS = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** The files below a folder, in the order of their paths, each real file once: itself rather than a link to it. */
export function walk(root: string, options: WalkOptions): Place[] {
  return new Walk(root, options).run();
}

interface Folder {
  /** The path below the root, '' for the root itself. */
  readonly below: string;
  /** The absolute path by which it was reached, for ignore patterns. */
  readonly absolute: string;
  readonly ignoring: Ignoring;
  readonly excluding: Ignoring;
  readonly config: ConfigFile | undefined;
}

class Walk {
  readonly #root: string;
  readonly #options: WalkOptions;
  readonly #seen = new Set<string>();
  readonly #linked: Folder[] = [];
  readonly #places: (Place & { readonly link?: true })[] = [];
  readonly #only: Ignoring | undefined;
  #links = false;

  constructor(root: string, options: WalkOptions) {
    this.#root = root;
    this.#options = options;
    this.#only = options.only && Ignoring.nothing.with(path.resolve(root), options.only);
  }

  run(): Place[] {
    const absolute = path.resolve(this.#root);
    const { configs, ignoring } = this.#options;
    const config = configs.of(absolute);
    this.#folder({
      below: '',
      absolute,
      ignoring: ignoring ? ignoringAbove(absolute) : Ignoring.nothing,
      excluding: this.#excluding(config),
      config,
    });
    // folders behind links come last: what they hold is shown by its own path where it has one
    for (let next = this.#linked.shift(); next; next = this.#linked.shift()) this.#folder(next);
    if (!this.#links) return this.#places;
    return this.#withoutTwins();
  }

  #folder(folder: Folder): void {
    let real: string;
    let entries: Dirent[];
    try {
      real = decode(realpathSync.native(toFile(folder.absolute), 'buffer'));
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      entries = readFolder(folder.absolute);
    } catch (error) {
      const shown = this.#shown(folder.below);
      this.#places.push({ path: shown, relative: folder.below, error: reason(error) });
      return;
    }
    const has = (name: string) => entries.some((entry) => entry.name === name);
    const config =
      folder.below === ''
        ? folder.config
        : this.#options.configs.inside(folder.absolute, has(CONFIG_NAME), folder.config);
    const gitignore = this.#options.ignoring && has('.gitignore') ? gitignoreOf(folder.absolute) : undefined;
    const inner: Folder = {
      ...folder,
      config,
      ignoring: gitignore === undefined ? folder.ignoring : folder.ignoring.with(folder.absolute, gitignore),
      excluding: config !== folder.config ? this.#excluding(config) : folder.excluding,
    };
    for (const entry of entries) this.#entry(inner, entry, real);
  }

  #excluding(file: ConfigFile | undefined): Ignoring {
    const given = Ignoring.nothing.with(path.resolve(this.#root), this.#options.excludes);
    return file && this.#options.ignoring ? given.with(file.folder, file.config.excludes ?? []) : given;
  }

  #entry(folder: Folder, entry: Dirent, realFolder: string): void {
    const { name } = entry;
    if (ABOUT_FOLDERS.has(name)) return;
    const below = folder.below === '' ? name : `${folder.below}/${name}`;
    const absolute = folder.absolute === '/' ? `/${name}` : `${folder.absolute}/${name}`;
    try {
      const link = entry.isSymbolicLink();
      const kind = link || isUnknown(entry) ? statSync(toFile(absolute)) : entry;
      const isFolder = kind.isDirectory();
      if (isFolder && SKIPPED_FOLDERS.has(name)) return;
      const why = this.#leftOut(folder, absolute, isFolder);
      if (why !== undefined) {
        if (why !== '') this.#options.skipped(this.#shown(below), why);
        return;
      }
      if (isFolder) {
        const next = { ...folder, below, absolute };
        if (link) {
          this.#links = true;
          this.#linked.push(next);
        } else this.#folder(next);
      } else if (!kind.isFile()) this.#options.skipped(this.#shown(below), 'not a regular file');
      else {
        if (link) this.#links = true;
        const real = link
          ? decode(realpathSync.native(toFile(absolute), 'buffer'))
          : `${realFolder === '/' ? '' : realFolder}/${name}`;
        this.#places.push({
          path: this.#shown(below),
          relative: below,
          fileName: name,
          found: true,
          real,
          ...(folder.config && { config: folder.config }),
          ...(link && { link }),
        });
      }
    } catch (error) {
      if (error instanceof UsageError) throw error;
      this.#places.push({ path: this.#shown(below), relative: below, error: reason(error) });
    }
  }

  /** Why an entry is left out; '' when nobody wants to hear of it. */
  #leftOut(folder: Folder, absolute: string, isFolder: boolean): string | undefined {
    if (!isFolder && this.#only && !this.#only.leavesOut(absolute, false)) return '';
    if (folder.ignoring.leavesOut(absolute, isFolder)) return 'left out by .gitignore';
    return folder.excluding.leavesOut(absolute, isFolder) ? 'excluded' : undefined;
  }

  #withoutTwins(): Place[] {
    const shownAs = new Map<string, string>();
    for (const { real, relative, link } of this.#places) {
      if (!link && real !== undefined && !shownAs.has(real)) shownAs.set(real, relative);
    }
    const kept = this.#places.filter(({ real, relative, path: shown }) => {
      if (real === undefined) return true;
      const first = shownAs.get(real) ?? relative;
      shownAs.set(real, first);
      if (first !== relative) this.#options.skipped(shown, `the same file as ${this.#shown(first)}`);
      return first === relative;
    });
    return kept.sort((a, b) => compareParts(a.relative.split('/'), b.relative.split('/')));
  }

  #shown(below: string): string {
    if (below === '') return this.#root;
    if (this.#root === '.' && this.#only) return below;
    return `${this.#root.replace(/\/+$/, '')}/${below}`;
  }
}

/** A folder's entries by name; names that are no UTF-8 as `decode` reads them. */
function readFolder(folder: string): Dirent[] {
  let entries: Dirent[] = readdirSync(toFile(folder), { withFileTypes: true });
  if (entries.some(({ name }) => isDoubtful(name))) {
    const exact: Dirent<Buffer>[] = readdirSync(toFile(folder), { withFileTypes: true, encoding: 'buffer' });
    entries = exact.map((entry) => Object.assign(entry as unknown as Dirent, { name: decode(entry.name) }));
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** True where the file system does not say what an entry is. */
function isUnknown(entry: Dirent): boolean {
  return !(
    entry.isFile() ||
    entry.isDirectory() ||
    entry.isFIFO() ||
    entry.isSocket() ||
    entry.isBlockDevice() ||
    entry.isCharacterDevice()
  );
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return a.length - b.length;
}

/** True for a folder, and for a link to one. */
export function isFolder(place: string): boolean {
  try {
    return statSync(toFile(place)).isDirectory();
  } catch {
    return false;
  }
}

/** True for anything that exists, a link that leads nowhere too. */
export function exists(place: string): boolean {
  try {
    lstatSync(toFile(place));
    return true;
  } catch {
    return false;
  }
}
