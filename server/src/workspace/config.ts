import { DEFAULT_HOST, type Host } from '../model/host';
import { RULES } from '../rules/registry';
import type { Severities } from '../rules/severities';
import { NEWEST_RELEASE, OLDEST_RELEASE, parseRelease, type Release, releaseName } from '../syntax/release';
import type { Span } from '../syntax/span';
import { JsonError, type JsonNode, parseJson } from './json-places';

/** The name of the file that holds settings for the files in its folder and below. */
export const CONFIG_NAME = '.xencfg.json';

/** What a `.xencfg.json` says; what it does not say is absent. */
export interface Config {
  readonly release?: Release;
  readonly severities?: Severities;
  readonly knownKeys?: readonly string[];
  readonly host?: Host;
  /** Patterns of .gitignore, relative to the file's folder. */
  readonly excludes?: readonly string[];
}

/** Something wrong in a `.xencfg.json`, and where. */
export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

type Complain = (node: { readonly span: Span }, message: string) => undefined;

/** How the value of each name is read. A unit test holds the JSON schema that the extension contributes to it. */
const READERS: { readonly [Name in keyof Config]-?: (node: JsonNode, wrong: Complain) => Config[Name] | undefined } = {
  release: (node, wrong) => {
    const read = node.value.kind === 'plain' && typeof node.value.value === 'string' && parseRelease(node.value.value);
    return (
      read || wrong(node, `"${releaseName(OLDEST_RELEASE)}" to "${releaseName(NEWEST_RELEASE)}" is wanted, as a string`)
    );
  },
  severities: (node, wrong) => {
    if (node.value.kind !== 'object') return wrong(node, 'an object of rule codes is wanted');
    const severities: Record<string, Severities[string]> = {};
    for (const { name, nameSpan, value } of node.value.members) {
      if (!RULES.some(({ code }) => code === name)) {
        wrong({ span: nameSpan }, `there is no rule "${name}"; "xencfg rule" lists them`);
      } else if (!isSeverity(value)) {
        wrong(value, `one of ${SEVERITIES.map((word) => `"${word}"`).join(', ')} is wanted`);
      } else severities[name] = value.value.value;
    }
    return severities;
  },
  knownKeys: strings,
  host: (node, wrong) => {
    if (node.value.kind !== 'object') return wrong(node, 'an object with cpus, nodes, memory, arch is wanted');
    const host = { ...DEFAULT_HOST };
    for (const { name, nameSpan, value } of node.value.members) {
      const plain = value.value.kind === 'plain' ? value.value.value : undefined;
      if (name === 'arch') {
        if (plain === 'x86_64') host.arch = 'x86';
        else if (plain === 'arm64') host.arch = 'arm';
        else wrong(value, '"x86_64" or "arm64" is wanted');
      } else if (name !== 'cpus' && name !== 'nodes' && name !== 'memory') {
        wrong({ span: nameSpan }, `"${name}" is nothing that a host has: cpus, nodes, memory, arch`);
      } else if (typeof plain !== 'number' || !Number.isInteger(plain) || plain < 1 || plain > 999_999_999) {
        wrong(value, 'a whole number from 1 is wanted');
      } else host[name] = plain;
    }
    return host;
  },
  excludes: strings,
};

/** What severities are called, and `off`. */
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

/** The names that a `.xencfg.json` may hold, besides `$schema`. */
export const CONFIG_NAMES: readonly string[] = Object.keys(READERS);

/**
 * Reads a `.xencfg.json`. What is wrong in it is in `problems`, by place, and has no effect; the rest counts. Never
 * throws.
 */
export function readConfig(text: string): { config: Config; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const wrong: Complain = ({ span }, message) => void problems.push({ message, span });
  const config: Record<string, unknown> = {};
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { config, problems: [{ message: error.message, span: error.span }] };
  }
  if (root.value.kind !== 'object') wrong(root, 'an object of settings is wanted');
  else {
    for (const { name, nameSpan, value } of root.value.members) {
      if (name === '$schema') continue;
      const read = Object.hasOwn(READERS, name) ? READERS[name as keyof Config](value, wrong) : undefined;
      if (!Object.hasOwn(READERS, name)) {
        wrong({ span: nameSpan }, `"${name}" is no setting: ${CONFIG_NAMES.join(', ')}`);
      }
      if (read !== undefined) config[name] = read;
    }
  }
  return { config, problems };
}

function strings(node: JsonNode, wrong: Complain): readonly string[] | undefined {
  if (node.value.kind !== 'array') return wrong(node, 'a list of strings is wanted');
  return node.value.items.flatMap((item) => {
    if (item.value.kind === 'plain' && typeof item.value.value === 'string') return item.value.value;
    return wrong(item, 'a string is wanted') ?? [];
  });
}

function isSeverity(
  node: JsonNode,
): node is JsonNode & { readonly value: { readonly kind: 'plain'; readonly value: Severities[string] } } {
  return node.value.kind === 'plain' && SEVERITIES.includes(String(node.value.value));
}
