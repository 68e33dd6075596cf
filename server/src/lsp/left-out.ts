import { Ignoring } from '../workspace/ignoring';

/** What left-out files need to know of the folders above them. */
export interface FolderReader {
  /** A file's text; undefined when there is none. */
  read(uri: string): Promise<string | undefined>;
  /** The excludes of the nearest `.xencfg.json` in a folder or above it. */
  excludes(folder: string): Promise<{ readonly base: string; readonly patterns: readonly string[] } | undefined>;
}

/** The files that git and `.xencfg.json` leave out, as when the command line walks the folder. */
export class LeftOut {
  readonly #reader: FolderReader;
  /** By folder: what holds for its entries; nothing where the folder itself is left out. */
  readonly #folders = new Map<string, Promise<readonly Ignoring[] | undefined>>();

  constructor(reader: FolderReader) {
    this.#reader = reader;
  }

  /** True for a file below a folder that is left out, or lies in a folder that is. The folder itself never is. */
  async has(uri: string, root: string): Promise<boolean> {
    const top = root.replace(/\/+$/, '');
    if (!uri.startsWith(`${top}/`)) return false;
    return isLeftOut(await this.#rulesIn(parentOf(uri), top), uri, false);
  }

  /** Forgets what was read: to be called when a file that says what is left out has changed. */
  forget(): void {
    this.#folders.clear();
  }

  #rulesIn(folder: string, root: string): Promise<readonly Ignoring[] | undefined> {
    const key = `${root}\0${folder}`;
    let rules = this.#folders.get(key);
    if (!rules) {
      rules = folder === root ? this.#rulesAtTop(root) : this.#rulesBelow(folder, root);
      this.#folders.set(key, rules);
    }
    return rules;
  }

  async #rulesAtTop(root: string): Promise<readonly Ignoring[]> {
    return this.#withOwn(root, await this.#ignoringAbove(root));
  }

  async #rulesBelow(folder: string, root: string): Promise<readonly Ignoring[] | undefined> {
    const above = await this.#rulesIn(parentOf(folder), root);
    if (!above || isLeftOut(above, folder, true)) return undefined;
    return this.#withOwn(folder, above[0]!);
  }

  async #withOwn(folder: string, git: Ignoring): Promise<readonly Ignoring[]> {
    const excludes = await this.#reader.excludes(folder);
    return [
      await this.#withGitignore(folder, git),
      excludes ? Ignoring.nothing.with(plain(excludes.base), excludes.patterns) : Ignoring.nothing,
    ];
  }

  async #withGitignore(folder: string, git: Ignoring): Promise<Ignoring> {
    const text = await this.#reader.read(`${folder}/.gitignore`);
    return text === undefined ? git : git.with(plain(folder), text);
  }

  /** What the repository around a folder leaves out, without the folder's own word; nothing outside of a repository. */
  async #ignoringAbove(root: string): Promise<Ignoring> {
    const above: string[] = [];
    for (let at = root; /^[\w+.-]+:\/\/[^/]*\/./.test(at); at = parentOf(at)) {
      if (at !== root) above.unshift(at);
      if (!(await this.#isRepository(at))) continue;
      const exclude = await this.#reader.read(`${at}/.git/info/exclude`);
      let git = exclude === undefined ? Ignoring.nothing : Ignoring.nothing.with(plain(at), exclude);
      for (const folder of above) git = await this.#withGitignore(folder, git);
      return git;
    }
    return Ignoring.nothing;
  }

  async #isRepository(folder: string): Promise<boolean> {
    const git = `${folder}/.git`;
    return ((await this.#reader.read(`${git}/HEAD`)) ?? (await this.#reader.read(git))) !== undefined;
  }
}

/** True for a file whose change changes what is left out. */
export function isIgnoreFile(uri: string): boolean {
  return uri.endsWith('/.gitignore');
}

function isLeftOut(rules: readonly Ignoring[] | undefined, uri: string, isFolder: boolean): boolean {
  return !rules || rules.some((rule) => rule.leavesOut(plain(uri), isFolder));
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** A URI with its characters as they are written in patterns. */
function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
