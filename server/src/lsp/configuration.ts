import type { Abilities } from './abilities';
import type { Connection } from './connection';
import { FolderConfigs } from './folder-configs';
import type { Guard, Log } from './guard';
import type { GuestFiles } from './guest-files';
import { readSettings, type Settings } from './settings';

const SECTION = 'xencfg';

/** The settings that hold for a document: asked from the client once per document, or the same for all of them. */
export class Configuration {
  readonly #connection: Connection;
  readonly #log: Log;
  readonly #guard: Guard;
  readonly #perDocument = new Map<string, Promise<Settings>>();
  readonly #reported = new Set<string>();
  readonly #folders: FolderConfigs | undefined;
  #asks = false;
  #common: Settings = readSettings(undefined).settings;

  /** `files`: where `.xencfg.json` is read from; absent where there are no files to read. */
  constructor(connection: Connection, log: Log, guard: Guard, files?: GuestFiles) {
    this.#folders =
      files &&
      new FolderConfigs(
        (uri) => files.read(uri),
        (message) => log.warn(message),
      );
    this.#connection = connection;
    this.#log = log;
    this.#guard = guard;
  }

  /** Called with `initialize`: says how the client hands over settings, and takes those that came along. */
  begin(abilities: Abilities, given: unknown): void {
    this.#asks = abilities.answersConfiguration;
    this.#common = this.#read(given);
  }

  /** The settings for a document. The same object until something changes, so that it can be compared. */
  of(uri: string): Promise<Settings> {
    if (!this.#asks && !this.#folders) return Promise.resolve(this.#common);
    let settings = this.#perDocument.get(uri);
    if (!settings) {
      settings = this.#guard.run('workspace/configuration', this.#common, async () => {
        const base = this.#asks ? this.#read(await this.#connection.configuration(uri, SECTION)) : this.#common;
        return this.#folders ? this.#folders.complete(uri, base) : base;
      });
      this.#perDocument.set(uri, settings);
    }
    return settings;
  }

  /** The excludes that hold in a folder, and the URI of the folder that they are relative to. */
  async excludes(folder: string): Promise<{ base: string; patterns: readonly string[] } | undefined> {
    return this.#folders?.excludes(folder);
  }

  /** Takes a change: `pushed` is what `workspace/didChangeConfiguration` brought, null from clients that are asked. */
  change(pushed: unknown): void {
    this.#perDocument.clear();
    this.#folders?.forget();
    if (typeof pushed !== 'object' || pushed === null) return;
    if (SECTION in pushed) this.#common = this.#read((pushed as Record<string, unknown>)[SECTION]);
  }

  forget(uri: string): void {
    this.#perDocument.delete(uri);
  }

  #read(section: unknown): Settings {
    const { settings, problems } = readSettings(section);
    for (const problem of problems) {
      if (this.#reported.has(problem)) continue;
      this.#reported.add(problem);
      this.#log.warn(problem);
    }
    return settings;
  }
}
