import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { LANGUAGE_ID, PREVIEW_REQUEST, type PreviewResult } from '../../server/src/lsp/protocol';

/** Scheme of the read-only documents that show a file as xl; the file's own URI stands in the query. */
export const PREVIEW_SCHEME = 'xencfg-preview';

/** The file that a preview shows, or the URI itself when it is no preview. */
export function sourceOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === PREVIEW_SCHEME ? vscode.Uri.parse(uri.query, true) : uri;
}

function previewOf(source: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: PREVIEW_SCHEME, path: source.path, query: source.toString() });
}

/** Answers in a row that may be for an older text than the editor's before a preview waits for the next edit. */
const MAX_LATE_ANSWERS = 20;

/** One open preview: the text last shown, and the run that brings it up to date. */
interface Preview {
  text: string;
  running: Promise<void> | undefined;
}

/** The documents of PREVIEW_SCHEME: each follows every edit of its file until it is closed. */
export class Previews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #open = new Map<string, Preview>();
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // A change of language closes and opens a document too; then it is not closed in truth.
        if (document.uri.scheme === PREVIEW_SCHEME && document.isClosed) this.#open.delete(document.uri.toString());
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.refreshAll();
      }),
    ];
  }

  /** Opens the preview of a document beside it in the diff editor; one that is open already comes to the front. */
  async show(document: vscode.TextDocument): Promise<void> {
    const preview = previewOf(document.uri);
    const shown = await vscode.workspace.openTextDocument(preview);
    if (shown.languageId !== LANGUAGE_ID) await vscode.languages.setTextDocumentLanguage(shown, LANGUAGE_ID);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('vscode.diff', document.uri, preview, `${name}: as written ↔ as xl`, {
      preview: false,
    } satisfies vscode.TextDocumentShowOptions);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    let preview = this.#open.get(key);
    if (!preview) {
      preview = { text: '', running: undefined };
      this.#open.set(key, preview);
      await this.#refresh(uri, preview);
    }
    return preview.text;
  }

  /** Asks anew for every preview, after what is under way: for when settings have changed or another server runs. */
  refreshAll(): void {
    for (const [key, preview] of this.#open) {
      void Promise.resolve(preview.running).then(() => this.#refresh(vscode.Uri.parse(key, true), preview));
    }
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#open.clear();
  }

  #follow(document: vscode.TextDocument): void {
    const uri = previewOf(document.uri);
    const preview = this.#open.get(uri.toString());
    if (preview) void this.#refresh(uri, preview);
  }

  /** Asks the server until its answer is for the newest text; edits that come meanwhile join the same run. */
  #refresh(uri: vscode.Uri, preview: Preview): Promise<void> {
    preview.running ??= this.#update(uri, preview).finally(() => {
      preview.running = undefined;
    });
    return preview.running;
  }

  async #update(uri: vscode.Uri, preview: Preview): Promise<void> {
    const document = await vscode.workspace.openTextDocument(sourceOf(uri));
    for (let late = 0; late < MAX_LATE_ANSWERS && !document.isClosed; late++) {
      const version = document.version;
      const answer = await this.#ask(document);
      const text = answer?.text ?? document.getText();
      if (text !== preview.text) {
        preview.text = text;
        this.#changed.fire(uri);
      }
      if ((answer?.version ?? version) === document.version) return;
    }
  }

  async #ask(document: vscode.TextDocument): Promise<PreviewResult | undefined> {
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    try {
      return (await this.#client.sendRequest<PreviewResult | null>(PREVIEW_REQUEST, { uri })) ?? undefined;
    } catch (error) {
      this.#client.warn(`No preview of ${document.uri.toString()}: ${error}`);
      return undefined;
    }
  }
}
