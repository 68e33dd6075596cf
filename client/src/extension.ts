import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  vsdiag,
} from 'vscode-languageclient';
import { type InitializationOptions, LANGUAGE_ID, SXP_LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { registerCommands } from './commands';
import { registerDetection } from './detection';
import { serveFiles } from './files';
import { registerGuestsView } from './guests-view';
import { actionWithLineEnds } from './line-ends';
import { keepingLines } from './log-lines';
import { registerOffer } from './offer';
import { registerParameterLenses } from './parameter-lenses';
import { Parameters } from './parameters';
import { Previews } from './preview';
import { registerPreviewLenses } from './preview-lenses';
import { PREVIEW_SCHEME } from './preview-uri';
import { RULE_PAGE, registerRulePages } from './rule-pages';
import { startWhenNeeded } from './start';
import { registerStatus } from './status';
import { registerWalkthrough } from './walkthrough';

/** What `activate` returns; for tests. */
export interface Api {
  readonly client: BaseLanguageClient;
  readonly parameters: Parameters;
}

/** Registers everything that is the same in both extension hosts, and starts the client that `create` makes. */
export async function activateWith(
  context: vscode.ExtensionContext,
  initialization: InitializationOptions,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Api> {
  const output = keepingLines(vscode.window.createOutputChannel('Xencfg', { log: true }));
  const client = create({
    documentSelector: [{ language: LANGUAGE_ID }, { language: SXP_LANGUAGE_ID }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      ...initialization,
      ...(vscode.l10n.bundle && { translations: vscode.l10n.bundle }),
      rulePage: RULE_PAGE,
      status: true,
      guests: true,
      files: true,
      commands: true,
    } satisfies InitializationOptions,
    middleware: {
      workspace: {
        // Only when the server has heard of the change does it answer as the new settings want.
        didChangeConfiguration: async (sections, next) => {
          await next(sections);
          previews.refreshAll();
        },
      },
      // A preview shows what would become of a file: its problems are the file's own and not reported twice.
      provideDiagnostics: (document, previousResultId, token, next) => {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        if (uri.scheme !== PREVIEW_SCHEME) return next(document, previousResultId, token);
        return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
      },
      provideCodeActions: async (document, range, actions, token, next) => {
        if (document.uri.scheme === PREVIEW_SCHEME) return [];
        const offered = await next(document, range, actions, token);
        return offered?.map((action) => actionWithLineEnds(document, action));
      },
      resolveCodeAction: async (item, token, next) => {
        const action = await next(item, token);
        const [uri] = action?.edit?.entries()[0] ?? [];
        const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
        return action && document ? actionWithLineEnds(document, action) : action;
      },
      // A preview has lenses of its own.
      provideCodeLenses: (document, token, next) =>
        document.uri.scheme === PREVIEW_SCHEME ? [] : next(document, token),
    },
  });
  const parameters = new Parameters(client, context.workspaceState);
  const previews = new Previews(client, parameters);
  context.subscriptions.push(serveFiles(client), output, client, previews, parameters);
  registerRulePages(context);
  registerStatus(context, client);
  registerGuestsView(context, client);
  registerDetection(context);
  registerOffer(context);
  registerWalkthrough(context);
  registerParameterLenses(context, parameters);
  registerPreviewLenses(context, previews, parameters);
  registerCommands(context, { client, output, previews, parameters });
  await startWhenNeeded(context, client);
  return { client, parameters };
}
