import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  COMPLETED_REQUEST,
  type ConversionParams,
  DOMAIN_REQUEST,
  LANGUAGE_ID,
  PREVIEW_REQUEST,
  PROOF_REQUEST,
  type PreviewResult,
  type TextResult,
} from '../../server/src/lsp/protocol';
import type { Parameters } from './parameters';
import { kindOf, nameOf, PREVIEW_SCHEME, type PreviewKind, previewOf, sourceOf } from './preview-uri';

const REQUESTS: Readonly<Record<PreviewKind, string>> = {
  xl: PREVIEW_REQUEST,
  domain: DOMAIN_REQUEST,
  completed: COMPLETED_REQUEST,
  proof: PROOF_REQUEST,
};
const LANGUAGES: Readonly<Record<PreviewKind, string>> = {
  xl: LANGUAGE_ID,
  domain: 'json',
  completed: 'json',
  proof: 'markdown',
};

/** VS Code's editor that shows Markdown as a page, and the extension that brings it, which not every VS Code has. */
const PAGE_EDITOR = 'vscode.markdown.preview.editor';
const PAGE_EXTENSION = 'vscode.markdown-language-features';

/** Answers in a row that may be for an older text than the editor's before a preview waits for the next edit. */
const MAX_LATE_ANSWERS = 20;

/** One open preview: what was last shown, and the run that brings it up to date. */
interface Preview {
  text: string;
  /** The server's last answer. */
  answer: TextResult | undefined;
  running: Promise<void> | undefined;
}

/** The documents of PREVIEW_SCHEME: each follows every edit of its file until it is closed. */
export class Previews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #parameters: Parameters;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #answered = new vscode.EventEmitter<void>();
  readonly #open = new Map<string, Preview>();
  readonly #disposables: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  /** Fires when the server has answered for a preview, whether its text is another one or not. */
  readonly onDidAnswer = this.#answered.event;

  constructor(client: BaseLanguageClient, parameters: Parameters) {
    this.#client = client;
    this.#parameters = parameters;
    this.#disposables = [
      this.#changed,
      this.#answered,
      vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document.uri)),
      parameters.onDidChange((uri) => this.#follow(uri)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // A change of language closes and opens a document too; then it is not closed in truth.
        if (document.uri.scheme === PREVIEW_SCHEME && document.isClosed) this.#open.delete(document.uri.toString());
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.refreshAll();
      }),
    ];
  }

  /** Opens a preview in a column beside the document; one that is open already comes to the front. */
  async show(document: vscode.TextDocument, kind: PreviewKind): Promise<void> {
    const shown = await this.#document(document, kind);
    const column = columnWith(shown.uri) ?? columnOfPreviews() ?? vscode.ViewColumn.Beside;
    const options: vscode.TextDocumentShowOptions = { viewColumn: column, preview: false };
    const asPage = kind === 'proof' && vscode.extensions.getExtension(PAGE_EXTENSION) !== undefined;
    // not waited for: where pages cannot be shown VS Code never says so
    if (asPage) void vscode.commands.executeCommand('vscode.openWith', shown.uri, PAGE_EDITOR, options);
    else await vscode.window.showTextDocument(shown, options);
  }

  /** Opens a document and its text as xl in VS Code's diff editor; one that is open already comes to the front. */
  async compare(document: vscode.TextDocument): Promise<void> {
    const { uri } = await this.#document(document, 'xl');
    const title = vscode.l10n.t('{0}: as written ↔ as xl', nameOf(document.uri));
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, {
      preview: false,
    } satisfies vscode.TextDocumentShowOptions);
  }

  /** What the server last said of a preview of the kind `xl`. */
  result(preview: vscode.Uri): PreviewResult | undefined {
    const answer = kindOf(preview) === 'xl' ? this.#open.get(preview.toString())?.answer : undefined;
    return answer as PreviewResult | undefined;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    let preview = this.#open.get(key);
    if (!preview) {
      preview = { text: '', answer: undefined, running: undefined };
      this.#open.set(key, preview);
      await this.#refresh(uri, preview);
    }
    return preview.text;
  }

  /** Asks anew for every preview, after what is under way: for when settings have changed or another server runs. */
  refreshAll(): void {
    for (const key of this.#open.keys()) this.#refreshNext(vscode.Uri.parse(key, true));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#open.clear();
  }

  async #document(document: vscode.TextDocument, kind: PreviewKind): Promise<vscode.TextDocument> {
    const shown = await vscode.workspace.openTextDocument(previewOf(document.uri, kind));
    const language = LANGUAGES[kind];
    // a VS Code without the extensions that it usually comes with may not know it
    const known = shown.languageId === language || (await vscode.languages.getLanguages()).includes(language);
    return shown.languageId !== language && known ? vscode.languages.setTextDocumentLanguage(shown, language) : shown;
  }

  #follow(source: vscode.Uri): void {
    if (source.scheme === PREVIEW_SCHEME || this.#open.size === 0) return;
    for (const kind of Object.keys(REQUESTS) as PreviewKind[]) this.#refreshNext(previewOf(source, kind));
  }

  /** Brings a preview up to date, also when a run that began before is under way. */
  #refreshNext(uri: vscode.Uri): void {
    const preview = this.#open.get(uri.toString());
    if (!preview) return;
    if (preview.running) void preview.running.then(() => this.#refresh(uri, preview));
    else void this.#refresh(uri, preview);
  }

  /** Asks the server until its answer is for the newest text; edits that come meanwhile join the same run. */
  #refresh(uri: vscode.Uri, preview: Preview): Promise<void> {
    preview.running ??= this.#update(uri, preview).finally(() => {
      preview.running = undefined;
    });
    return preview.running;
  }

  async #update(uri: vscode.Uri, preview: Preview): Promise<void> {
    const source = sourceOf(uri);
    // a text that was no file and was closed does not come back, an empty one would
    if (source.scheme === 'untitled' && !isOpen(source)) return;
    const document = await vscode.workspace.openTextDocument(source);
    for (let late = 0; late < MAX_LATE_ANSWERS && !document.isClosed; late++) {
      const version = document.version;
      const answer = await this.#ask(document, kindOf(uri));
      const text = answer?.text ?? (kindOf(uri) === 'xl' ? document.getText() : '');
      preview.answer = answer;
      if (text !== preview.text) {
        preview.text = text;
        this.#changed.fire(uri);
      }
      this.#answered.fire();
      if ((answer?.version ?? version) === document.version) return;
    }
  }

  async #ask(document: vscode.TextDocument, kind: PreviewKind): Promise<TextResult | undefined> {
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const params: ConversionParams = { uri, presets: this.#parameters.firstOf(document.uri) };
    try {
      return (await this.#client.sendRequest<TextResult | null>(REQUESTS[kind], params)) ?? undefined;
    } catch (error) {
      this.#client.warn(`No preview of ${document.uri.toString()}: ${error}`);
      return undefined;
    }
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** The column in which a document is shown by itself. */
function columnWith(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return columnWhere((shown) => shown.toString() === uri.toString());
}

function columnOfPreviews(): vscode.ViewColumn | undefined {
  return columnWhere((shown) => shown.scheme === PREVIEW_SCHEME);
}

function columnWhere(matches: (uri: vscode.Uri) => boolean): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => isOneDocument(input) && matches(input.uri)),
  )?.viewColumn;
}

function isOneDocument(input: unknown): input is vscode.TabInputText | vscode.TabInputCustom {
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
}
