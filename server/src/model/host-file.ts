import { matchMember } from '../schema/enums';
import type { ConfigFile } from '../schema/types';
import type { Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { parseCpus } from '../syntax/specs';
import { TypedReading } from '../syntax/typed';
import type { DomainResult } from './domain';
import type { Host } from './host';
import type { Message } from './message';
import { globalConfig } from './xl-conf';

/** A file of the host's, which no guest is made from. */
export type HostFile = Exclude<ConfigFile, 'guest'>;

const FAILED: Message = { text: 'Failed to parse config file: Invalid argument', severity: 'error', fatal: true };

/**
 * What xl says of a file of the host's as it reads it: an xl.conf at each start of xl, a cpupool file in
 * `xl -N cpupool-create` (4.14, 4.17 and 4.20 by trial up to the host's CPUs, others after their source). Which CPUs are
 * free is not known, and not looked at. Never throws.
 */
export function readHostFile(
  file: HostFile,
  reading: Reading,
  { release, host, source }: { release: Release; host: Host; source: string },
): DomainResult {
  const messages =
    file === 'xl.conf' ? xlConfMessages(reading, release, host, source) : poolMessages(reading, release, source);
  const refused = messages.some(({ fatal }) => fatal);
  return { verdict: refused ? 'refused' : 'accepted', messages, further: [] };
}

/** As messages about the file itself, which is the one in hand. */
function xlConfMessages(reading: Reading, release: Release, host: Host, source: string): Message[] {
  return globalConfig(reading, release, host, source).messages.map(({ file: _, ...message }) => message);
}

function poolMessages(reading: Reading, release: Release, source: string): Message[] {
  const messages: Message[] = reading.messages.map((text) => ({ text, severity: 'error' }));
  if (!reading.ok) return [...messages, FAILED];
  const settings = new TypedReading(reading, {
    release,
    source,
    warn: (text, { name }) => messages.push({ key: name, text, severity: 'warning' }),
  });
  settings.string('name');
  const scheduler = settings.string('sched');
  if (scheduler !== undefined && !matchMember('scheduler', scheduler, release)) {
    return [...messages, { key: 'sched', text: 'Unknown scheduler', severity: 'error', fatal: true }];
  }
  if (settings.list('nodes')) return messages;
  if (settings.list('cpus', release >= 406 ? 'quiet' : 'loud') || release < 406) return messages;
  const cpus = settings.string('cpus');
  const [error] = cpus === undefined ? [] : parseCpus(cpus, release).errors;
  if (error)
    messages.push({ key: 'cpus', text: error.message ?? '', severity: 'error', fatal: true, part: error.span });
  return messages;
}
