// The folder that the suites open: a copy of samples/ and of the planted conflicts, because tests write into it.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
const samples = path.join(root, 'samples');
const conflicts = path.join(root, 'test/fixtures/conflicts');

/** @returns the path of the copy */
export function copyWorkspace(folder) {
  const workspace = path.join(folder, 'workspace');
  cpSync(samples, workspace, { recursive: true });
  cpSync(conflicts, path.join(workspace, 'conflicts'), { recursive: true, verbatimSymlinks: true });
  return workspace;
}

/** @returns the same files as an object: path below `folder` -> text */
export function workspaceFiles(folder) {
  return Object.fromEntries([...textsOf(samples, folder), ...textsOf(conflicts, path.posix.join(folder, 'conflicts'))]);
}

function textsOf(source, folder) {
  const entries = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.posix.join(folder, path.relative(source, file)), readFileSync(file, 'utf8')];
  });
}
