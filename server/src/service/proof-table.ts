import { isDifference, type Proof, type ProofRow } from '../migrate/proof';

/** Longer values are cut: the table has to fit on a screen. */
const MOST_OF_VALUE = 48;

const KINDS = {
  backend: 'other means',
  default: 'changed default',
  dropped: 'dropped by xl',
  form: 'read otherwise',
  'other-key': 'another key',
  undecided: 'left to decide',
  unsafe: 'unsafe choice',
} as const;

/**
 * A proof as lines of text with aligned columns, for a terminal or a plain document: what differs, or with `all`
 * every field; the last line counts.
 */
export function proofTable({ builder, rows, accepted }: Proof, all = false): string {
  const different = rows.filter(isDifference);
  const shown = all ? rows : different;
  const head = ['FIELD', builder === 'xm' ? 'XM BUILT' : 'XL BUILT', 'XL WILL BUILD', 'WHY THEY DIFFER'];
  const lines = [head, ...shown.map((row, i) => cells(row, shown[i - 1]))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => width(line[column]!))));
  const table = lines.map((line) => line.map((text, i) => text + ' '.repeat(widths[i]! - width(text))).join('  '));
  const unknown = different.filter(({ reason }) => !reason).length;
  const summary = [
    `${rows.length - different.length} ${rows.length - different.length === 1 ? 'field is' : 'fields are'} the same`,
    different.length === 0 ? 'nothing differs' : `${different.length} ${different.length === 1 ? 'differs' : 'differ'}`,
    ...(unknown > 0 ? [`${unknown} without a known reason: please report it`] : []),
  ].join(', ');
  const rest = accepted ? '' : 'xl refuses the file until it is decided what is left.\n';
  const body = shown.length === 0 ? '' : `${table.map((line) => line.trimEnd()).join('\n')}\n`;
  return `${body}${summary}.\n${rest}`;
}

function cells(row: ProofRow, above: ProofRow | undefined): [string, string, string, string] {
  const { field, before, after, reason } = row;
  const text = reason?.text === above?.reason?.text ? 'as above' : reason?.text;
  const why = reason ? `${KINDS[reason.kind]}: ${text}` : isDifference(row) ? '(no known reason)' : '';
  return [field, value(before), value(after), printable(why)];
}

function value(text: string | undefined): string {
  if (text === undefined) return '(not set)';
  const line = printable(text);
  return line.length > MOST_OF_VALUE ? `${line.slice(0, MOST_OF_VALUE - 3)}...` : line === '' ? '""' : line;
}

/** Line ends and control characters would break the table. */
function printable(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\x00-\x1f\x7f]/g, '\ufffd');
}

function width(text: string): number {
  return [...text].length;
}
