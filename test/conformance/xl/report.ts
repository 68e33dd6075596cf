import { askNow, oracleProgram } from '../oracle';
import { literal } from '../run';
import { shrink } from '../shrink';
import { type DryRun, dryRunArguments, parseDryRun } from '../xl';
import { unknownNames } from './asked';
import { BUILDS, type Build } from './builds';
import { disagreement, modelOf } from './compare';
import { uncovered } from './coverage';
import { type Question, questionFrame } from './question';
import type { Group, Outcome } from './run';

/** As many groups get their example cut down. */
const MINIMISED = 12;

/** Tells what came out of every build, as a table; true when nothing differs and everything is covered. */
export function reportBuilds(root: string, outcomes: readonly Outcome[], seed: string): boolean {
  const sorted = BUILDS.flatMap((build) => outcomes.filter((outcome) => outcome.build === build));
  console.log(`xl, seed ${seed}: verdict, messages and domain beside the real xl's`);
  let good = true;
  for (const outcome of sorted) {
    const { build, families, guests, agreed, excepted, groups, seconds } = outcome;
    const differing = [...groups.values()].reduce((sum, { count }) => sum + count, 0);
    console.log(`xl ${build.name}: ${families + guests} inputs in ${seconds.toFixed(1)} s, ${differing} differences`);
    console.log(`  accepted ${agreed.accepted}, refused ${agreed.refused}`);
    for (const [why, count] of excepted) console.log(`  left out or in part ${count}: ${why}`);
    reportGroups(root, build, [...groups.values()]);
    good = differing === 0 && good;
    if (build.oneIn === 1) good = reportCoverage(outcome) && reportNames(root, build) && good;
  }
  return good;
}

function reportCoverage(outcome: Outcome): boolean {
  const { claims, missing } = uncovered(outcome);
  console.log(`  ${claims - missing.length} of ${claims} keys, options and words shown to matter`);
  for (const claim of missing) console.log(`  NOT SHOWN TO MATTER: ${claim}`);
  return missing.length === 0;
}

function reportNames(root: string, build: Build): boolean {
  const { asked, unknown } = unknownNames(root, build);
  console.log(`  ${asked} names looked up by xl, ${unknown.length} of them not in the schema`);
  for (const name of unknown) console.log(`  LOOKED UP, BUT NOT IN THE SCHEMA: ${name}`);
  return asked > 100 && unknown.length === 0;
}

function reportGroups(root: string, build: Build, groups: Group[]): void {
  groups.sort((a, b) => b.count - a.count);
  for (const [i, { count, reason, example }] of groups.entries()) {
    const { text, machine, conf } = i < MINIMISED ? minimised(root, build, example) : example;
    console.log(`  DIFFERENCE ${count}x: ${reason}`);
    console.log(`      ${machine.join('/')}${conf && ` xl.conf ${literal(conf)}`} ${literal(text).slice(0, 400)}`);
  }
}

function minimised(root: string, build: Build, example: Question): Question {
  const reasons = (questions: readonly Question[]) => {
    const runs = askXl(root, build, questions);
    return questions.map((question, i) =>
      disagreement(modelOf(question, build), runs[i]!, question, build)?.slice(0, 30),
    );
  };
  const [kind] = reasons([example]);
  if (kind === undefined) return example; // xl says something else by now
  const still = (texts: readonly string[]) =>
    reasons(texts.map((text) => ({ ...example, text }))).map((reason) => reason === kind);
  return { ...example, text: shrink(example.text, still, 25) };
}

function askXl(root: string, build: Build, questions: readonly Question[]): DryRun[] {
  const frames = questions.map(questionFrame);
  const env = { XLDRY_BATCH: 'frames', ...build.env };
  return askNow(oracleProgram(root, build.program), dryRunArguments, 'none', frames, env).map(parseDryRun);
}
