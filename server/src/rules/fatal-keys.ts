import { buildAnywhere, type DomainResult } from '../model';
import type { FileInput } from './context';

/** The settings without which xl goes no further: it ends at a guest type that it does not know. */
const TYPE_KEYS: ReadonlySet<string | undefined> = new Set(['type', 'builder']);

/**
 * The keys because of which xl makes no guest. In a file with syntax errors, those because of which it would make none
 * of what libxlutil had read around them; behind a guest type that it does not know, those of the guest without it.
 */
export function fatalKeys(input: FileInput): ReadonlySet<string | undefined> {
  const { reading, release, python, foreign, configFile, domain } = input;
  const isBroken = !reading.ok && !python && !foreign && configFile === 'guest';
  const built = isBroken ? buildAnywhere({ ...reading, ok: true }, { release }) : domain;
  const fatal = keysOf(built);
  if (!built.messages.some((message) => message.fatal && TYPE_KEYS.has(message.key))) return fatal;
  const settings = reading.settings.filter(({ name }) => !TYPE_KEYS.has(name));
  return new Set([...fatal, ...keysOf(buildAnywhere({ ...reading, ok: true, settings }, { release }))]);
}

function keysOf({ messages, further }: DomainResult): ReadonlySet<string | undefined> {
  return new Set([...messages, ...further].filter(({ fatal }) => fatal).map(({ key }) => key));
}
