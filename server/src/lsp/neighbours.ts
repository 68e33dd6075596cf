import type { Analysis } from '../service/index';
import type { Server } from './server';

/** A text beside the one that is asked about. */
export interface Neighbour {
  readonly uri: string;
  /** The version of an open document; null for a file that is not open. */
  readonly version: number | null;
  readonly analysis: Analysis;
}

/** The other guest files that are known, each analysed; those that are too long for an analysis are left out. */
export async function neighboursOf(server: Server, uri: string): Promise<Neighbour[]> {
  const found: Neighbour[] = [];
  for (const document of server.documents.texts.all()) {
    if (document.uri === uri) continue;
    const checked = await server.documents.checked(document.uri);
    if (checked?.analysis) found.push({ uri: document.uri, version: checked.version, analysis: checked.analysis });
  }
  return found;
}
