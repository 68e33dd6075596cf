import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  GUEST_CARDS_REQUEST,
  GUESTS_NOTIFICATION,
  GUESTS_REQUEST,
  type GuestCard,
  type GuestCardsParams,
  type GuestCardsResult,
  type GuestsResult,
} from '../../server/src/lsp/protocol';
import { start } from './start';

/** What changes within this time, in ms, is shown at once. */
const PAUSE = 300;

/** Cards that are asked for at a time: the first ones are shown while the others are made. */
const AT_A_TIME = 50;

/** A guest of the workspace; its card comes later than the guest itself. */
export interface Guest {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly name: string | undefined;
  readonly card: GuestCard | undefined;
}

/** The guests that the server knows, by name, kept up while somebody looks at them. */
export class GuestList implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #disposables: vscode.Disposable[];
  /** The cards by their URIs, and the version that each was made for. */
  readonly #cards = new Map<string, { readonly version: string; readonly card: GuestCard | undefined }>();
  #guests: readonly Guest[] = [];
  #complete = false;
  #visible = false;
  /** True when what is shown may be old. */
  #stale = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#disposables = [
      this.#changed,
      client.onNotification(GUESTS_NOTIFICATION, () => this.#note()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#note();
      }),
    ];
  }

  get guests(): readonly Guest[] {
    return this.#guests;
  }

  /** False until every folder was read. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Says whether anybody looks: while nobody does, nothing is asked. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) void start(this.#client);
    if (visible && this.#stale) void this.#refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #note(): void {
    this.#stale = true;
    if (!this.#visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, PAUSE);
  }

  async #refresh(): Promise<void> {
    if (this.#running || this.#client.state !== State.Running) return;
    this.#running = true;
    try {
      while (this.#stale && this.#visible) {
        this.#stale = false;
        await this.#load();
        if (this.#stale) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    } catch (error) {
      this.#client.warn(`The list of guests: ${error}`);
    } finally {
      this.#running = false;
    }
  }

  async #load(): Promise<void> {
    const result = await this.#client.sendRequest<GuestsResult>(GUESTS_REQUEST);
    this.#show(result);
    const wanted = result.guests.filter(({ uri, version }) => this.#cards.get(uri)?.version !== version);
    for (let from = 0; from < wanted.length && !this.#stale; from += AT_A_TIME) {
      const some = wanted.slice(from, from + AT_A_TIME);
      const params: GuestCardsParams = { uris: some.map(({ uri }) => uri) };
      const { cards } = await this.#client.sendRequest<GuestCardsResult>(GUEST_CARDS_REQUEST, params);
      for (const { uri, version } of some) {
        this.#cards.set(uri, { version, card: cards.find((card) => card.uri === uri) });
      }
      this.#show(result);
    }
    const known = new Set(result.guests.map(({ uri }) => uri));
    for (const uri of this.#cards.keys()) if (!known.has(uri)) this.#cards.delete(uri);
  }

  /** Takes over a list with the cards that are known, old ones too until there are others. */
  #show({ guests, complete }: GuestsResult): void {
    const order = new Intl.Collator(undefined, { numeric: true });
    this.#complete = complete;
    this.#guests = guests
      .filter(({ uri, version }) => {
        const known = this.#cards.get(uri);
        return known?.version !== version || known.card !== undefined;
      })
      .map(({ uri, path, name }) => {
        const target = this.#client.protocol2CodeConverter.asUri(uri);
        return { uri: target, path, name, card: this.#cards.get(uri)?.card };
      })
      .sort((a, b) => order.compare(a.name ?? a.path, b.name ?? b.path) || order.compare(a.path, b.path));
    this.#changed.fire();
  }
}
