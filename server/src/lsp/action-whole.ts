import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { fixAll } from '../service/index';
import type { Offered } from './action-findings';
import { CodeActionKind, CodeActionTriggerKind } from './numbers';
import { toTextEdits, toWorkspaceEdit } from './places';
import { FIX_ALL_KIND } from './protocol';
import type { Analysed } from './request';
import type { Server } from './server';

/** "Apply all safe fixes", as editors apply it on saving. */
export function offerSafeFixes(server: Server, checked: Analysed): CodeAction[] {
  const { edits } = fixAll(checked.analysis);
  if (edits.length === 0) return [];
  const changes = toTextEdits(checked.analysis.lines, edits);
  return [
    {
      title: server.caption('Apply all safe fixes of Xencfg'),
      kind: FIX_ALL_KIND,
      edit: toWorkspaceEdit(checked, changes, server.abilities),
    },
  ];
}

/** "Convert the whole file", where there is something to convert. Not with every move of the cursor: it is costly. */
export function offerConversion(server: Server, checked: Analysed, params: CodeActionParams): CodeAction[] {
  if (params.context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const { dialect, findings } = checked.analysis;
  const fixable = findings.some((finding) => finding.fixes.some((fix) => fix.kind !== 'unsafe'));
  if (dialect !== 'xm' && !fixable) return [];
  const title = server.caption('Convert the whole file to xl');
  const action: CodeAction = { title, kind: CodeActionKind.RefactorRewrite };
  const data: Offered = { uri: checked.document.uri, work: 'convert' };
  if (server.abilities.resolvesActionEdits) return [{ ...action, data }];
  const edit = convertAction(server, checked);
  return edit ? [{ ...action, edit }] : [];
}

/** The conversion's edits; undefined when it changes nothing. */
export function convertAction(server: Server, checked: Analysed): CodeAction['edit'] {
  const conversion = server.documents.conversion(checked);
  if (!conversion || conversion.edits.length === 0) return undefined;
  return toWorkspaceEdit(checked, toTextEdits(checked.analysis.lines, conversion.edits), server.abilities);
}
