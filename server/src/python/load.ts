import { evaluate } from './evaluate';
import { loadParser, type PythonBinaries, type PythonParser } from './parser';
import { renderXlValue } from './render';
import { rewrite } from './rewrite';

/**
 * All that other layers do with Python. They are handed it and import no more than types from here, so that it can be
 * loaded when a file first holds Python.
 */
export interface Python extends PythonParser {
  readonly evaluate: typeof evaluate;
  readonly rewrite: typeof rewrite;
  readonly renderXlValue: typeof renderXlValue;
}

/** Starts the Python parser. Rejects when a file is not the WebAssembly that it should be. */
export async function loadPython(binaries: PythonBinaries): Promise<Python> {
  return { ...(await loadParser(binaries)), evaluate, rewrite, renderXlValue };
}
