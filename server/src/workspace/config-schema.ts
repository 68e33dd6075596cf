import { PAGES } from '../rules/pages';
import { RELEASES, releaseName } from '../syntax/release';
import type { Config } from './config';

const PATTERN_LIST = { type: 'array', items: { type: 'string' }, uniqueItems: true } as const;

const PROPERTIES: Readonly<Record<keyof Config, object>> = {
  release: {
    enum: RELEASES.map(releaseName),
    description: 'The Xen release that the guests run on.',
  },
  severities: {
    type: 'object',
    additionalProperties: false,
    description: 'Severities of rules, by code, in the place of their own.',
    properties: Object.fromEntries(
      Object.entries(PAGES).map(([code, { title }]) => [
        code,
        { enum: ['error', 'warning', 'information', 'hint', 'off'], description: `${title}.` },
      ]),
    ),
  },
  knownKeys: {
    ...PATTERN_LIST,
    description: 'Names of keys that are never reported as unknown.',
  },
  host: {
    type: 'object',
    additionalProperties: false,
    description: 'The machine that the guests run on.',
    properties: {
      cpus: { type: 'integer', minimum: 1, maximum: 999_999_999, description: 'Its CPUs.' },
      nodes: { type: 'integer', minimum: 1, maximum: 999_999_999, description: 'Its NUMA nodes.' },
      memory: { type: 'integer', minimum: 1, maximum: 999_999_999, description: 'Its memory in MiB.' },
      arch: { enum: ['x86_64', 'arm64'], description: 'Its architecture.' },
    },
  },
  excludes: {
    ...PATTERN_LIST,
    description: "What is left out below folders: patterns of .gitignore, relative to this file's folder.",
  },
};

/** The JSON schema (draft 7) of `.xencfg.json`, which editors complete and check it with. */
export function configSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Xencfg: settings for the guest files of a folder',
    description: 'The nearest .xencfg.json in the folder of a guest file or above it holds for the file.',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...PROPERTIES },
  };
}
