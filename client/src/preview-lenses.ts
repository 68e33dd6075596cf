import * as vscode from 'vscode';
import type { LeftOver, ParameterInfo, PreviewResult } from '../../server/src/lsp/protocol';
import type { Parameters } from './parameters';
import type { Previews } from './preview';
import { kindOf, nameOf, PREVIEW_SCHEME, sourceOf } from './preview-uri';

/** A longer message is cut: the tooltip has all of it. */
const MOST_OF_MESSAGE = 110;

/** Assumptions that have a lens of their own; the list of all is one click away. */
const MOST_ASSUMPTIONS = 3;

/** Registers the lenses of previews: what xl says, parameters, assumptions, the proof, and what is left to decide. */
export function registerPreviewLenses(
  context: vscode.ExtensionContext,
  previews: Previews,
  parameters: Parameters,
): void {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: ({ uri, lineCount }) => {
      const source = sourceOf(uri);
      if (kindOf(uri) !== 'xl') return [];
      const result = previews.result(uri);
      if (!result || result.verdict === null) return [];
      const top = [
        verdictLens(result, source),
        ...result.parameters.map((one) => parameterLens(one, parameters.of(source)[one.name], source)),
        lens(
          0,
          vscode.l10n.t('Proof'),
          'xencfg.showProof',
          [source],
          vscode.l10n.t('What xm built and what xl builds'),
        ),
        lens(
          0,
          vscode.l10n.t('Convert'),
          'xencfg.convert',
          [source],
          vscode.l10n.t('Writes this into {0} itself', nameOf(source)),
        ),
        lens(0, vscode.l10n.t('Save as…'), 'xencfg.saveConverted', [source]),
        ...assumptionLenses(result.assumptions, source),
      ];
      return [...top, ...result.left.filter(({ line }) => line < lineCount).map((one) => leftLens(one, source))];
    },
  };
  context.subscriptions.push(
    changed,
    previews.onDidAnswer(() => changed.fire()),
    parameters.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider({ scheme: PREVIEW_SCHEME }, provider),
  );
}

function lens(line: number, title: string, command: string, args: unknown[], tooltip = title): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: args, tooltip });
}

function verdictLens({ verdict, left }: PreviewResult, source: vscode.Uri): vscode.CodeLens {
  const [first] = left;
  if (!first) {
    const title = verdict === 'accepted' ? vscode.l10n.t('xl accepts it') : vscode.l10n.t('xl refuses it');
    return lens(0, title, 'xencfg.selectRelease', []);
  }
  const title =
    left.length === 1 ? vscode.l10n.t('1 thing to decide') : vscode.l10n.t('{0} things to decide', left.length);
  return lens(0, title, 'xencfg.showLeft', [source, first.origin]);
}

function parameterLens({ name, problem }: ParameterInfo, value: string | undefined, source: vscode.Uri) {
  const title =
    value === undefined
      ? vscode.l10n.t('{0} has no value: set it', name)
      : problem === undefined
        ? `${name} = ${value}`
        : `${name} = ${value}: ${problem}`;
  return lens(0, title, 'xencfg.setParameters', [source]);
}

function assumptionLenses(assumptions: readonly string[], source: vscode.Uri): vscode.CodeLens[] {
  const shown = assumptions
    .slice(0, MOST_ASSUMPTIONS)
    .map((text) => lens(0, vscode.l10n.t('Assumed: {0}', text), 'xencfg.setAssumptions', [source]));
  const more = assumptions.length - shown.length;
  if (more > 0) shown.push(lens(0, vscode.l10n.t('{0} more assumptions', more), 'xencfg.setAssumptions', [source]));
  return shown;
}

function leftLens({ line, origin, message }: LeftOver, source: vscode.Uri): vscode.CodeLens {
  const short = message.length > MOST_OF_MESSAGE ? `${message.slice(0, MOST_OF_MESSAGE - 1)}…` : message;
  return lens(line, vscode.l10n.t('To decide: {0}', short), 'xencfg.showLeft', [source, origin], message);
}
