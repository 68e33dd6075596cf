import { opendir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FolderEntry } from '../service/index';
import { nodeConnection } from './node-channel';
import { nodeFiles } from './node-files';
import type { Platform } from './platform';
import { startServer } from './start';

/** Node: what is loaded later lies beside the bundle that this code is part of. */
const platform: Platform = {
  name: 'node',
  files: nodeFiles(),
  async loadPython() {
    const [{ loadPython }, runtime, grammar] = await Promise.all([
      import('../python/load'),
      readFile(path.join(__dirname, 'web-tree-sitter.wasm')),
      readFile(path.join(__dirname, 'tree-sitter-python.wasm')),
    ]);
    return loadPython({ runtime, grammar });
  },
  async listFolder(folder) {
    try {
      const entries: FolderEntry[] = [];
      for await (const entry of await opendir(folder)) {
        entries.push({ name: entry.name, isFolder: entry.isDirectory() });
        if (entries.length === MAX_ENTRIES) break;
      }
      return entries;
    } catch {
      return [];
    }
  },
};

/** Nobody looks for a file among more. */
const MAX_ENTRIES = 2000;

startServer(nodeConnection(process.argv.slice(2)), platform);
