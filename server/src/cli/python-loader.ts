import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPython, type PythonParser } from '../python';

let loading: Promise<PythonParser> | undefined;

/** The Python parser, from the wasm files beside the bundle; loaded once, when a file first needs it. */
export function pythonParser(): Promise<PythonParser> {
  loading ??= loadPython({
    runtime: readFileSync(path.join(__dirname, 'web-tree-sitter.wasm')),
    grammar: readFileSync(path.join(__dirname, 'tree-sitter-python.wasm')),
  });
  return loading;
}
