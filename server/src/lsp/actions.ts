import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { refactorings } from '../service/index';
import { fixRuleAction, type Offered, offerQuickFixes } from './action-findings';
import { convertAction, offerConversion, offerSafeFixes } from './action-whole';
import { cancelled } from './guard';
import { CodeActionKind } from './numbers';
import { toTextEdits, toWorkspaceEdit } from './places';
import { FIX_ALL_KIND } from './protocol';
import { type Analysed, answer } from './request';
import type { Server } from './server';

/** Those who offer code actions, each with the kind of what it offers. */
const PROVIDERS: readonly {
  kind: string;
  offer: (server: Server, checked: Analysed, params: CodeActionParams) => CodeAction[];
}[] = [
  { kind: CodeActionKind.QuickFix, offer: offerQuickFixes },
  { kind: CodeActionKind.RefactorRewrite, offer: offerConversion },
  { kind: CodeActionKind.RefactorRewrite, offer: offerRefactorings },
  { kind: FIX_ALL_KIND, offer: offerSafeFixes },
];

/** The kinds of code action that the server announces. */
export const ACTION_KINDS: readonly string[] = [...new Set(PROVIDERS.map(({ kind }) => kind))];

/** What works out the edits of an action when somebody chooses it, by the `work` that its data names. */
const RESOLVERS: Readonly<Record<string, (server: Server, checked: Analysed, offered: Offered) => CodeAction['edit']>> =
  {
    convert: convertAction,
    rule: fixRuleAction,
  };

/** Registers `textDocument/codeAction` and `codeAction/resolve`. */
export function answerCodeActions(server: Server): void {
  server.connection.onCodeAction((params, token) =>
    answer<CodeAction[]>(server, 'textDocument/codeAction', params.textDocument.uri, token, [], (checked) => {
      if (!server.abilities.codeActions) return [];
      const wanted = PROVIDERS.filter(({ kind }) => wants(params, kind));
      return wanted.flatMap(({ offer }) => offer(server, checked, params));
    }),
  );
  server.connection.onCodeActionResolve((action, token) =>
    server.guard.run<CodeAction>('codeAction/resolve', action, async () => {
      const offered = action.data as Partial<Offered> | undefined;
      const resolve = RESOLVERS[offered?.work ?? ''];
      if (!resolve || typeof offered?.uri !== 'string') return action;
      const checked = await server.documents.checked(offered.uri);
      if (token.isCancellationRequested) throw cancelled();
      const edit = checked?.analysis && resolve(server, checked as Analysed, offered as Offered);
      return edit ? { ...action, edit } : action;
    }),
  );
}

/** True when the client asks for this kind: `source` asks for `source.fixAll` too; asking for nothing asks for all. */
function wants(params: CodeActionParams, kind: string): boolean {
  const only = params.context.only;
  // what changes the whole file is applied on saving, and is no light bulb
  if (!only || only.length === 0) return kind !== FIX_ALL_KIND;
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function offerRefactorings({ abilities, caption }: Server, checked: Analysed, params: CodeActionParams): CodeAction[] {
  const { analysis, document } = checked;
  return refactorings(analysis, document.offsetAt(params.range.start), caption).map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit(checked, toTextEdits(analysis.lines, edits), abilities),
  }));
}
