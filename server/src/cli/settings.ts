import type { Host } from '../model/host';
import { RULES } from '../rules/registry';
import type { Severities } from '../rules/severities';
import type { AnalyseOptions } from '../service';
import { NEWEST_RELEASE, type Release } from '../syntax/release';
import type { Config } from '../workspace/config';
import { SEVERITY_WORDS } from './check-options';
import { hostOption, pairs, releaseOption } from './options';
import { UsageError } from './usage';

/** What the command line says about how files are judged; what it does not say is absent. */
export interface GivenSettings {
  readonly release?: Release;
  readonly host?: Host;
  readonly severities: Severities;
  readonly knownKeys: readonly string[];
}

/** How one file is judged: plain data, which can be handed to another thread. */
export type CheckSettings = Pick<AnalyseOptions, 'release' | 'host' | 'severities' | 'knownKeys'>;

/** Reads the words of `--xen`, `--host`, `--rule` and `--known-key`. */
export function givenSettings(values: {
  readonly xen: string | undefined;
  readonly host: string | undefined;
  readonly rule?: readonly string[];
  readonly 'known-key'?: readonly string[];
}): GivenSettings {
  const host = hostOption(values.host);
  return {
    ...(values.xen !== undefined && { release: releaseOption(values.xen) }),
    ...(host && { host }),
    severities: severities(values.rule ?? []),
    knownKeys: values['known-key'] ?? [],
  };
}

function severities(words: readonly string[]): Severities {
  const read: Record<string, Severities[string]> = {};
  for (const [code, word] of pairs('--rule', words)) {
    if (!RULES.some((rule) => rule.code === code)) {
      throw new UsageError(`--rule: there is no rule "${code}"; "xencfg rule" lists them`);
    }
    const severity = SEVERITY_WORDS.find((known) => known === word);
    if (!severity) throw new UsageError(`--rule ${code}=${word}: ${SEVERITY_WORDS.join(', ')} are the severities`);
    read[code] = severity;
  }
  return read;
}

/** The settings of a file: what the command line says before what the nearest .xencfg.json says. */
export function settingsFor(given: GivenSettings, config: Config | undefined): CheckSettings {
  const host = given.host ?? config?.host;
  return {
    release: given.release ?? config?.release ?? NEWEST_RELEASE,
    ...(host && { host }),
    severities: { ...config?.severities, ...given.severities },
    knownKeys: [...(config?.knownKeys ?? []), ...given.knownKeys],
  };
}
