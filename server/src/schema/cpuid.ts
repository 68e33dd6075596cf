import { once } from '../syntax/once';
import type { Release } from '../syntax/release';
import { tables } from './tables';
import type { CpuidFlagRow } from './types';

const index = once((): ReadonlyMap<string, CpuidFlagRow> => new Map(allCpuidFlags().map((row) => [row.name, row])));

/** Every flag of `cpuid="host,..."`, of any release. */
export function allCpuidFlags(): readonly CpuidFlagRow[] {
  return tables().cpuidFlags;
}

/** The flag of that very name, of any release. */
export function findCpuidFlag(name: string): CpuidFlagRow | undefined {
  return index().get(name);
}

/** The flags that libxl of a release knows. */
export function cpuidFlagsFor(release: Release): CpuidFlagRow[] {
  return allCpuidFlags().filter(({ since, until }) => since <= release && (until === undefined || release <= until));
}
