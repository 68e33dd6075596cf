import type { Analysis, Surroundings } from '../service/index';
import type { Analysed } from './request';
import type { Server } from './server';

/** A text beside the one that is asked about. */
export interface Neighbour {
  readonly uri: string;
  /** The version of an open document; null for a file that is not open. */
  readonly version: number | null;
  readonly analysis: Analysis;
}

/**
 * The other guests' files in which a text stands, analysed: open documents as they are, others as they are on disk.
 * Files that are too long for an analysis are left out.
 */
export async function neighboursOf(server: Server, asked: Analysed, text: string): Promise<Neighbour[]> {
  const { documents, space } = server;
  const found: Neighbour[] = [];
  for (const document of documents.texts.all()) {
    if (document.uri === asked.document.uri || !document.getText().includes(text)) continue;
    const checked = await documents.checked(document.uri);
    if (checked?.analysis) found.push({ uri: document.uri, version: checked.version, analysis: checked.analysis });
  }
  for (const { uri, isOpen } of [...space.guests()]) {
    if (isOpen) continue;
    const content = await space.read(uri);
    if (!content?.includes(text)) continue;
    const analysis = await documents.analyseClosed(uri, content, asked.settings);
    if (analysis) found.push({ uri, version: null, analysis });
  }
  return found;
}

/** What the guests of all other files name; looked up when it is asked for. */
export function vocabularyOf({ space }: Server, uri: string): NonNullable<Surroundings['used']> {
  const records = function* () {
    for (const guest of space.guests()) if (guest.uri !== uri) yield guest.record;
  };
  const names = (kind: 'bridges' | 'scripts') => ({
    *[Symbol.iterator]() {
      const counts = new Map<string, number>();
      for (const { network } of records()) {
        for (const name of network?.[kind] ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      // what most guests have comes first
      for (const [name] of [...counts].sort(([, a], [, b]) => b - a)) yield name;
    },
  });
  return {
    bridges: names('bridges'),
    scripts: names('scripts'),
    get macs() {
      const macs = new Set<string>();
      for (const { claims } of records()) {
        for (const group of claims) for (const { kind, id } of group) if (kind === 'mac') macs.add(id);
      }
      return macs;
    },
  };
}
