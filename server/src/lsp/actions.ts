import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { Fix } from '../rules/finding';
import { fixAll, fixesFor } from '../service/index';
import { toDiagnostic } from './diagnostics';
import type { Checked } from './documents';
import { cancelled } from './guard';
import { toTextEdits, toWorkspaceEdit } from './places';
import { FIX_ALL_KIND } from './protocol';
import type { Server } from './server';

/** The kinds of code action that the server announces. */
export const ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND];

/** Registers `textDocument/codeAction` and `codeAction/resolve`. */
export function answerCodeActions(server: Server): void {
  server.connection.onCodeAction((params, token) =>
    server.guard.run<CodeAction[]>('textDocument/codeAction', [], async () => {
      if (!server.abilities.codeActions) return [];
      const checked = await server.documents.checkedAsIs(params.textDocument.uri);
      if (token.isCancellationRequested) throw cancelled();
      if (!checked?.analysis) return [];
      return [
        ...(wants(params, CodeActionKind.QuickFix) ? quickFixes(server, checked, params) : []),
        ...(wants(params, CodeActionKind.RefactorRewrite) ? conversions(server, checked, params) : []),
        ...(params.context.only && wants(params, FIX_ALL_KIND) ? safeFixes(server, checked) : []),
      ];
    }),
  );
  server.connection.onCodeActionResolve((action, token) =>
    server.guard.run<CodeAction>('codeAction/resolve', action, async () => {
      const uri: unknown = (action.data as { uri?: unknown } | undefined)?.uri;
      if (typeof uri !== 'string') return action;
      const checked = await server.documents.checked(uri);
      if (token.isCancellationRequested) throw cancelled();
      const edits = checked && conversionEdits(server, checked);
      return edits ? { ...action, edit: toWorkspaceEdit(checked, edits, server.abilities) } : action;
    }),
  );
}

/** True when the client asks for this kind: `source` asks for `source.fixAll` too; asking for nothing asks for all. */
function wants(params: CodeActionParams, kind: string): boolean {
  const only = params.context.only;
  if (!only || only.length === 0) return true;
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(server: Server, checked: Checked, params: CodeActionParams): CodeAction[] {
  const analysis = checked.analysis!;
  const span = {
    start: checked.document.offsetAt(params.range.start),
    end: checked.document.offsetAt(params.range.end),
  };
  return fixesFor(analysis, span).map(({ finding, fix }) => {
    const onlySafe = finding.fixes.length === 1 && fix.kind === 'safe';
    return {
      title: titleOf(fix),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, checked, server)],
      ...(onlySafe && server.abilities.preferredActions && { isPreferred: true }),
      edit: toWorkspaceEdit(checked, toTextEdits(analysis.lines, fix.edits), server.abilities),
    };
  });
}

function titleOf(fix: Fix): string {
  return fix.kind === 'unsafe' ? `${fix.title} (may change the meaning)` : fix.title;
}

function safeFixes(server: Server, checked: Checked): CodeAction[] {
  const { edits } = fixAll(checked.analysis!);
  if (edits.length === 0) return [];
  const changes = toTextEdits(checked.analysis!.lines, edits);
  return [
    {
      title: 'Apply all safe fixes of Xencfg',
      kind: FIX_ALL_KIND,
      edit: toWorkspaceEdit(checked, changes, server.abilities),
    },
  ];
}

/** "Convert the whole file", where there is something to convert. Not with every move of the cursor: it is costly. */
function conversions(server: Server, checked: Checked, params: CodeActionParams): CodeAction[] {
  if (params.context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const { dialect, findings } = checked.analysis!;
  const fixable = findings.some((finding) => finding.fixes.some((fix) => fix.kind !== 'unsafe'));
  if (dialect !== 'xm' && !fixable) return [];
  const action: CodeAction = { title: 'Convert the whole file to xl', kind: CodeActionKind.RefactorRewrite };
  if (server.abilities.resolvesActionEdits) return [{ ...action, data: { uri: checked.document.uri } }];
  const edits = conversionEdits(server, checked);
  return edits ? [{ ...action, edit: toWorkspaceEdit(checked, edits, server.abilities) }] : [];
}

/** The conversion's edits; undefined when it changes nothing. */
function conversionEdits(server: Server, checked: Checked): TextEdit[] | undefined {
  const conversion = server.documents.conversion(checked);
  if (!conversion || conversion.edits.length === 0) return undefined;
  return toTextEdits(checked.analysis!.lines, conversion.edits);
}
