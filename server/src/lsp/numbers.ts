// Numbers and words of the protocol. vscode-languageserver has all of them and much else; the compiler compares ours with it.
import type * as Lsp from 'vscode-languageserver';

export const CodeActionKind = {
  QuickFix: 'quickfix',
  RefactorRewrite: 'refactor.rewrite',
} as const satisfies Partial<typeof Lsp.CodeActionKind>;

export const CodeActionTriggerKind = { Automatic: 2 } as const satisfies Partial<typeof Lsp.CodeActionTriggerKind>;

export const CompletionItemKind = {
  Field: 5,
  Property: 10,
  Value: 12,
  Snippet: 15,
  File: 17,
  Folder: 19,
} as const satisfies Partial<typeof Lsp.CompletionItemKind>;
export type CompletionItemKind = Lsp.CompletionItemKind;

export const CompletionItemTag = { Deprecated: 1 } as const satisfies Partial<typeof Lsp.CompletionItemTag>;

export const DiagnosticSeverity = {
  Error: 1,
  Warning: 2,
  Information: 3,
  Hint: 4,
} as const satisfies typeof Lsp.DiagnosticSeverity;
export type DiagnosticSeverity = Lsp.DiagnosticSeverity;

export const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 } as const satisfies typeof Lsp.DiagnosticTag;
export type DiagnosticTag = Lsp.DiagnosticTag;

export const DocumentDiagnosticReportKind = {
  Full: 'full',
  Unchanged: 'unchanged',
} as const satisfies typeof Lsp.DocumentDiagnosticReportKind;

export const DocumentHighlightKind = { Read: 2, Write: 3 } as const satisfies Partial<typeof Lsp.DocumentHighlightKind>;

export const FileChangeType = { Deleted: 3 } as const satisfies Partial<typeof Lsp.FileChangeType>;

export const FoldingRangeKind = {
  Comment: 'comment',
  Imports: 'imports',
  Region: 'region',
} as const satisfies typeof Lsp.FoldingRangeKind;

export const InsertTextFormat = { PlainText: 1, Snippet: 2 } as const satisfies typeof Lsp.InsertTextFormat;

export const LSPErrorCodes = {
  RequestFailed: -32803,
  RequestCancelled: -32800,
} as const satisfies Partial<typeof Lsp.LSPErrorCodes>;

export const MarkupKind = { PlainText: 'plaintext', Markdown: 'markdown' } as const satisfies Partial<
  typeof Lsp.MarkupKind
>;

export const SymbolKind = {
  File: 1,
  Module: 2,
  Property: 7,
  Field: 8,
  Interface: 11,
  Function: 12,
  Variable: 13,
  String: 15,
  Array: 18,
  Key: 20,
} as const satisfies Partial<typeof Lsp.SymbolKind>;
export type SymbolKind = Lsp.SymbolKind;

export const TextDocumentSyncKind = { Incremental: 2 } as const satisfies Partial<typeof Lsp.TextDocumentSyncKind>;
