import { LineIndex } from '../syntax/lines';
import type { Result, Unread } from './convert';

/** What became of a file. The words are those of the JSON report. */
type Status = 'converted' | 'assumed' | 'decision' | 'unchanged' | 'failed' | 'other' | 'left-out';

const TITLES: Readonly<Record<Status, string>> = {
  decision: 'Needs a decision',
  assumed: 'Converted under assumptions',
  converted: 'Converted',
  unchanged: 'Nothing to convert',
  failed: 'Not read or not written',
  other: 'Not a guest configuration',
  'left-out': 'Left out',
};

/** Something that a person has to decide; places count from 0. */
interface Decision {
  readonly line: number;
  readonly character: number;
  readonly code?: string;
  readonly message: string;
}

interface Row {
  readonly path: string;
  readonly status: Status;
  /** The place below --out. */
  readonly result?: string;
  readonly decisions?: readonly Decision[];
  readonly assumptions?: readonly string[];
  readonly reason?: string;
}

/** A file that was passed over, and why. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** What a conversion of many files came to, for people and for programs: the same for the same files. */
export class FolderReport {
  readonly #rows: readonly Row[];

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
    return `${JSON.stringify({ version: 1, summary: this.#counts(), files: this.#rows }, null, 2)}\n`;
  }

  /** Headings by status, what needs a person first. */
  markdown(): string {
    const counts = this.#counts();
    const parts = ['# Conversion to xl\n', '| | files |\n| --- | --: |\n'];
    const statuses = Object.keys(TITLES) as Status[];
    parts[1] += statuses.map((status) => `| ${TITLES[status]} | ${counts[status]} |\n`).join('');
    for (const status of statuses) {
      const rows = this.#rows.filter((row) => row.status === status);
      if (rows.length > 0) parts.push(`## ${TITLES[status]}\n\n${rows.map(item).join('')}`);
    }
    return parts.join('\n');
  }

  #counts(): Record<Status, number> {
    const counts = Object.fromEntries(Object.keys(TITLES).map((status) => [status, 0])) as Record<Status, number>;
    for (const { status } of this.#rows) counts[status]++;
    return counts;
  }
}

function rowOf({ file, conversion, relative }: Result, error: string | undefined): Row {
  const { left, verdict, assumptions, text } = conversion;
  const about = { path: file.path, result: relative };
  if (error !== undefined) return { ...about, status: 'failed', reason: error };
  const lines = new LineIndex(file.text);
  const decisions: Decision[] = left.map(({ origin, code, message }) => ({ ...lines.position(origin), code, message }));
  if (decisions.length === 0 && verdict === 'refused') {
    decisions.push({ line: 0, character: 0, message: 'xl refuses the result' });
  }
  const assumed = assumptions.length > 0 ? { assumptions } : {};
  if (decisions.length > 0) return { ...about, status: 'decision', decisions, ...assumed };
  if (text === file.text) return { ...about, status: 'unchanged' };
  return { ...about, status: assumptions.length > 0 ? 'assumed' : 'converted', ...assumed };
}

function item({ path, result, decisions = [], assumptions = [], reason }: Row): string {
  const name = result !== undefined && !path.endsWith(result) ? ` (${code(result)})` : '';
  const more = [
    ...decisions.map(({ line, character, message }) => `  - ${line + 1}:${character + 1}: ${plain(message)}\n`),
    ...assumptions.map((text) => `  - assumed: ${plain(text)}\n`),
  ];
  return `- ${code(path)}${name}${reason === undefined ? '' : `: ${plain(reason)}`}\n${more.join('')}`;
}

/** Text in backquotes, whatever it holds. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${text.replace(/[\n\r]/g, '\ufffd')}${space}${fence}`;
}

/** Text without anything that Markdown would read as markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/[\n\r]+/g, ' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
