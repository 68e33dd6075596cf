import type { Release } from '../syntax/release';
import { CPUID_INSTRUCTIONS } from './data/cpuid/instructions';
import { CPUID_NUMBERS } from './data/cpuid/numbers';
import { CPUID_PAGING } from './data/cpuid/paging';
import { CPUID_PLATFORM } from './data/cpuid/platform';
import { CPUID_SPECULATION } from './data/cpuid/speculation';
import { CPUID_VECTORS } from './data/cpuid/vectors';
import { CPUID_VIRTUALISATION } from './data/cpuid/virtualisation';
import type { CpuidFlagRow } from './types';

const ROWS: readonly CpuidFlagRow[] = [
  ...CPUID_VECTORS,
  ...CPUID_INSTRUCTIONS,
  ...CPUID_PAGING,
  ...CPUID_PLATFORM,
  ...CPUID_VIRTUALISATION,
  ...CPUID_SPECULATION,
  ...CPUID_NUMBERS,
];

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
