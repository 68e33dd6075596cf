import { isDifference, type ProofRow } from '../migrate/proof';
import type { Conversion } from './convert';
import { builtBefore, cellsOf, headOf, summaryOf } from './proof-words';

/**
 * The proof of a conversion as a page of Markdown: parameters, assumptions, what is left to decide, the fields that
 * differ with their reasons, and those that are the same.
 * @param name of the file, for the title
 */
export function proofPage(conversion: Conversion, name: string): string {
  const proof = conversion.prove();
  const head = headOf(proof);
  const different = proof.rows.filter(isDifference);
  const same = proof.rows.filter((row) => !isDifference(row));
  const parameters = conversion.parameters.map(({ name, value, problem }) => {
    if (value === undefined) return `${code(name)} has no value`;
    return `${code(name)} is ${code(value)}${problem === undefined ? '' : `, which the file refuses: ${plain(problem)}`}`;
  });
  return [
    `# ${plain(name)}: ${builtBefore(proof)} and what xl will build\n`,
    `${summaryOf(proof).join(' ')}\n`,
    list('Parameters', parameters),
    list('Assumed', conversion.assumptions.map(plain)),
    list(
      'Left to decide',
      conversion.left.map(({ message }) => plain(message)),
    ),
    different.length === 0 ? '' : `## Different\n\n${differences(head, different)}`,
    same.length === 0 ? '' : `## The same\n\n${table(['Field', 'Value'], same.map(sameCells))}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`;
}

/** Both sides in one column: there is room for the reason in a narrow editor. */
function differences(
  [field, before, after, why]: readonly [string, string, string, string],
  rows: readonly ProofRow[],
) {
  const lines = rows.map((row, i) => {
    const { field, before, after, kind, text } = cellsOf(row, rows[i - 1]);
    return [code(field), `${value(row.before, before)} → ${value(row.after, after)}`, `**${kind}**: ${plain(text)}`];
  });
  return table([field, `${before} → ${after}`, why], lines);
}

function sameCells(row: ProofRow): string[] {
  const { field, before } = cellsOf(row);
  return [code(field), value(row.before, before)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}

function value(given: string | undefined, shown: string): string {
  if (given === undefined) return 'not set';
  const [, text = '', mark = ''] = /^(.*?)( \(default\))?$/s.exec(shown)!;
  return code(text) + mark;
}

/** Text as code: backquotes are not looked at within longer fences, a | would end the cell. */
function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** Text in which no character is Markdown's or HTML's. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&');
}
