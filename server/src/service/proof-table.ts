import { isDifference, type Proof, type ProofRow } from '../migrate/proof';
import { cellsOf, headOf, summaryOf } from './proof-words';

/** Longer values are cut: the table has to fit on a screen. */
const MOST_OF_VALUE = 48;

/**
 * A proof as lines of text with aligned columns, for a terminal: what differs, or with `all` every field; the last line
 * counts.
 */
export function proofTable(proof: Proof, all = false): string {
  const shown = all ? proof.rows : proof.rows.filter(isDifference);
  const head = headOf(proof);
  const lines = [head.map((text) => text.toUpperCase()), ...shown.map((row, i) => cells(row, shown[i - 1]))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => width(line[column]!))));
  const table = lines.map((line) => line.map((text, i) => text + ' '.repeat(widths[i]! - width(text))).join('  '));
  const body = shown.length === 0 ? '' : `${table.map((line) => line.trimEnd()).join('\n')}\n`;
  return (
    body +
    summaryOf(proof)
      .map((sentence) => `${sentence}\n`)
      .join('')
  );
}

function cells(row: ProofRow, above: ProofRow | undefined): string[] {
  const { field, before, after, kind, text } = cellsOf(row, above);
  return [field, cut(before), cut(after), kind === '' ? '' : `${kind}: ${text}`];
}

function cut(text: string): string {
  return text.length > MOST_OF_VALUE ? `${text.slice(0, MOST_OF_VALUE - 3)}...` : text;
}

function width(text: string): number {
  return [...text].length;
}
