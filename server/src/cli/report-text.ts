import type { Analysis, Finding } from '../service';
import type { Outcome } from './report-json';

/** The findings of all files for people: place, severity, code and message, with the line in question. */
export function textReport(outcomes: readonly Outcome[]): string {
  const parts: string[] = [];
  let files = 0;
  let errors = 0;
  let others = 0;
  for (const { path, analysis, error } of outcomes) {
    if (error !== undefined) parts.push(`${path}: ${error}\n`);
    if (!analysis) continue;
    files++;
    for (const finding of analysis.findings) {
      if (finding.severity === 'error') errors++;
      else others++;
      parts.push(findingText(path, analysis, finding));
    }
  }
  const fixable = outcomes.reduce(
    (sum, { analysis }) => sum + (analysis?.findings.filter(({ fixes }) => fixes.length > 0).length ?? 0),
    0,
  );
  const fixes = fixable > 0 ? `, ${fixable} with a fix` : '';
  parts.push(`${count(files, 'file')} checked: ${count(errors, 'error')}, ${count(others, 'other finding')}${fixes}\n`);
  return parts.join('');
}

function findingText(path: string, analysis: Analysis, finding: Finding): string {
  const { line, character } = analysis.lines.position(finding.span.start);
  const start = analysis.lines.start(line);
  const text = analysis.text.slice(start, analysis.lines.start(line + 1)).replace(/\r?\n$/, '');
  const end = Math.min(finding.span.end, start + text.length);
  const marks = Math.max(1, end - finding.span.start);
  const indent = text.slice(0, character).replace(/[^\t]/g, ' ');
  const number = String(line + 1);
  const gutter = ' '.repeat(number.length);
  const excerpt =
    text.length <= 200 ? `  ${number} | ${printable(text)}\n  ${gutter} | ${indent}${'^'.repeat(marks)}\n` : '';
  return `${path}:${number}:${character + 1}: ${finding.severity}[${finding.code}]: ${printable(finding.message)}\n${excerpt}`;
}

/** Control characters would change the terminal's state. */
function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '\ufffd');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
