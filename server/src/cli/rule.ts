import { PAGES } from '../rules/pages';
import { RULES } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { UsageError } from './usage';
import { readWords } from './words';

/** `xencfg rule [CODE]`: the list of rules, or one rule's page. Gives the exit code. */
export function rule(words: readonly string[]): number {
  const { positionals } = readWords('rule', words);
  const [code] = positionals;
  if (code === undefined) {
    const width = Math.max(...RULES.map((row) => row.code.length));
    for (const row of RULES)
      process.stdout.write(`${row.code.padEnd(width)}  ${severityOf(row).padEnd(17)}  ${PAGES[row.code]!.title}\n`);
    return 0;
  }
  const found = RULES.find((row) => row.code === code);
  if (!found) throw new UsageError(`there is no rule "${code}"; "xencfg rule" lists them`);
  const { title, why, xl, remedy, before, after } = PAGES[found.code]!;
  const indent = (text: string) => (text === '' ? '  (nothing)' : text.replace(/^/gm, '  '));
  process.stdout.write(
    `${found.code}: ${title}\nSeverity: ${severityOf(found)}\n\n${why}\n\nWhat xl does: ${xl}\n\nWhat to do: ${remedy}\n\nBefore:\n${indent(before)}\nAfter:\n${indent(after)}\n`,
  );
  return 0;
}

/** A rule's own severity; for one that is not asked unless it was given one, that as well. */
function severityOf({ severity, off }: Rule): string {
  return off ? `off (${severity})` : severity;
}
