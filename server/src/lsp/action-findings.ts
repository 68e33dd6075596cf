import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import {
  type Finding,
  type Fix,
  fixableByRule,
  fixesFor,
  fixRule,
  type IgnoreWhere,
  ignoreEdit,
  type RuleFixKind,
} from '../service/index';
import { OPEN_RULE_COMMAND } from './commands';
import { pageOf, rangeIn, toDiagnostic } from './diagnostics';
import { CodeActionKind, CodeActionTriggerKind } from './numbers';
import { toTextEdits, toWorkspaceEdit } from './places';
import type { Analysed } from './request';
import type { Server } from './server';

/** What an action carries whose edits are worked out when somebody chooses it. */
export interface Offered {
  readonly uri: string;
  readonly work: 'convert' | 'rule';
  readonly code?: string;
  readonly kind?: RuleFixKind;
}

/** What can be done about the findings at a place: their fixes, the same for the whole file, to ignore or to read up. */
export function offerQuickFixes(server: Server, checked: Analysed, params: CodeActionParams): CodeAction[] {
  const { analysis, document } = checked;
  const span = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
  const across = server.space.findingsOf(checked);
  const found = [...analysis.findings, ...across].filter(
    (one) => one.span.start <= span.end && span.start <= one.span.end,
  );
  const byCode = [...new Map(found.map((finding) => [finding.code, finding])).values()];
  return [
    ...fixesFor(analysis, span, across).map(({ finding, fix }) => toAction(server, checked, finding, fix)),
    ...byCode.flatMap((finding) => offerRule(server, checked, finding, params)),
    ...byCode.flatMap((finding) => offerPage(server, checked, finding)),
    ...byCode.flatMap((finding) =>
      (['here', 'file'] as const).flatMap((where) => offerIgnore(server, checked, finding, where)),
    ),
  ];
}

function toAction(server: Server, checked: Analysed, finding: Finding, fix: Fix): CodeAction {
  const onlySafe = finding.fixes.length === 1 && fix.kind === 'safe';
  return {
    title: fix.kind === 'unsafe' ? server.caption('{0} (may change the meaning)', fix.title) : fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, rangeIn(checked, finding), server)],
    ...(onlySafe && server.abilities.preferredActions && { isPreferred: true }),
    edit: toWorkspaceEdit(checked, toTextEdits(checked.analysis.lines, fix.edits), server.abilities),
  };
}

/** "Fix all findings of a rule", where it has several. Worked out when it is chosen: it takes several rounds. */
function offerRule(
  server: Server,
  checked: Analysed,
  { code, fixes }: Finding,
  params: CodeActionParams,
): CodeAction[] {
  const kind = fixes.find((fix) => fix.kind !== 'unsafe')?.kind as RuleFixKind | undefined;
  const count = kind ? fixableByRule(checked.analysis, code, kind) : 0;
  if (!kind || count < 2) return [];
  const action: CodeAction = {
    title: server.caption('Fix all {0} findings of {1} in the file', count, code),
    kind: CodeActionKind.QuickFix,
  };
  const data: Offered = { uri: checked.document.uri, work: 'rule', code, kind };
  if (server.abilities.resolvesActionEdits) return [{ ...action, data }];
  if (params.context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const edit = fixRuleAction(server, checked, data);
  return edit ? [{ ...action, edit }] : [];
}

/** The edits that fix everything that a rule finds; undefined when there is nothing to change. */
export function fixRuleAction(server: Server, checked: Analysed, { code, kind }: Offered): CodeAction['edit'] {
  if (typeof code !== 'string' || (kind !== 'safe' && kind !== 'restoring')) return undefined;
  const edits = fixRule(checked.analysis, code, kind);
  if (edits.length === 0) return undefined;
  return toWorkspaceEdit(checked, toTextEdits(checked.analysis.lines, edits), server.abilities);
}

function offerIgnore(server: Server, checked: Analysed, finding: Finding, where: IgnoreWhere): CodeAction[] {
  const edit = ignoreEdit(checked.analysis, finding, where);
  if (!edit) return [];
  const { code } = finding;
  return [
    {
      title:
        where === 'here' ? server.caption('Ignore {0} here', code) : server.caption('Ignore {0} in this file', code),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, rangeIn(checked, finding), server)],
      edit: toWorkspaceEdit(checked, toTextEdits(checked.analysis.lines, [edit]), server.abilities),
    },
  ];
}

/** "Read about a rule": VS Code opens the page itself, other clients through the server's command. */
function offerPage(server: Server, checked: Analysed, finding: Finding): CodeAction[] {
  const page = pageOf(server, finding.code);
  if (page === undefined || !(server.hasCommands || server.abilities.showsDocuments)) return [];
  const title = server.caption('Read about {0}', finding.code);
  const command = server.hasCommands ? 'vscode.open' : OPEN_RULE_COMMAND;
  const diagnostics = [toDiagnostic(finding, rangeIn(checked, finding), server)];
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title, command, arguments: [server.hasCommands ? page : finding.code] },
    },
  ];
}
