import { LineIndex } from '../syntax/lines';
import { CONFIG_NAME, type Config, readConfig } from '../workspace/config';
import type { Settings } from './settings';

/** What a `.xencfg.json` says, and the URI of its folder. */
interface Found {
  readonly folder: string;
  readonly config: Config;
}

/** The `.xencfg.json` files above documents: what they say holds before the editor's settings. */
export class FolderConfigs {
  readonly #read: (uri: string) => Promise<string | undefined>;
  readonly #warn: (message: string) => void;
  readonly #byFolder = new Map<string, Promise<Found | undefined>>();

  /** `read` gives a file's text, undefined when there is none; `warn` hears of what is wrong in one. */
  constructor(read: (uri: string) => Promise<string | undefined>, warn: (message: string) => void) {
    this.#read = read;
    this.#warn = warn;
  }

  /** The settings of a document or folder, with those of the nearest file in it or above it. */
  async complete(uri: string, settings: Settings): Promise<Settings> {
    const found = await this.#above(uri);
    if (!found) return settings;
    const { release, severities, knownKeys, host } = found.config;
    return {
      ...settings,
      ...(release !== undefined && { xenRelease: release }),
      ...(severities && { severity: { ...settings.severity, ...severities } }),
      ...(knownKeys && { knownKeys: [...settings.knownKeys, ...knownKeys] }),
      ...(host && { host }),
    };
  }

  /** The patterns of what is to be left out below a folder, and the URI of the folder that they are relative to. */
  async excludes(folder: string): Promise<{ base: string; patterns: readonly string[] } | undefined> {
    const found = await this.#above(folder);
    return found && { base: found.folder, patterns: found.config.excludes ?? [] };
  }

  /** Forgets what was read: to be called when one of the files changed. */
  forget(): void {
    this.#byFolder.clear();
  }

  async #above(uri: string): Promise<Found | undefined> {
    return /^file:\/\//.test(uri) ? this.#nearest(uri.replace(/\/+$/, '')) : undefined;
  }

  #nearest(uri: string): Promise<Found | undefined> {
    let config = this.#byFolder.get(uri);
    if (!config) {
      config = this.#load(uri);
      this.#byFolder.set(uri, config);
    }
    return config;
  }

  async #load(uri: string): Promise<Found | undefined> {
    const file = `${uri}/${CONFIG_NAME}`;
    const text = await this.#read(file);
    if (text === undefined) {
      const above = uri.slice(0, uri.lastIndexOf('/'));
      return above.length < 'file://'.length ? undefined : this.#nearest(above);
    }
    const { config, problems } = readConfig(text);
    const lines = new LineIndex(text);
    for (const { message, span } of problems) {
      const { line, character } = lines.position(span.start);
      this.#warn(`${file}:${line + 1}:${character + 1}: ${message}`);
    }
    return config && { folder: uri, config };
  }
}

/** True for a file whose change changes settings. */
export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}
