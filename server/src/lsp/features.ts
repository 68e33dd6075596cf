import type { ServerCapabilities } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { ACTION_KINDS, answerCodeActions } from './actions';
import { answerCommands, OPEN_RULE_COMMAND } from './commands';
import { answerCompletions, TRIGGER_CHARACTERS } from './completion';
import { answerConversions } from './conversion';
import { answerFolderConversions } from './convert-folder';
import { answerPulls } from './diagnostics';
import { answerFolding } from './folding';
import { answerFormatting, TYPED } from './formatting';
import { answerGuestLists } from './guest-list';
import { answerHovers } from './hover';
import { answerInlays } from './inlays';
import { answerJudgements } from './judgement';
import { answerLenses } from './lenses';
import { answerLinks } from './links';
import { answerNames } from './names';
import { answerSelections } from './selection';
import type { Server } from './server';
import { answerSignatures, SIGNATURE_TRIGGERS } from './signature';
import { answerSymbols } from './symbols';
import { answerTokens, LEGEND } from './tokens';
import { answerWorkspacePulls } from './workspace-diagnostics';
import { answerWorkspaceSymbols } from './workspace-symbols';

/** Something that an editor asks for: what the server announces of it, and the handlers. */
interface Feature {
  readonly answer: (server: Server) => void;
  readonly announce: (abilities: Abilities) => ServerCapabilities;
}

/** Every feature of the server. One more is one line here and a file beside this one. */
const FEATURES: readonly Feature[] = [
  {
    answer: (server) => {
      answerPulls(server);
      answerWorkspacePulls(server);
    },
    announce: ({ pullsDiagnostics, refreshesDiagnostics }) =>
      pullsDiagnostics
        ? { diagnosticProvider: { interFileDependencies: !refreshesDiagnostics, workspaceDiagnostics: true } }
        : {},
  },
  {
    answer: answerCodeActions,
    announce: () => ({ codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: true } }),
  },
  {
    answer: answerCommands,
    announce: ({ showsDocuments }) =>
      showsDocuments ? { executeCommandProvider: { commands: [OPEN_RULE_COMMAND] } } : {},
  },
  { answer: answerHovers, announce: () => ({ hoverProvider: true }) },
  {
    answer: answerCompletions,
    announce: ({ resolvesDocumentation: resolveProvider }) => ({
      completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider },
    }),
  },
  {
    answer: answerSignatures,
    announce: () => ({ signatureHelpProvider: { triggerCharacters: [...SIGNATURE_TRIGGERS] } }),
  },
  { answer: answerConversions, announce: () => ({}) },
  { answer: answerFolderConversions, announce: () => ({}) },
  { answer: answerJudgements, announce: () => ({}) },
  { answer: answerGuestLists, announce: () => ({}) },
  { answer: answerSymbols, announce: () => ({ documentSymbolProvider: true }) },
  { answer: answerWorkspaceSymbols, announce: () => ({ workspaceSymbolProvider: true }) },
  { answer: answerFolding, announce: () => ({ foldingRangeProvider: true }) },
  { answer: answerSelections, announce: () => ({ selectionRangeProvider: true }) },
  {
    answer: answerNames,
    announce: ({ preparesRename }) => ({
      documentHighlightProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: preparesRename ? { prepareProvider: true } : true,
    }),
  },
  {
    answer: answerFormatting,
    announce: () => ({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: TYPED[0], moreTriggerCharacter: TYPED.slice(1) },
    }),
  },
  { answer: answerLinks, announce: () => ({ documentLinkProvider: {} }) },
  {
    answer: answerTokens,
    announce: ({ tokenDeltas }) => ({
      semanticTokensProvider: { legend: LEGEND, full: tokenDeltas ? { delta: true } : true, range: true },
    }),
  },
  { answer: answerInlays, announce: () => ({ inlayHintProvider: true }) },
  { answer: answerLenses, announce: () => ({ codeLensProvider: {} }) },
];

/** Registers the handlers of every feature. */
export function answerAll(server: Server): void {
  for (const feature of FEATURES) feature.answer(server);
}

/** What the server announces to a client of those abilities. */
export function announceAll(abilities: Abilities): ServerCapabilities {
  return Object.assign({}, ...FEATURES.map(({ announce }) => announce(abilities)));
}
