import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ConversionParams,
  PARAMETERS_REQUEST,
  type ParameterInfo,
  type ParametersResult,
} from '../../server/src/lsp/protocol';
import { combinations, parameterValues } from '../../server/src/service/parameter-values';
import { nameOf } from './preview-uri';

/** Where the workspace's state keeps the values: by URI of the file, the one used last at the end. */
const KEY = 'xencfg.parameters';

/** Files whose values are kept. */
const MOST_FILES = 500;

/** Values of a range that are tried before the whole range is taken; of a longer one the first and the last. */
const MOST_TRIED = 30;

type Values = Readonly<Record<string, string>>;

/** The values of the parameters of templates, kept per file in the workspace's state: words, or ranges such as 1..8. */
export class Parameters implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, state: vscode.Memento) {
    this.#client = client;
    this.#state = state;
  }

  /** The values as they were typed, ranges as ranges. */
  of(uri: vscode.Uri): Values {
    return this.#state.get<Record<string, Values>>(KEY, {})[uri.toString()] ?? {};
  }

  /** One set of values: of each range the first. */
  firstOf(uri: vscode.Uri): Values {
    return Object.fromEntries(Object.entries(this.of(uri)).map(([name, value]) => [name, firstOf(value)]));
  }

  /** Keeps the values of a file; those of empty parameters are forgotten. */
  async set(uri: vscode.Uri, values: Values): Promise<void> {
    const { [uri.toString()]: _, ...others } = this.#state.get<Record<string, Values>>(KEY, {});
    const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    const files = Object.entries(others).slice(-(MOST_FILES - 1));
    if (Object.keys(kept).length > 0) files.push([uri.toString(), kept]);
    await this.#state.update(KEY, Object.fromEntries(files));
    this.#changed.fire(uri);
  }

  /** A document's parameters and what only the machine knows on which xm ran; undefined when the server does not say. */
  async ask(
    document: vscode.TextDocument,
    presets = this.firstOf(document.uri),
  ): Promise<ParametersResult | undefined> {
    const params: ConversionParams = { uri: this.#client.code2ProtocolConverter.asUri(document.uri), presets };
    try {
      return (await this.#client.sendRequest<ParametersResult | null>(PARAMETERS_REQUEST, params)) ?? undefined;
    } catch (error) {
      this.#client.warn(`No parameters of ${document.uri.toString()}: ${error}`);
      return undefined;
    }
  }

  /** Asks the user for the value of each parameter and keeps the answers; false when the user gave up. */
  async enter(document: vscode.TextDocument): Promise<boolean> {
    const { parameters } = (await this.ask(document)) ?? { parameters: [] };
    if (parameters.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} takes no parameters.', nameOf(document.uri)));
      return true;
    }
    const values: Record<string, string> = { ...this.of(document.uri) };
    for (const [i, parameter] of parameters.entries()) {
      const step = parameters.length > 1 ? ` (${i + 1}/${parameters.length})` : '';
      const value = await this.#enterOne(document, parameter, values, step);
      if (value === undefined) return false;
      values[parameter.name] = value.trim();
    }
    await this.set(document.uri, values);
    return true;
  }

  /**
   * The sets of values for a document's parameters, one for each guest; asks for those that have no value or a wrong
   * one. Undefined when the user gave up.
   */
  async sets(document: vscode.TextDocument): Promise<readonly Values[] | undefined> {
    const known = await this.ask(document);
    const missing = known?.parameters.some(({ value, problem }) => value === undefined || problem !== undefined);
    if (missing && !(await this.enter(document))) return undefined;
    const names = new Set(known?.parameters.map(({ name }) => name));
    const given = Object.entries(this.of(document.uri)).filter(([name]) => names.has(name));
    const sets = combinations(given.map(([name, value]) => [name, parameterValues(value) ?? []]));
    return sets?.map((set) => Object.fromEntries(set));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #enterOne(document: vscode.TextDocument, { name, use }: ParameterInfo, values: Values, step: string) {
    const hint = vscode.l10n.t('A range such as 1..8 makes a guest of each number. Leave it empty for no value.');
    return vscode.window.showInputBox({
      title: `${nameOf(document.uri)}: ${name}${step}`,
      prompt: use ? `${use.trim().replace(/([^.!?])$/, '$1.')} ${hint}` : hint,
      value: values[name] ?? '',
      ignoreFocusOut: true,
      validateInput: (word) => this.#problem(document, name, word.trim(), values),
    });
  }

  /** What the file's check function, or Python, has against a value. */
  async #problem(
    document: vscode.TextDocument,
    name: string,
    word: string,
    values: Values,
  ): Promise<string | undefined> {
    if (word === '') return undefined;
    const all = parameterValues(word);
    if (!all) return vscode.l10n.t('The range ends before it begins, or is too long.');
    const others = Object.fromEntries(Object.entries(values).map(([other, value]) => [other, firstOf(value)]));
    for (const value of all.length > MOST_TRIED ? [all[0]!, all.at(-1)!] : all) {
      const answer = await this.ask(document, { ...others, [name]: value });
      const problem = answer?.parameters.find((one) => one.name === name)?.problem;
      if (problem !== undefined) return all.length > 1 ? `${value}: ${problem}` : problem;
    }
    return undefined;
  }
}

function firstOf(value: string): string {
  return parameterValues(value)?.[0] ?? value;
}
