import type * as vscode from 'vscode';

/** Lines that are kept. */
export const LAST_LINES = 40;

/** A longer line is cut. */
const LONGEST = 500;

const LEVELS = ['info', 'warn', 'error'] as const;

/** A log, and the last lines that were written to it. */
export interface LogLines extends vscode.LogOutputChannel {
  readonly last: readonly string[];
}

/** The same log, which keeps its last lines. */
export function keepingLines(log: vscode.LogOutputChannel): LogLines {
  const last: string[] = [];
  const keep = (text: string) => {
    for (const line of text.split('\n')) last.push(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
    last.splice(0, last.length - LAST_LINES);
  };
  const written = LEVELS.map((level) => {
    const value = (message: string | Error, ...words: unknown[]) => {
      keep(`[${level}] ${message}`);
      log[level](message as string, ...words);
    };
    return [level, { value }] as const;
  });
  return Object.create(log, { last: { value: last }, ...Object.fromEntries(written) }) as LogLines;
}
