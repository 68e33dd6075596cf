import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { setAssumptions } from './assumptions';
import { copyBugReport } from './bug-report';
import { convertDocument } from './convert';
import { convertFolder } from './convert-folder';
import { confirmEncoding } from './encoding';
import type { Destination } from './folder-edits';
import { followActive, guestDocument, newGuest, openGuest, uriIn } from './guest-document';
import { LINE_ENDS_COMMAND, makeLf } from './line-ends';
import type { LogLines } from './log-lines';
import type { Parameters } from './parameters';
import type { Previews } from './preview';
import { selectRelease } from './release';
import { saveConverted } from './save-converted';

/** What the commands work with. */
export interface Parts {
  readonly client: BaseLanguageClient;
  readonly output: LogLines;
  readonly previews: Previews;
  readonly parameters: Parameters;
}

/** Registers every command of package.json, and one that code actions call. Those about a document take its URI or its
 * line in the view of guests, or mean the active editor's. */
export function registerCommands(context: vscode.ExtensionContext, parts: Parts): void {
  const { client, output, previews, parameters } = parts;
  followActive(context);
  const about = (work: (document: vscode.TextDocument, argument: unknown) => Promise<unknown>) => {
    return async (place?: unknown, argument?: unknown) => {
      const document = await guestDocument(place);
      if (document) await work(document, argument);
    };
  };
  const commands: Record<string, (place?: unknown, argument?: unknown) => unknown> = {
    'xencfg.preview': about((document) => previews.show(document, 'xl')),
    'xencfg.showDomain': about((document) => previews.show(document, 'domain')),
    'xencfg.showCompletedDomain': about((document) => previews.show(document, 'completed')),
    'xencfg.showProof': about((document) => previews.show(document, 'proof')),
    'xencfg.diff': about((document) => previews.compare(document)),
    'xencfg.setParameters': about((document) => parameters.enter(document)),
    'xencfg.setAssumptions': about((document) => setAssumptions(document, parameters)),
    'xencfg.showLeft': about((document, line) => showLine(document, Number(line))),
    'xencfg.convert': about((document) => convertOne(document, parts)),
    'xencfg.saveConverted': about(async (document, folder) => {
      if (!(await confirmEncoding(document))) return;
      await saveConverted(client, document, parameters, folder instanceof vscode.Uri ? folder : undefined);
    }),
    // the title of the view of guests hands over the line that is selected, which is no folder
    'xencfg.convertFolder': (place, destination) =>
      convertFolder(client, place instanceof vscode.Uri ? place : undefined, asDestination(destination)),
    'xencfg.openGuest': (place, line) => openGuest(uriIn(place), line),
    'xencfg.newGuest': () => newGuest(),
    'xencfg.copyBugReport': () => copyBugReport(context, client, output),
    'xencfg.selectRelease': () => selectRelease(),
    'xencfg.restartServer': () => restart(client),
    'xencfg.showOutput': () => output.show(),
    [LINE_ENDS_COMMAND]: (place) => (place instanceof vscode.Uri ? makeLf([place]) : undefined),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
}

/** Where a caller wants the results: a folder's URI, or the words `in place`. The explorer hands over its selection. */
function asDestination(argument: unknown): Destination | undefined {
  if (argument instanceof vscode.Uri) return { folder: argument };
  return argument === 'in place' ? argument : undefined;
}

/** Converts a document in its place; one whose parameters have ranges becomes several files. */
async function convertOne(document: vscode.TextDocument, { client, parameters }: Parts): Promise<void> {
  if (!(await confirmEncoding(document))) return;
  const sets = await parameters.sets(document);
  if (sets && sets.length > 1) await saveConverted(client, document, parameters);
  else if (sets) await convertDocument(client, document, sets[0] ?? {});
}

/** Shows a line of a document, counted from 0, in the editor that it has, or beside its preview. */
async function showLine(document: vscode.TextDocument, line: number): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const place = document.validateRange(new vscode.Range(line, 0, line, 0));
  const column = shown?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { viewColumn: column, selection: place });
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
