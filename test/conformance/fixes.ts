import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_HOST } from '../../server/src/model';
import type { Python } from '../../server/src/python';
import type { Finding, Fix, FixKind } from '../../server/src/rules/finding';
import { type AnalyseOptions, type Analysis, analyse, convert } from '../../server/src/service';
import { decode, encode } from '../../server/src/syntax/file-bytes';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from '../unit/python-for-tests';
import { readRuleCases } from '../unit/rule-cases';
import { readXmCases } from '../unit/xm-cases';
import { type DryRun, dryRun } from './xl';
import { compareXm } from './xm';

/** The release of the xl that Debian 12 has. */
const RELEASE = 417;
/** More fixes than any file needs until xl reads it. */
const MOST_STEPS = 60;

/** A text as it is judged, and where it came from. */
interface Subject {
  readonly label: string;
  readonly text: string;
  readonly options: AnalyseOptions;
}

/** A fix applied alone to a text. */
interface Trial {
  readonly subject: Subject;
  readonly finding: Finding;
  readonly fix: Fix;
  readonly after: string;
}

const { values } = parseArgs({ options: { root: { type: 'string' }, fixes: { type: 'boolean' } }, strict: false });
const root = String(values.root);
process.chdir(root);

function subjects(python: Python): Subject[] {
  // the machine of xl-dry
  const options = { release: RELEASE, host: DEFAULT_HOST, python };
  const cases = [...readRuleCases('test/fixtures/rules').values()].flatMap(({ report }) => report);
  const files = ['samples', 'test/fixtures/xm'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(md|json)$/.test(entry.name))
      .map(({ parentPath, name }) => path.join(parentPath, name)),
  );
  return [
    ...cases.map((one) => ({ label: one.label, text: one.text, options: { ...one.options, ...options } })),
    ...readXmCases().map((one) => ({ label: one.label, text: one.text, options: { ...one.options, ...options } })),
    ...files.map((file) => ({
      label: file,
      text: decode(readFileSync(file)),
      options: { ...options, fileName: path.basename(file) },
    })),
  ];
}

/** The subject with safe fixes for what xl refuses, and nothing else: then xl can tell what every other fix changes. */
function readable(subject: Subject): Subject | undefined {
  let { text } = subject;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { findings, verdict } = analyse(text, subject.options);
    if (verdict === 'accepted')
      return text === subject.text ? undefined : { ...subject, text, label: `${subject.label} made readable` };
    const fixes = findings.filter(({ severity }) => severity === 'error').flatMap((finding) => finding.fixes);
    const fix = fixes.find(({ kind }) => kind === 'safe') ?? fixes[0];
    if (!fix) return undefined;
    text = applyEdits(text, fix.edits);
  }
  return undefined;
}

function trials(subject: Subject): Trial[] {
  return analyse(subject.text, subject.options).findings.flatMap((finding) =>
    finding.fixes.map((fix) => ({ subject, finding, fix, after: applyEdits(subject.text, fix.edits) })),
  );
}

function bytes(text: string): string {
  return Buffer.from(encode(text)).toString('latin1');
}

/** What a fix breaks of the promise that its kind makes; undefined when it keeps it. */
function broken({ subject, finding, fix, after }: Trial, before: DryRun, run: DryRun): string | undefined {
  const analysis = analyse(after, subject.options);
  const words = run.messages.slice(1).join(' | ');
  if ((analysis.verdict === 'accepted') !== (run.code === 0))
    return `our verdict is ${analysis.verdict}, xl's is not: ${words}`;
  if (before.code !== 0)
    return stillThere(finding, subject, analysis) ? 'xl refuses the text for the same reason' : undefined;
  if (fix.kind === 'unsafe') return undefined;
  if (run.code !== 0) return `xl accepted the text before and refuses it now: ${words}`;
  if (fix.kind === 'safe' && before.output !== run.output) {
    return `the domain is another one:\n      ${differing(before.output, run.output)}`;
  }
  return undefined;
}

/** True when the result has as many findings with that message about the same words as the text had. */
function stillThere(finding: Finding, subject: Subject, result: Analysis): boolean {
  if (finding.severity !== 'error') return false;
  const words = subject.text.slice(finding.span.start, finding.span.end);
  const count = ({ findings, text }: Analysis) =>
    findings.filter(
      ({ code, message, span }) =>
        code === finding.code && message === finding.message && text.slice(span.start, span.end) === words,
    ).length;
  return count(result) >= count(analyse(subject.text, subject.options));
}

/** The parts of two domains, as JSON, that are not in both. */
function differing(before: string, after: string): string {
  const [old, now] = [before.split(/(?=[,{[])/), after.split(/(?=[,{[])/)];
  const less = old.filter((part) => !now.includes(part)).map((part) => `-${part}`);
  return [...less, ...now.filter((part) => !old.includes(part)).map((part) => `+${part}`)].join(' ');
}

const python = await pythonForTests();
const all = subjects(python).flatMap((subject) => [subject, readable(subject) ?? []].flat());
const tried = all.flatMap(trials);
const before = await dryRun(
  root,
  all.map(({ text }) => bytes(text)),
);
const runs = await dryRun(
  root,
  tried.map(({ after }) => bytes(after)),
);
const runOf = new Map(all.map((subject, index) => [subject, before[index]!]));

let problems = 0;
const counts: Record<FixKind, number> = { safe: 0, restoring: 0, unsafe: 0 };
let equal = 0;
let changed = 0;
for (const [index, trial] of tried.entries()) {
  const first = runOf.get(trial.subject)!;
  counts[trial.fix.kind]++;
  if (first.code === 0 && trial.fix.kind === 'safe') equal++;
  if (first.code === 0 && trial.fix.kind === 'restoring' && first.output !== runs[index]!.output) changed++;
  const problem = broken(trial, first, runs[index]!);
  if (problem === undefined) continue;
  problems++;
  console.log(
    `  BROKEN PROMISE: ${trial.subject.label}: ${trial.finding.code}: ${trial.fix.title} (${trial.fix.kind})\n    ${problem}`,
  );
}

const converted = all.map(({ text, options }) => convert(text, options));
const verdicts = await dryRun(
  root,
  converted.map(({ text }) => bytes(text)),
);
for (const [index, conversion] of converted.entries()) {
  const run = verdicts[index]!;
  if ((run.code === 0) === (conversion.verdict === 'accepted')) continue;
  problems++;
  console.log(
    `  CONVERSION: ${all[index]!.label}: ours says ${conversion.verdict}, xl: ${run.messages.slice(1).join(' | ')}`,
  );
}

console.log(
  `fixes: ${all.length} texts; applied alone: ${counts.safe} safe (${equal} with an accepted text and its domain), ` +
    `${counts.restoring} restoring (${changed} with another domain than before), ${counts.unsafe} unsafe; ${problems} BROKEN`,
);
const xm = await compareXm(root);
for (const problem of xm.problems) console.log(`  XM: ${problem}`);
problems += xm.problems.length;
console.log(xm.summary);
if (equal === 0 || changed === 0) throw new Error('nothing was compared');
process.exitCode = problems === 0 ? 0 : 1;
