import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_HOST } from '../model/host';
import type { Python } from '../python/index';
import {
  type AnalyseOptions,
  type Analysis,
  analyse,
  CleanItems,
  type Conversion,
  convertAnalysis,
  needsPython,
  type ReadFile,
  RuleMemory,
  readFile,
  readFirst,
  readSxp,
  type SxpFile,
} from '../service/index';
import type { Reading } from '../syntax/reading';
import { TextMemory } from '../syntax/text-memory';
import { hostFileOf } from '../workspace/sniff';
import type { Configuration } from './configuration';
import { reasonNotToCheck } from './limits';
import { SXP_LANGUAGE_ID } from './protocol';
import type { Settings } from './settings';
import { Texts } from './texts';

/** What the server knows about one version of an open document under one set of settings. */
export interface Checked {
  /** Another one for every analysis: two equal ids mean the same findings. */
  readonly id: string;
  readonly document: TextDocument;
  readonly version: number;
  readonly settings: Settings;
  readonly options: AnalyseOptions;
  /** Undefined when the text is not analysed as a guest's file; `reason` then says why. */
  readonly analysis: Analysis | undefined;
  readonly reason: string | undefined;
  /** What stands in a document of S-expressions. */
  readonly sxp?: SxpFile;
}

const NO_PRESETS: ReadonlyMap<string, string> = new Map();

/** Sets of values whose analyses are kept for one version of a document. */
const MOST_TEMPLATES = 16;

/** The open documents and what was found in them: each version is analysed once, when somebody first asks. */
export class Documents {
  readonly texts = new Texts();
  readonly #configuration: Configuration;
  readonly #python: () => Promise<Python | undefined>;
  readonly #onChecked: (checked: Checked) => void;
  readonly #checked = new Map<string, Checked>();
  readonly #clean = new CleanItems();
  readonly #memories = new Map<string, Pick<AnalyseOptions, 'memory' | 'findings'>>();
  readonly #conversions = new WeakMap<Analysis, Conversion>();
  readonly #templates = new WeakMap<Checked, Map<string, Analysis>>();
  #count = 0;

  /** `python` gives the parser, undefined when it can't be loaded; `onChecked` hears of every analysis. */
  constructor(
    configuration: Configuration,
    python: () => Promise<Python | undefined>,
    onChecked: (checked: Checked) => void,
  ) {
    this.#configuration = configuration;
    this.#python = python;
    this.#onChecked = onChecked;
  }

  /** The newest version of a document, analysed; undefined when it is not open. */
  async checked(uri: string): Promise<Checked | undefined> {
    if (!this.texts.get(uri)) return undefined;
    const settings = await this.#configuration.of(uri);
    const known = this.#known(uri, settings);
    if (known) return known;
    const document = this.texts.get(uri);
    const text = document?.getText() ?? '';
    const options = this.#optionsOfOpen(uri, settings);
    if (document?.languageId === SXP_LANGUAGE_ID) return this.#checkSxp(document, settings, options);
    const reading = reasonNotToCheck(text) === undefined ? readFirst(text, options) : undefined;
    if (!reading || !needsPython(text, reading)) return this.#check(uri, settings, options, reading);
    const python = await this.#python();
    return this.#known(uri, settings) ?? this.#check(uri, settings, python ? { ...options, python } : options);
  }

  /**
   * The newest version of a document as far as it takes no time to know it; undefined when it is not open, not analysed,
   * or changed meanwhile.
   */
  async read(uri: string): Promise<{ document: TextDocument; file: ReadFile } | undefined> {
    const document = this.texts.get(uri);
    const version = document?.version;
    const settings = document && (await this.#configuration.of(uri));
    const last = this.#checked.get(uri);
    if (!settings || !last?.analysis || last.settings !== settings) return this.#analysed(uri);
    if (document.version !== version || this.texts.get(uri) !== document) return undefined;
    const text = document.getText();
    if (reasonNotToCheck(text) !== undefined) return undefined;
    return { document, file: readFile(text, this.#optionsOfOpen(uri, settings), last.analysis.isProgram) };
  }

  async #analysed(uri: string): Promise<{ document: TextDocument; file: ReadFile } | undefined> {
    const checked = await this.checkedAsIs(uri);
    return checked?.analysis && { document: checked.document, file: checked.analysis };
  }

  /** What a text is to be judged by that is not analysed as a document: with the settings of `scope`, a folder. */
  async optionsFor(uri: string, scope: string, text: string): Promise<AnalyseOptions> {
    const options = this.#options(uri, await this.#configuration.of(scope));
    const python = needsPython(text, readFirst(text, options)) ? await this.#python() : undefined;
    return python ? { ...options, python } : options;
  }

  /**
   * Like `checked`, for answers about a place in the text: undefined too when the text changed while settings or the
   * Python parser were waited for, since the place then means something else.
   */
  async checkedAsIs(uri: string): Promise<Checked | undefined> {
    const version = this.texts.get(uri)?.version;
    const checked = await this.checked(uri);
    return checked?.version === version ? checked : undefined;
  }

  /** A document's analysis with values for its parameters, computed once each; undefined when it is not analysed. */
  analysis(checked: Checked, presets: ReadonlyMap<string, string>): Analysis | undefined {
    if (!checked.analysis || presets.size === 0) return checked.analysis;
    const key = JSON.stringify([...presets]);
    const known = this.#templates.get(checked) ?? new Map<string, Analysis>();
    this.#templates.set(checked, known);
    let analysis = known.get(key);
    if (!analysis) {
      if (known.size >= MOST_TEMPLATES) known.clear();
      analysis = analyse(checked.analysis.text, { ...checked.options, presets });
      known.set(key, analysis);
    }
    return analysis;
  }

  /** A document's conversion to xl, computed once; undefined when the text is not analysed, or of a file of the host's. */
  conversion(checked: Checked, presets: ReadonlyMap<string, string> = NO_PRESETS): Conversion | undefined {
    const analysis = this.analysis(checked, presets);
    if (analysis?.configFile !== 'guest') return undefined;
    let conversion = this.#conversions.get(analysis);
    if (!conversion) {
      conversion = convertAnalysis(analysis, false);
      this.#conversions.set(analysis, conversion);
    }
    return conversion;
  }

  /** The analysis of a file that is not open, under the settings of one that is; undefined when it is too long. */
  async analyseClosed(uri: string, text: string, settings: Settings): Promise<Analysis | undefined> {
    if (reasonNotToCheck(text) !== undefined) return undefined;
    const options = this.#options(uri, settings);
    const reading = readFirst(text, options);
    const python = needsPython(text, reading) ? await this.#python() : undefined;
    return python ? analyse(text, { ...options, python }) : analyse(text, options, reading);
  }

  forget(uri: string): void {
    this.#checked.delete(uri);
    this.#memories.delete(uri);
    this.#configuration.forget(uri);
  }

  #known(uri: string, settings: Settings): Checked | undefined {
    const known = this.#checked.get(uri);
    const version = this.texts.get(uri)?.version;
    return known && known.version === version && known.settings === settings ? known : undefined;
  }

  #options(uri: string, settings: Settings): AnalyseOptions {
    return {
      release: settings.xenRelease,
      knownKeys: settings.knownKeys,
      keepXmDefaults: settings['migrate.keepXmDefaults'],
      severities: settings.severity,
      assume: new Map(Object.entries(settings.assume)),
      ...(settings.host && { host: { ...DEFAULT_HOST, ...settings.host } }),
      ...placeOf(uri),
    };
  }

  /** `#options` with what is known of the open document's earlier versions. */
  #optionsOfOpen(uri: string, settings: Settings): AnalyseOptions {
    let memories = this.#memories.get(uri);
    if (!memories) {
      memories = { memory: new TextMemory(), findings: new RuleMemory(this.#clean) };
      this.#memories.set(uri, memories);
    }
    return { ...this.#options(uri, settings), ...memories };
  }

  /** @param reading of the text as it is now */
  #check(uri: string, settings: Settings, options: AnalyseOptions, reading?: Reading): Checked | undefined {
    const document = this.texts.get(uri);
    if (!document) return undefined;
    const text = document.getText();
    const reason = reasonNotToCheck(text);
    const analysis = reason === undefined ? analyse(text, options, reading) : undefined;
    return this.#keep({ document, version: document.version, settings, options, reason, analysis });
  }

  /** A file of xend's: it is read, and never judged as a guest's. */
  #checkSxp(document: TextDocument, settings: Settings, options: AnalyseOptions): Checked {
    const text = document.getText();
    const tooLong = reasonNotToCheck(text);
    const reason = tooLong ?? "This is a file of xend's, which xl does not read.";
    const read = { document, version: document.version, settings, options, reason, analysis: undefined };
    return this.#keep(tooLong === undefined ? { ...read, sxp: readSxp(text) } : read);
  }

  #keep(found: Omit<Checked, 'id'>): Checked {
    const checked = { ...found, id: String(++this.#count) };
    this.#checked.set(found.document.uri, checked);
    this.#onChecked(checked);
    return checked;
  }
}

/** A file's own name, what xl reads it for, and its folder where the URI has one, decoded where that is possible. */
export function placeOf(uri: string): { fileName: string } & Pick<AnalyseOptions, 'folder' | 'configFile'> {
  const [, path = ''] = /^[^:/?#]+:(?:\/\/[^/?#]*)?([^?#]*)/s.exec(uri) ?? [];
  const decoded = decodedPath(path);
  const slash = decoded.lastIndexOf('/');
  const folder = decoded.startsWith('/') ? { folder: decoded.slice(0, Math.max(1, slash)) } : {};
  const fileName = decoded.slice(slash + 1);
  return { fileName, configFile: hostFileOf(fileName) ?? 'guest', ...folder };
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
