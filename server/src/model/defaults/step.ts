import type { Architecture } from '../../schema/types';
import type { Release } from '../../syntax/release';
import type { DomainType } from '../guest';
import type { Stage } from './stage';

/** When libxl takes a step: in every release, for every guest and machine, when nothing else is said. */
export interface When {
  readonly since?: Release;
  readonly until?: Release;
  readonly types?: readonly DomainType[];
  readonly arch?: Architecture;
}

/** One thing that libxl does before it builds a guest. */
export interface Step extends When {
  readonly take: (stage: Stage) => void;
  /** What libxl prints after the reason when it gives the guest up in this step; the release is the caller's. */
  readonly after?: (release: Release) => readonly string[];
}

/** A step of libxl. */
export function step(take: (stage: Stage) => void, when: When = {}): Step {
  return { ...when, take };
}

/** Steps of one function of libxl, whose callers print lines of their own when it fails, since a release. */
export function group(steps: readonly Step[], since: Release, ...lines: readonly string[]): readonly Step[] {
  const after = (release: Release) => (release >= since ? lines : []);
  return steps.map((one) => ({ ...one, after }));
}

/** The same steps in those releases alone. */
export function only(steps: readonly Step[], { since = 0, until = Number.POSITIVE_INFINITY }: When): readonly Step[] {
  return steps.map((one) => ({
    ...one,
    since: Math.max(one.since ?? 0, since),
    until: Math.min(one.until ?? Number.POSITIVE_INFINITY, until),
  }));
}

/** Steps in their order, by what decides about them from the start: made once each. */
export class Sequence {
  readonly #steps: readonly Step[];
  readonly #known = new Map<string, readonly Step[]>();

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  /** Those that libxl of a release takes on a host of that architecture, each for the types that it names. */
  of({ release, host }: Pick<Stage, 'release' | 'host'>): readonly Step[] {
    const key = `${release} ${host.arch}`;
    let steps = this.#known.get(key);
    if (!steps) {
      const { POSITIVE_INFINITY: always } = Number;
      steps = this.#steps.filter(
        ({ since = 0, until = always, arch = host.arch }) => since <= release && release <= until && arch === host.arch,
      );
      this.#known.set(key, steps);
    }
    return steps;
  }
}
