// The folder that the suites open: a copy of samples/, because tests write into it.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
const samples = path.join(root, 'samples');

/** @returns the path of the copy */
export function copyWorkspace(folder) {
  const workspace = path.join(folder, 'workspace');
  cpSync(samples, workspace, { recursive: true });
  return workspace;
}

/** @returns the same files as an object: path below `folder` -> text */
export function workspaceFiles(folder) {
  const names = readdirSync(samples, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.posix.join(folder, path.relative(samples, file)), readFileSync(file, 'utf8')];
    }),
  );
}
