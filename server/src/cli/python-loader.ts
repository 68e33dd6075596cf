import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Python } from '../python';

let loading: Promise<Python> | undefined;

/** The Python parser, from the wasm files beside the bundle; loaded once, when a file first needs it. */
export function pythonParser(): Promise<Python> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Python> {
  const { loadPython } = await import('../python/load');
  return loadPython({
    runtime: readFileSync(path.join(__dirname, 'web-tree-sitter.wasm')),
    grammar: readFileSync(path.join(__dirname, 'tree-sitter-python.wasm')),
  });
}
