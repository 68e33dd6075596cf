import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { toFile } from './file-names';

/**
 * Makes a folder and those above it that are missing, one by one: Node's own way (20) never ends where the system says
 * that a folder is missing whose parent is there, as below /proc. Throws what the system says.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let place = folder; !isThere(place); place = path.dirname(place)) missing.push(place);
  for (const place of missing.reverse()) {
    try {
      mkdirSync(toFile(place));
    } catch (error) {
      // somebody else was quicker
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isThere(place: string): boolean {
  return statSync(toFile(place), { throwIfNoEntry: false }) !== undefined;
}
