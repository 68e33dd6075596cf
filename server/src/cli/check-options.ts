import { RULES } from '../rules/registry';
import { FORMATS } from './check-formats';
import { HOST, JOBS, type OptionRow, XEN } from './command-rows';

/** The options of `check`. */
export const CHECK_OPTIONS = {
  xen: XEN,
  host: HOST,
  format: {
    value: 'FORMAT',
    words: () => FORMATS,
    default: 'text',
    help: 'How findings are printed: text for people, json (the stable contract), sarif (2.1.0), github (workflow commands), gitlab (code quality), junit (XML).',
  },
  fix: { help: 'Apply every safe fix, and report what is left.' },
  diff: { help: 'Print what --fix would change as a patch, and change nothing.' },
  rule: {
    value: 'CODE=SEVERITY',
    several: true,
    default: [],
    words: () => RULES.flatMap(({ code }) => SEVERITY_WORDS.map((severity) => `${code}=${severity}`)),
    help: 'Give a rule another severity: error, warning, information, hint or off. Rules that are off otherwise run once they have one.',
  },
  'known-key': {
    value: 'NAME',
    several: true,
    default: [],
    help: 'A key that is never reported as unknown.',
  },
  exclude: {
    value: 'PATTERN',
    several: true,
    default: [],
    help: 'Leave out what matches below folders, with the patterns of .gitignore.',
  },
  config: {
    value: 'FILE',
    files: 'any',
    help: 'The settings for every file, instead of the nearest .xencfg.json above it.',
  },
  'no-config': { help: 'Read no .xencfg.json.' },
  'no-ignore': { help: 'Also read what .gitignore and the excludes of .xencfg.json leave out.' },
  'stdin-filename': {
    value: 'NAME',
    files: 'any',
    help: 'What standard input is called, and where its .xencfg.json is looked for.',
  },
  'error-on-warnings': { help: 'Exit with 1 for warnings too.' },
  'max-findings': { value: 'N', help: 'Print at most N findings; all of them count.' },
  statistics: { help: 'Print how often each rule found something in the place of the findings (json: beside them).' },
  quiet: { short: 'q', help: 'Print findings and nothing else: no skipped files, no progress, no summary.' },
  color: {
    value: 'WHEN',
    words: () => ['auto', 'always', 'never'],
    default: 'auto',
    help: 'Colours in text: auto is on a terminal, unless NO_COLOR is set.',
  },
  jobs: JOBS,
} as const satisfies Readonly<Record<string, OptionRow>>;

/** What `--rule` sets a rule to. */
export const SEVERITY_WORDS = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** The options of `fix`: those of `check` without the one that makes `check` the same. */
export function fixOptions() {
  const { fix: _, ...rest } = CHECK_OPTIONS;
  return rest;
}
