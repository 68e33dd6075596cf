import { readFileSync } from 'node:fs';
import { loadPython, type Python } from '../../server/src/python';

let loading: Promise<Python> | undefined;

/** The Python parser, from the packages that the build takes it from. */
export function pythonForTests(): Promise<Python> {
  loading ??= loadPython({
    runtime: readFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm'),
    grammar: readFileSync('node_modules/tree-sitter-python/tree-sitter-python.wasm'),
  });
  return loading;
}
