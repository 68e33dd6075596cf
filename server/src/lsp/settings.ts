import type { SharedHost } from '../rules/across';
import type { Severities } from '../rules/severities';
import { NEWEST_RELEASE, parseRelease, type Release, releaseName } from '../syntax/release';

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** One setting: its default as package.json states it, what a value has to be, and how one is read. */
interface SettingRow<Value> {
  readonly default: unknown;
  readonly expected: string;
  /** The value in the server's own terms; undefined when it is not what `expected` says. */
  readonly read: (value: unknown) => Value | undefined;
}

function row<Value>(setting: SettingRow<Value>): SettingRow<Value> {
  return setting;
}

function flag(initial: boolean): SettingRow<boolean> {
  const read = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
  return { default: initial, expected: 'true or false', read };
}

/**
 * Every `xencfg.*` setting that the server reads: this table is the settings' type, validator and defaults.
 * A unit test holds package.json's `contributes.configuration` together with it.
 */
export const SETTINGS = {
  xenRelease: row<Release>({
    default: releaseName(NEWEST_RELEASE),
    expected: `a release from "4.1" to "${releaseName(NEWEST_RELEASE)}", as a string`,
    read: (value) => (typeof value === 'string' ? parseRelease(value) : undefined),
  }),
  knownKeys: row<readonly string[]>({
    default: [],
    expected: 'a list of strings',
    read: (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as string[]) : undefined,
  }),
  'migrate.keepXmDefaults': flag(false),
  severity: row<Severities>({
    default: {},
    expected: 'an object of rule codes, each with "error", "warning", "information", "hint" or "off"',
    read: (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isSeverity)
        ? { ...(value as Severities) }
        : undefined,
  }),
  assume: row<Readonly<Record<string, string>>>({
    default: {},
    expected: 'an object of Python expressions, each with the text that it comes to',
    read: (value) => (isTexts(value) ? { ...value } : undefined),
  }),
  host: row<SharedHost | null>({
    default: null,
    expected: 'null, or an object with the host\'s "cpus" and "memory" (in MiB) as whole numbers',
    read: readHost,
  }),
  acrossFiles: flag(true),
  codeLens: flag(true),
  inlayHints: flag(false),
};

function readHost(value: unknown): SharedHost | null | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { cpus, memory } = value as Record<string, unknown>;
  const isCount = (count: unknown) => Number.isInteger(count) && (count as number) > 0;
  return isCount(cpus) && isCount(memory) ? { cpus: cpus as number, memory: memory as number } : undefined;
}

function isTexts(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}

function isSeverity(value: unknown): boolean {
  return SEVERITIES.has(value);
}

/** The value of a name with dots: clients hand groups of settings over as objects, or flat. */
function named(section: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in section) return section[name];
  const [group, rest] = name.split('.', 2) as [string, string?];
  const inner = rest === undefined ? undefined : section[group];
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[rest!] : undefined;
}

/** The settings as the server uses them. */
export type Settings = {
  readonly [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] extends SettingRow<infer Value> ? Value : never;
};

/**
 * Reads the `xencfg` section as a client hands it over. Absent settings and wrong ones get their default; each wrong
 * one gives a line in `problems`. Never throws.
 */
export function readSettings(section: unknown): { settings: Settings; problems: string[] } {
  const given: Record<string, unknown> = typeof section === 'object' && section !== null ? { ...section } : {};
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<SettingRow<unknown>>(SETTINGS)) {
    const value = named(given, name) ?? undefined;
    const read = value === undefined ? undefined : setting.read(value);
    if (value !== undefined && read === undefined) {
      problems.push(
        `xencfg.${name} has to be ${setting.expected}, not ${JSON.stringify(value)}; the default stands in.`,
      );
    }
    settings[name] = read ?? (setting.default === null ? null : setting.read(setting.default));
  }
  return { settings: settings as Settings, problems };
}
