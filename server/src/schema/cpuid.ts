import type { Release } from '../syntax/release';
import { CPUID_FLAGS_4_1 } from './data/cpuid-flags-4.1';
import { CPUID_FLAGS_4_13 } from './data/cpuid-flags-4.13';
import type { CpuidFlagRow } from './types';

const ROWS: readonly CpuidFlagRow[] = [...CPUID_FLAGS_4_1, ...CPUID_FLAGS_4_13];

const INDEX: ReadonlyMap<string, CpuidFlagRow> = new Map(ROWS.map((row) => [row.name, row]));

/** Every flag of `cpuid="host,..."`, of any release. */
export function allCpuidFlags(): readonly CpuidFlagRow[] {
  return ROWS;
}

/** The flag of that very name, of any release. */
export function findCpuidFlag(name: string): CpuidFlagRow | undefined {
  return INDEX.get(name);
}

/** The flags that libxl of a release knows. */
export function cpuidFlagsFor(release: Release): CpuidFlagRow[] {
  return ROWS.filter(({ since, until }) => since <= release && (until === undefined || release <= until));
}
