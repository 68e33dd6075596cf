import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../syntax/file-bytes';
import { LineIndex } from '../syntax/lines';
import { CONFIG_NAME, type Config, readConfig } from '../workspace/config';
import { toFile } from './file-names';
import { reason } from './files';
import { UsageError } from './usage';

/** A `.xencfg.json` that was read. */
export interface ConfigFile {
  /** The folder that its patterns are relative to. */
  readonly folder: string;
  readonly config: Config;
}

/** The settings of folders: each `.xencfg.json` is read once. Wrong ones raise a UsageError that tells every place. */
export class ConfigFiles {
  readonly #byFolder = new Map<string, ConfigFile | undefined>();
  readonly #only: ConfigFile | undefined;
  readonly #reads: boolean;

  /** @param only a file that holds for everything; false when no file is to be read */
  constructor(only?: string | false) {
    this.#reads = only === undefined;
    this.#only = typeof only === 'string' ? readFile(only, true) : undefined;
  }

  /** The nearest one in a folder (an absolute path) or above it. */
  of(folder: string): ConfigFile | undefined {
    if (!this.#reads) return this.#only;
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const above = path.dirname(folder);
    const found = readFile(path.join(folder, CONFIG_NAME), false) ?? (above === folder ? undefined : this.of(above));
    this.#byFolder.set(folder, found);
    return found;
  }

  /** The one of a folder inside another one whose entries are known, so that nothing has to be looked for. */
  inside(folder: string, hasOne: boolean, above: ConfigFile | undefined): ConfigFile | undefined {
    if (!this.#reads) return this.#only;
    if (hasOne) return this.of(folder);
    this.#byFolder.set(folder, above);
    return above;
  }
}

function readFile(file: string, wanted: boolean): ConfigFile | undefined {
  let text: string;
  try {
    text = decode(readFileSync(toFile(file)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!wanted && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
    throw new UsageError(`${file}: ${reason(error)}`);
  }
  const { config, problems } = readConfig(text);
  if (problems.length > 0) {
    const lines = new LineIndex(text);
    const told = problems.map(({ message, span }) => {
      const { line, character } = lines.position(span.start);
      return `${file}:${line + 1}:${character + 1}: ${message}`;
    });
    throw new UsageError(told.join('\nxencfg: '));
  }
  return { folder: path.dirname(path.resolve(file)), config };
}
