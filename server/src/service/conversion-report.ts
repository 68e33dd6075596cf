import { LineIndex } from '../syntax/lines';
import type { Conversion, Loss } from './convert';

/** What became of a file. The words are those of the JSON report. */
export type ConversionStatus = 'converted' | 'assumed' | 'decision' | 'unchanged' | 'failed' | 'other' | 'left-out';

const TITLES: Readonly<Record<ConversionStatus, string>> = {
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

/** One file of a conversion, and what became of it. */
export interface ConversionRow {
  readonly path: string;
  readonly status: ConversionStatus;
  /** The place below --out. */
  readonly result?: string;
  readonly decisions?: readonly Decision[];
  /** What went, in xl or with xm already; lines count from 0. */
  readonly losses?: readonly Loss[];
  readonly assumptions?: readonly string[];
  readonly reason?: string;
}

/** What became of a file that was read. */
export function conversionRow(path: string, before: string, conversion: Conversion): ConversionRow {
  const { left, losses, verdict, assumptions, text } = conversion;
  const lines = new LineIndex(before);
  const decisions: Decision[] = left.map(({ origin, code, message }) => ({ ...lines.position(origin), code, message }));
  if (decisions.length === 0 && verdict === 'refused') {
    decisions.push({ line: 0, character: 0, message: 'xl refuses the result' });
  }
  const more = {
    ...(losses.length > 0 && { losses }),
    ...(assumptions.length > 0 && { assumptions }),
  };
  if (decisions.length > 0) return { path, status: 'decision', decisions, ...more };
  if (text === before) return { path, status: 'unchanged' };
  return { path, status: assumptions.length > 0 ? 'assumed' : 'converted', ...more };
}

/** How many files there are of each status. */
export function conversionCounts(rows: readonly ConversionRow[]): Record<ConversionStatus, number> {
  const counts = Object.fromEntries(Object.keys(TITLES).map((status) => [status, 0])) as Record<
    ConversionStatus,
    number
  >;
  for (const { status } of rows) counts[status]++;
  return counts;
}

/** A report in Markdown: headings by status, what needs a person first. The rows are taken in their order. */
export function conversionMarkdown(rows: readonly ConversionRow[]): string {
  const counts = conversionCounts(rows);
  const parts = ['# Conversion to xl\n', '| | files |\n| --- | --: |\n'];
  const statuses = Object.keys(TITLES) as ConversionStatus[];
  parts[1] += statuses.map((status) => `| ${TITLES[status]} | ${counts[status]} |\n`).join('');
  for (const status of statuses) {
    const of = rows.filter((row) => row.status === status);
    if (of.length > 0) parts.push(`## ${TITLES[status]}\n\n${of.map(item).join('')}`);
  }
  return parts.join('\n');
}

function item({ path, result, decisions = [], losses = [], assumptions = [], reason }: ConversionRow): string {
  const name = result !== undefined && !path.endsWith(result) ? ` (${code(result)})` : '';
  const more = [
    ...decisions.map(({ line, character, message }) => `  - ${line + 1}:${character + 1}: ${plain(message)}\n`),
    ...losses.map(
      ({ line, by, text }) => `  - ${line + 1}: ${by === 'xl' ? 'lost in xl' : 'xm dropped'}: ${plain(text)}\n`,
    ),
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
