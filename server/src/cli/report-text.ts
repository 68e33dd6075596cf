import type { Severity } from '../service';
import type { FileReport, ReportedFinding } from './file-report';
import type { Reporter, ReportOptions, Tally } from './reporter';

/** So much of a long line is shown around a finding. */
const MOST_SHOWN = 160;

const COLORS: Readonly<Record<Severity | 'path' | 'dim', string>> = {
  error: '1;31',
  warning: '1;33',
  information: '1;36',
  hint: '1;36',
  path: '1',
  dim: '2',
};

/** The findings for people: place, severity, code and message, with the line in question. */
export function textReporter({ color, quiet, statistics }: ReportOptions): Reporter {
  const paint: Paint = (text, of) => (color ? `\x1b[${COLORS[of]}m${text}\x1b[0m` : text);
  return {
    begin: () => '',
    file: ({ path, error, findings }: FileReport) => {
      const failed = error === undefined ? '' : `${paint(printable(path), 'path')}: ${printable(error)}\n`;
      return failed + (statistics ? '' : findings.map((finding) => findingText(path, finding, paint)).join(''));
    },
    end: (tally) => (statistics ? table(tally) : '') + (quiet ? '' : summary(tally)),
  };
}

type Paint = (text: string, of: keyof typeof COLORS) => string;

function findingText(path: string, finding: ReportedFinding, paint: Paint): string {
  const { code, severity, message, range, line } = finding;
  const number = String(range.start.line + 1);
  const column = range.start.character;
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const from = column > MOST_SHOWN - 40 ? column - 40 : 0;
  const shown = line.slice(from, from + MOST_SHOWN);
  const cut = from > 0 ? '…' : '';
  const marks = '^'.repeat(Math.max(1, Math.min(end, from + MOST_SHOWN) - column));
  const indent = cut + line.slice(from, column);
  const gutter = ' '.repeat(number.length);
  const tail = from + MOST_SHOWN < line.length ? '…' : '';
  return `${paint(printable(path), 'path')}:${number}:${column + 1}: ${paint(severity, severity)}[${code}]: ${printable(message)}
${paint(`  ${number} |`, 'dim')} ${cut}${printable(shown)}${tail}
${paint(`  ${gutter} |`, 'dim')} ${indent.replace(/[^\t]/g, ' ')}${paint(marks, severity)}
`;
}

/** Control characters would change the terminal's state, and line ends the meaning of what follows. */
function printable(text: string): string {
  return text.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

function table({ byCode }: Tally): string {
  const width = Math.max(0, ...[...byCode.values()].map(({ count }) => String(count).length));
  return [...byCode]
    .map(([code, { count, fixable }]) => `${String(count).padStart(width)}  ${code}${fixesOf(fixable)}\n`)
    .join('');
}

function fixesOf(fixable: number): string {
  return fixable > 0 ? ` (${fixable} with a fix)` : '';
}

function summary({ files, errors, warnings, others, fixable, failed, hidden }: Tally): string {
  const parts = [count(errors, 'error')];
  parts.push(count(warnings + others, 'other finding'));
  if (fixable > 0) parts.push(`${fixable} with a fix`);
  if (failed > 0) parts.push(`${count(failed, 'file')} not checked`);
  if (hidden > 0) parts.push(`${hidden} not shown`);
  return `${count(files, 'file')} checked: ${parts.join(', ')}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
