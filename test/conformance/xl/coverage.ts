import { keysFor } from '../../../server/src/schema';
import type { Outcome } from './run';
import { WITHOUT_EFFECT } from './without-effect';

export interface Coverage {
  /** Number of keys, options and words of the release. */
  readonly claims: number;
  /** Those for which no pair of configs that differ in them alone was seen to differ in what xl makes of them. */
  readonly missing: readonly string[];
}

/** Which keys, options and words of its release a run has shown to matter, or not. */
export function uncovered({ build, suite, answers }: Outcome): Coverage {
  const claims = new Set<string>(keysFor(build.release).map(({ name }) => `key ${name}`));
  const shown = new Set<string>();
  for (const { claim, changed, plain, words } of suite.pairs) {
    claims.add(claim);
    if (shown.has(claim)) continue;
    if (differ(answers[changed]!, answers[plain]!, words)) shown.add(claim);
  }
  const excused = (claim: string) => WITHOUT_EFFECT.some(({ claims }) => claims.test(claim));
  return { claims: claims.size, missing: [...claims].filter((claim) => !shown.has(claim) && !excused(claim)) };
}

/** The answers differ, in more than in the words that xl quotes; or xl takes both words into its guest. */
function differ(one: string, other: string, words?: readonly [string, string]): boolean {
  if (!words) return one !== other;
  if (accepted(one) && accepted(other) && domainOf(one) !== domainOf(other)) return true;
  const quoted = new RegExp(`(?<!\\w)(${words.map((word) => word.replace(/[^\w]/g, '\\$&')).join('|')})(?!\\w)`, 'gi');
  return one.replace(quoted, '_') !== other.replace(quoted, '_');
}

function accepted(answer: string): boolean {
  return answer.startsWith('0\n');
}

function domainOf(answer: string): string {
  return answer.slice(answer.lastIndexOf('\n'));
}
