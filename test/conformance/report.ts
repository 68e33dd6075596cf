import { literal, type Outcome } from './run';
import type { Subject } from './subjects/subject';

/** The outcomes of all processes as one. */
export function merge(outcomes: readonly Outcome[]): Outcome {
  const first = outcomes[0]!;
  const all: Outcome = { subject: first.subject, inputs: {}, counters: {}, differing: 0, differences: [], seconds: 0 };
  for (const outcome of outcomes) {
    add(all.inputs, outcome.inputs);
    add(all.counters, outcome.counters);
    all.differing += outcome.differing;
    all.differences.push(...outcome.differences);
    all.seconds = Math.max(all.seconds, outcome.seconds);
  }
  return all;
}

function add(to: Record<string, number>, from: Record<string, number>): void {
  for (const [name, number] of Object.entries(from)) to[name] = (to[name] ?? 0) + number;
}

/** Runs of fewer inputs of a subject need not have seen everything that is expected of it. */
const COUNTERS_FROM = 10_000;

/** Tells on standard output what a subject's run gave; true when nothing differs and every expected counter was seen. */
export function report(subject: Subject, outcome: Outcome, allCounters: boolean): boolean {
  const number = Object.values(outcome.inputs).reduce((sum, count) => sum + count, 0);
  console.log(`${subject.name}: ${number} inputs in ${outcome.seconds.toFixed(1)} s, ${outcome.differing} differences`);
  console.log(
    `  ${Object.entries(outcome.inputs)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );

  const never = subject.expected.filter((counter) => !outcome.counters[counter]);
  const unheard = Object.keys(outcome.counters).filter((counter) => counter.includes('unheard of'));
  const rarest = subject.expected
    .filter((counter) => outcome.counters[counter])
    .sort((a, b) => outcome.counters[a]! - outcome.counters[b]!)
    .slice(0, 3)
    .map((counter) => `${counter} (${outcome.counters[counter]})`);
  console.log(
    `  ${subject.expected.length - never.length} of ${subject.expected.length} counters seen; rarest: ${rarest.join(', ')}`,
  );
  if (allCounters) {
    for (const [counter, count] of Object.entries(outcome.counters).sort()) console.log(`    ${count}  ${counter}`);
  }
  for (const counter of never) console.log(`  NEVER SEEN: ${counter}`);
  for (const counter of unheard) console.log(`  NOT EXPECTED: ${counter} (${outcome.counters[counter]})`);
  for (const difference of outcome.differences.slice(0, 10)) {
    console.log(`  DIFFERENCE: ${difference.words}\n    ${literal(difference.smallest)}`);
    if (difference.smallest !== difference.input) console.log(`    from ${literal(difference.input).slice(0, 400)}`);
  }
  const complete = never.length === 0 || number < COUNTERS_FROM;
  return outcome.differing === 0 && complete && unheard.length === 0;
}
