import * as vscode from 'vscode';

/** Scheme of the read-only documents that are made of a file and follow it; the file's own URI stands in the query. */
export const PREVIEW_SCHEME = 'xencfg-preview';

/**
 * What is made of a file: its text as xl, the domain that xl builds from that, the same with libxl's defaults, and the
 * proof of the conversion.
 */
export type PreviewKind = 'xl' | 'domain' | 'completed' | 'proof';

/** The file's name as the tab shows it for each kind. */
const NAMES: Readonly<Record<PreviewKind, (name: string) => string>> = {
  xl: (name) => vscode.l10n.t('{0} (as xl)', name),
  domain: (name) => vscode.l10n.t('{0} (domain)', name),
  completed: (name) => vscode.l10n.t('{0} (domain with defaults)', name),
  proof: (name) => vscode.l10n.t('{0} (proof)', name),
};

/** The file that a preview shows, or the URI itself when it is no preview. */
export function sourceOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === PREVIEW_SCHEME ? vscode.Uri.parse(uri.query, true) : uri;
}

export function previewOf(source: vscode.Uri, kind: PreviewKind): vscode.Uri {
  const name = nameOf(source);
  const path = source.path.slice(0, source.path.length - name.length) + NAMES[kind](name);
  return vscode.Uri.from({ scheme: PREVIEW_SCHEME, path, query: source.toString(), fragment: kind });
}

/** What a preview shows of its file. */
export function kindOf(preview: vscode.Uri): PreviewKind {
  return Object.hasOwn(NAMES, preview.fragment) ? (preview.fragment as PreviewKind) : 'xl';
}

/** A file's own name, without its folder. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
