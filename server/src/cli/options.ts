import { DEFAULT_HOST, type Host } from '../model/host';
import { NEWEST_RELEASE, OLDEST_RELEASE, parseRelease, type Release, releaseName } from '../syntax/release';
import { UsageError } from './usage';

/** The release that `--xen` names; the newest when it is absent. */
export function releaseOption(word: string | undefined): Release {
  if (word === undefined) return NEWEST_RELEASE;
  const release = parseRelease(word);
  if (release === undefined) {
    throw new UsageError(
      `--xen ${word}: not a release from ${releaseName(OLDEST_RELEASE)} to ${releaseName(NEWEST_RELEASE)}`,
    );
  }
  return release;
}

/** The host that `--host cpus=16,nodes=2,memory=65536,arch=x86_64` describes; undefined when it is absent. */
export function hostOption(word: string | undefined): Host | undefined {
  if (word === undefined) return undefined;
  const host = { ...DEFAULT_HOST };
  for (const part of word.split(',')) {
    const [name, value] = part.split('=', 2) as [string, string | undefined];
    if (name === 'arch') {
      if (value === 'x86_64' || value === 'x86') host.arch = 'x86';
      else if (value === 'arm64' || value === 'aarch64' || value === 'arm') host.arch = 'arm';
      else throw new UsageError(`--host: arch is x86_64 or arm64, not ${value}`);
    } else if (name === 'cpus' || name === 'nodes' || name === 'memory') {
      if (!value || !/^[1-9]\d{0,8}$/.test(value)) {
        throw new UsageError(`--host: ${name} wants a whole number from 1 to 999999999, not "${value ?? ''}"`);
      }
      host[name] = Number(value);
    } else {
      throw new UsageError(`--host: unknown part "${part}" (cpus, nodes, memory, arch)`);
    }
  }
  return host;
}

/** `N=V` words as pairs. */
export function pairs(option: string, words: readonly string[]): [string, string][] {
  return words.map((word) => {
    const match = /^([^=]+)=(.*)$/s.exec(word);
    if (!match) throw new UsageError(`${option} ${word}: NAME=VALUE is wanted`);
    return [match[1]!, match[2]!];
  });
}

/** What `--assume N=V` words say, where N is the source of an expression: the first `=` outside of brackets and quotes. */
export function assumptions(words: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const match = /^((?:[^=([{'"]|'[^']*'|"[^"]*"|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+)=(.*)$/s.exec(word);
    if (!match) throw new UsageError(`--assume ${word}: EXPRESSION=VALUE is wanted`);
    found.set(match[1]!, match[2]!);
  }
  return found;
}
