import { quoted } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'The guest has no name',
  why: 'Every guest on a host is told apart by its name.',
  xl: 'xl refuses a file without a name. xm took the name of the file.',
  remedy: 'Give the guest a name.',
  before: 'memory = 512',
  after: 'name = "web"\nmemory = 512',
};

export const missingName: Rule = {
  code: 'missing-name',
  severity: 'error',
  *check(file) {
    if (file.release < 402 || file.sets('name')) return;
    const { python } = file.circumstances;
    if (!file.input.reading.ok && !python) return;
    // What cannot be evaluated may set it under a name that does not stand there: exec, execfile(), locals().
    if (python?.evaluation.statements.some(({ undecided, readsAll }) => undecided && readsAll)) return;
    const fixes: Fix[] = [];
    const { fileName } = file.circumstances;
    // a function that declares the name global would take the setting from xm
    if (fileName && !(python && /^[ \t]*global\b.*\bname\b/m.test(file.text))) {
      const name = quoted(file, fileName);
      const place = firstStatement(file.text);
      fixes.push({
        title: `Name it ${name} after the file, as xm did`,
        kind: 'safe',
        edits: [{ span: { start: place, end: place }, newText: `name = ${name}\n` }],
      });
    }
    const end = file.text.search(/\r?\n|$/);
    const message = 'The guest has no name. xl refuses the file: "Domain name must be specified." Add name = "...".';
    yield report(missingName, { start: 0, end }, message, fixes);
  },
};

/** Offset behind the comment lines and blank lines that a file begins with. */
function firstStatement(text: string): number {
  return /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text)![0].length;
}
