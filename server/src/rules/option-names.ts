import { cpuidFlagsFor, findCpuidFlag } from '../schema/cpuid';
import { allOptions, findOption, optionsOf } from '../schema/languages';
import type { Release } from '../syntax/release';

/** An option as far as its name goes. */
export interface OptionName {
  readonly name: string;
  readonly since: Release;
  readonly until?: Release;
  readonly replacedBy?: readonly string[];
}

/** The language whose names are the flags of CPUID. */
const CPUID = 'cpuid';

/** The option of that name, of any release. */
export function optionNamed(language: string, name: string): OptionName | undefined {
  return findOption(language, name) ?? (language === CPUID ? findCpuidFlag(name) : undefined);
}

/** True when xl of the release knows the option. */
export function isKnown({ since, until }: OptionName, release: Release): boolean {
  return since <= release && (until === undefined || release <= until);
}

/** The names that may stand before a value, or alone. */
export function optionNames(language: string, release: Release, hasValue: boolean): string[] {
  if (language === CPUID && hasValue) return cpuidFlagsFor(release).map(({ name }) => name);
  const kind = hasValue ? 'named' : 'flag';
  return optionsOf(language, release)
    .filter((option) => option.kind === kind)
    .map(({ name }) => name);
}

/** True for a language of which some release knows such names. */
export function hasNames(language: string, hasValue: boolean): boolean {
  if (language === CPUID) return hasValue;
  const kind = hasValue ? 'named' : 'flag';
  return allOptions(language).some((option) => option.kind === kind);
}
