import { buildAnywhere, type DomainResult } from '../model';
import { type Reading, readSettings } from '../syntax/reading';
import type { Setting } from '../syntax/tree';
import type { FileInput } from './file-input';

/** The settings without which xl goes no further: it ends at a guest type that it does not know. */
const TYPE_KEYS: ReadonlySet<string | undefined> = new Set(['type', 'builder']);

/**
 * The keys because of which xl makes no guest. In a file with syntax errors, those because of which it would make none
 * of the settings beside them; behind a guest type that it does not know, those of the guest without it.
 * @param settings the settings of the file that are sound in themselves
 */
export function fatalKeys(input: FileInput, settings: readonly Setting[]): ReadonlySet<string | undefined> {
  const { release, foreign, configFile } = input;
  const isBroken = !input.reading.ok && !foreign && configFile === 'guest';
  const reading = isBroken ? soundReading(input, settings) : input.reading;
  const built = isBroken ? buildAnywhere(reading, { release }) : input.domain;
  const fatal = keysOf(built);
  if (!built.messages.some((message) => message.fatal && TYPE_KEYS.has(message.key))) return fatal;
  const others = reading.settings.filter(({ name }) => !TYPE_KEYS.has(name));
  return new Set([...fatal, ...keysOf(buildAnywhere({ ...reading, settings: others }, { release }))]);
}

/** The settings alone, each on lines of its own. */
function soundReading({ text, release }: FileInput, settings: readonly Setting[]): Reading {
  const lines = settings.map(({ span }) => `${text.slice(span.start, span.end)}\n`);
  return readSettings(lines.join(''), { release });
}

function keysOf({ messages, further }: DomainResult): ReadonlySet<string | undefined> {
  return new Set([...messages, ...further].filter(({ fatal }) => fatal).map(({ key }) => key));
}
