import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { JUDGE_REQUEST, type JudgeResult } from '../../../server/src/lsp/protocol';
import { guestDocument } from '../guest-document';
import { nameOf } from '../preview-uri';
import { type Comparison, compare } from './compare';
import { reportOf } from './report';
import { type Failure, runXl, withTextAsFile, type XlRun } from './run';

/** True while this extension host can start programs: commands that need it are shown then. */
const CONTEXT = 'xencfg.startsPrograms';

/** Registers "Check with the Real xl", for extension hosts that can start programs. */
export function registerRealXl(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const problems = vscode.languages.createDiagnosticCollection('xl');
  void vscode.commands.executeCommand('setContext', CONTEXT, true);
  context.subscriptions.push(
    problems,
    vscode.commands.registerCommand('xencfg.checkWithXl', async (place?: unknown) => {
      const document = await guestDocument(place);
      if (document) await check(document, client, problems, context);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => clear(problems, document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => clear(problems, uri)),
  );
}

/** VS Code tells everybody of other problems even where there were none. */
function clear(problems: vscode.DiagnosticCollection, uri: vscode.Uri): void {
  if (problems.has(uri)) problems.delete(uri);
}

async function check(
  document: vscode.TextDocument,
  client: BaseLanguageClient,
  problems: vscode.DiagnosticCollection,
  context: vscode.ExtensionContext,
): Promise<void> {
  const name = nameOf(document.uri);
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(vscode.l10n.t('xl is not run in a folder that is not trusted.'));
    return;
  }
  const { version } = document;
  const answer = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: vscode.l10n.t('xl is reading {0}', name),
    },
    (_, token) => ask(document, client, token),
  );
  if (!answer) return;
  const { run, expected, file } = answer;
  if (run.status === undefined) return sayFailure(name, run);
  const comparison = compare(run, file, expected);
  if (comparison.powerless) return sayPowerless();
  if (document.version === version) problems.set(document.uri, diagnosticsOf(document, comparison));
  await sayResult(name, comparison, expected, String(context.extension.packageJSON.version));
}

interface Answer {
  readonly run: XlRun;
  readonly file: string;
  readonly expected: JudgeResult;
}

/** Runs xl on the document as it is in the editor, and asks our server the same; undefined when cancelled or unknown. */
async function ask(
  document: vscode.TextDocument,
  client: BaseLanguageClient,
  token: vscode.CancellationToken,
): Promise<Answer | undefined> {
  const settings = vscode.workspace.getConfiguration('xencfg.realXl', document.uri);
  const command = settings.get<string[]>('command', []);
  const seconds = settings.get<number>('timeLimit', 10);
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  const run = async (file: string) => ({
    file,
    run: await runXl(command.length > 0 ? command : ['xl'], file, seconds, abort.signal),
  });
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const [ran, expected] = await Promise.all([
    document.uri.scheme === 'file' && !document.isDirty
      ? run(document.uri.fsPath)
      : withTextAsFile(document.getText(), nameOf(document.uri) || 'guest.cfg', run),
    client.sendRequest<JudgeResult | null>(JUDGE_REQUEST, { uri }),
  ]);
  if (token.isCancellationRequested) return undefined;
  if (!expected) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is not checked as a guest configuration.', nameOf(document.uri)),
    );
    return undefined;
  }
  return { ...ran, expected };
}

function diagnosticsOf(document: vscode.TextDocument, { said, accepted }: Comparison): vscode.Diagnostic[] {
  return said.map(({ text, line }) => {
    const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
    const severity = accepted ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
    const diagnostic = new vscode.Diagnostic(range, text, severity);
    diagnostic.source = 'xl';
    return diagnostic;
  });
}

async function sayResult(name: string, comparison: Comparison, expected: JudgeResult, version: string): Promise<void> {
  const verdict = comparison.accepted ? vscode.l10n.t('xl accepts {0}.', name) : vscode.l10n.t('xl refuses {0}.', name);
  if (!comparison.differs) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} It says what Xencfg says.', verdict));
    return;
  }
  const show = vscode.l10n.t('Show Differences');
  const select = vscode.l10n.t('Select Release');
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} It does not say what Xencfg expects of Xen {1}.', verdict, expected.release),
    show,
    select,
  );
  if (picked === select) await vscode.commands.executeCommand('xencfg.selectRelease');
  if (picked !== show) return;
  const content = reportOf(name, comparison, expected, version);
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(report, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

function sayFailure(name: string, run: XlRun): void {
  const message = run.missing
    ? vscode.l10n.t('There is no xl here: this works on a Xen host, for example over Remote-SSH.')
    : vscode.l10n.t('xl did not finish with {0}: {1}.', name, run.failure ? wordsOf(run.failure) : '');
  void offerSetting(message);
}

function wordsOf(failure: Failure): string {
  if (failure.kind === 'late') return vscode.l10n.t('it took more than {0} s', failure.seconds);
  if (failure.kind === 'signal') return vscode.l10n.t('it ended by {0}', failure.signal);
  return failure.message;
}

function sayPowerless(): void {
  void offerSetting(
    vscode.l10n.t(
      'xl cannot reach the hypervisor: it wants a Xen host and the rights of root. A setting names the command, for example sudo -n xl.',
    ),
  );
}

async function offerSetting(message: string): Promise<void> {
  const open = vscode.l10n.t('Open Setting');
  if ((await vscode.window.showErrorMessage(message, open)) !== open) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', 'xencfg.realXl');
}
