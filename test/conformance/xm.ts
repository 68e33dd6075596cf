import { convert } from '../../server/src/service';
import { readSettings } from '../../server/src/syntax/reading';
import type { Release } from '../../server/src/syntax/release';
import { pythonForTests } from '../unit/python-for-tests';
import { readXmCases, valueAt, type XmCase } from '../unit/xm-cases';
import { readConvertedFiles } from '../unit/xm-file-list';
import { Oracle, oracleProgram } from './oracle';
import { type DryRun, dryRunArguments, parseDryRun } from './xl';
import { BUILDS } from './xl/builds';

/** An xm text that is converted for the release of each xl. */
interface Subject {
  readonly label: string;
  readonly text: string;
  readonly options: XmCase['options'];
  readonly unsafe: boolean;
  /** What the domain has to hold, for the release that the case is about. */
  readonly domain: XmCase['domain'];
  /** The release that it is about; undefined where any will do. */
  readonly release?: Release;
}

/** What was found out beside the real xl. */
export interface XmOutcome {
  readonly summary: string;
  readonly problems: readonly string[];
}

function subjects(): Subject[] {
  const nothing = new Map<string, string>();
  const files = readConvertedFiles().map((file) => ({ ...file, domain: nothing }));
  return [...readXmCases().map((one) => ({ ...one, release: one.options.release })), ...files];
}

/**
 * Converts the xm files, and a text for each row of the tables about xm, for the releases of the real programs: what is
 * left with nothing to decide each has to accept, and its domain has to hold what xm's values stand for.
 */
export async function compareXm(root: string): Promise<XmOutcome> {
  const python = await pythonForTests();
  const problems: string[] = [];
  const counts: string[] = [];
  let values = 0;
  for (const { name, release, arch, program } of BUILDS) {
    if (arch !== 'x86') continue;
    const all = subjects().map((subject) => {
      const { text, left } = convert(subject.text, {
        ...subject.options,
        release,
        unsafe: subject.unsafe,
        python,
      });
      return { ...subject, text, settled: left.length === 0 };
    });
    const runs = await ask(
      root,
      program,
      all.map(({ text }) => text),
    );
    let accepted = 0;
    for (const [index, subject] of all.entries()) {
      const run = runs[index]!;
      if (run.code === 0) accepted++;
      if (subject.settled && run.code !== 0)
        problems.push(`${subject.label} for ${name}: refused: ${run.messages.slice(1).join(' | ')}`);
      // a case about the newest release holds for those that have the keys that it comes to
      if (run.code !== 0 || (subject.release ?? release) < release) continue;
      if (!sameText(subject, release, python)) continue;
      for (const [place, value] of subject.domain) {
        values++;
        const found = valueAt(JSON.parse(run.output), place) ?? 'nothing';
        if (found !== value) problems.push(`${subject.label} for ${name}: ${place} is ${found}, not ${value}`);
      }
    }
    counts.push(`${name} ${accepted}/${all.length}`);
  }
  return {
    summary: `xm: converted and accepted by xl ${counts.join(', ')}; ${values} values in their domains`,
    problems,
  };
}

/** True where the conversion for a release sets what that for the release of the case sets. */
function sameText(subject: Subject, release: Release, python: Awaited<ReturnType<typeof pythonForTests>>): boolean {
  if (subject.release === undefined || subject.release === release) return true;
  const [own, other] = [subject.release, release].map((one) => {
    const { text } = convert(subject.text, { ...subject.options, release: one, unsafe: subject.unsafe, python });
    return JSON.stringify(readSettings(text, { release: one }).settings.map(({ name, value }) => [name, value]));
  });
  return own === other;
}

async function ask(root: string, program: string, texts: readonly string[]): Promise<DryRun[]> {
  const xl = new Oracle(oracleProgram(root, program), dryRunArguments, 'length', { XLDRY_BATCH: 'frames' });
  const answers = await xl.ask(texts.map((text) => Buffer.from(text).toString('latin1')));
  xl.close();
  return answers.map(parseDryRun);
}
