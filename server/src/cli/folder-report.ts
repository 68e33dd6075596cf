import { type ConversionRow, conversionCounts, conversionMarkdown } from '../service';
import type { Converted } from './convert-file';

/** A file that could not be read or written. */
export interface Unread {
  readonly path: string;
  readonly error: string;
}

/** A file that was passed over, and why. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** What a conversion of many files came to, for people and for programs: the same for the same files. */
export class FolderReport {
  readonly #rows: readonly ConversionRow[];

  constructor(results: readonly Converted[], failed: readonly Unread[], passed: readonly PassedOver[]) {
    const rows = results.map(rowOf);
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

function rowOf({ row: { path, ...rest }, relative, written }: Converted): ConversionRow {
  if (written?.error !== undefined) return { path, status: 'failed', result: relative, reason: written.error };
  return { path, result: relative, ...rest };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
