import type { ClientCapabilities } from 'vscode-languageserver';
import { DiagnosticTag, MarkupKind } from './numbers';

/** What the client on the other side can do, as far as the server's answers depend on it. */
export interface Abilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesInlays: boolean;
  readonly linksCodes: boolean;
  readonly relatedInformation: boolean;
  readonly watchesFiles: boolean;
  readonly hasFolders: boolean;
  readonly diagnosticTags: ReadonlySet<DiagnosticTag>;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly versionedEdits: boolean;
  readonly codeActions: boolean;
  readonly resolvesActionEdits: boolean;
  readonly preferredActions: boolean;
  readonly showsDocuments: boolean;
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly completionTags: boolean;
  readonly completionMarkdown: boolean;
  readonly resolvesDocumentation: boolean;
  /** True when a list may say once what its items replace, and how their texts are meant. */
  readonly completionDefaults: boolean;
  readonly hoverMarkdown: boolean;
  readonly preparesRename: boolean;
  readonly symbolTrees: boolean;
  /** True when the client takes what has changed in the semantic tokens alone. */
  readonly tokenDeltas: boolean;
  /** The most folding ranges that the client wants. */
  readonly foldingLimit: number | undefined;
  readonly signatureMarkdown: boolean;
  readonly labelOffsets: boolean;
}

/** Reads a client's capabilities; what it does not mention it can't do. */
export function readAbilities(client: ClientCapabilities): Abilities {
  const document = client.textDocument;
  const workspace = client.workspace;
  const item = document?.completion?.completionItem;
  const signature = document?.signatureHelp?.signatureInformation;
  const diagnostic = document?.diagnostic ? document.diagnostic : document?.publishDiagnostics;
  const defaults = document?.completion?.completionList?.itemDefaults;
  const tokens = document?.semanticTokens?.requests?.full;
  const known = [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated];
  return {
    pullsDiagnostics: document?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlays: workspace?.inlayHint?.refreshSupport === true,
    relatedInformation: diagnostic?.relatedInformation === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    linksCodes: diagnostic?.codeDescriptionSupport === true,
    diagnosticTags: new Set(known.filter((tag) => diagnostic?.tagSupport?.valueSet.includes(tag))),
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActions: document?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActionEdits:
      document?.codeAction?.dataSupport === true &&
      document.codeAction.resolveSupport?.properties.includes('edit') === true,
    preferredActions: document?.codeAction?.isPreferredSupport === true,
    showsDocuments: client.window?.showDocument?.support === true,
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    completionTags: item?.tagSupport !== undefined,
    completionMarkdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    resolvesDocumentation: item?.resolveSupport?.properties.includes('documentation') === true,
    completionDefaults: ['editRange', 'insertTextFormat'].every((one) => defaults?.includes(one)),
    hoverMarkdown: document?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    preparesRename: document?.rename?.prepareSupport === true,
    tokenDeltas: typeof tokens === 'object' && tokens.delta === true,
    symbolTrees: document?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: document?.foldingRange?.rangeLimit,
    signatureMarkdown: signature?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    labelOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
  };
}
