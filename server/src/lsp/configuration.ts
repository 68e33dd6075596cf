import type { Connection } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import type { Guard, Log } from './guard';
import { readSettings, type Settings } from './settings';

const SECTION = 'xencfg';

/** The settings that hold for a document: asked from the client once per document, or the same for all of them. */
export class Configuration {
  readonly #connection: Connection;
  readonly #log: Log;
  readonly #guard: Guard;
  readonly #perDocument = new Map<string, Promise<Settings>>();
  readonly #reported = new Set<string>();
  #asks = false;
  #common: Settings = readSettings(undefined).settings;

  constructor(connection: Connection, log: Log, guard: Guard) {
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
    if (!this.#asks) return Promise.resolve(this.#common);
    let settings = this.#perDocument.get(uri);
    if (!settings) {
      settings = this.#guard.run('workspace/configuration', this.#common, async () =>
        this.#read(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION })),
      );
      this.#perDocument.set(uri, settings);
    }
    return settings;
  }

  /** Takes a change: `pushed` is what `workspace/didChangeConfiguration` brought, null from clients that are asked. */
  change(pushed: unknown): void {
    this.#perDocument.clear();
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
