import { type ConversionRow, conversionCounts, conversionMarkdown, conversionRow } from '../service';
import type { Result, Unread } from './convert';

/** A file that was passed over, and why. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** What a conversion of many files came to, for people and for programs: the same for the same files. */
export class FolderReport {
  readonly #rows: readonly ConversionRow[];

  constructor(results: readonly Result[], failed: readonly Unread[], passed: readonly PassedOver[]) {
    const notWritten = new Map(failed.map(({ path, error }) => [path, error]));
    const rows = results.map((result) => rowOf(result, notWritten.get(result.file.path)));
    const known = new Set(rows.map(({ path }) => path));
    for (const { path, error } of failed) {
      if (!known.has(path)) rows.push({ path, status: 'failed', reason: error });
    }
    for (const { path, reason } of passed) {
      const isOther = /^not a |: not a guest|^too large|^xl\.conf|^cpupool/.test(reason);
      rows.push({ path, status: isOther ? 'other' : 'left-out', reason });
    }
    this.#rows = rows.sort((a, b) => compare(a.path, b.path) || compare(a.result ?? '', b.result ?? ''));
  }

  /** One JSON document, version 1. */
  json(): string {
    return `${JSON.stringify({ version: 1, summary: conversionCounts(this.#rows), files: this.#rows }, null, 2)}\n`;
  }

  /** Headings by status, what needs a person first. */
  markdown(): string {
    return conversionMarkdown(this.#rows);
  }
}

function rowOf({ file, conversion, relative }: Result, error: string | undefined): ConversionRow {
  if (error !== undefined) return { path: file.path, status: 'failed', result: relative, reason: error };
  const { path, ...rest } = conversionRow(file.path, file.text, conversion);
  return { path, result: relative, ...rest };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
