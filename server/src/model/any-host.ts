import type { Reading } from '../syntax/reading';
import { buildDomain, type DomainOptions, type DomainResult } from './domain';
import { DEFAULT_HOST, type Host } from './host';
import type { Message } from './message';

/** Every CPU below 1024 is there, and in every one of as many nodes xl finds one. */
const ROOMY: Pick<Host, 'cpus' | 'nodes'> = { cpus: 1024, nodes: 1024 };

/**
 * What xl does with a guest file on a machine that nobody described. What it refuses on the usual machine alone, for its
 * few CPUs or NUMA nodes, leaves the verdict alone: the messages about that come first, as warnings with `ofHost`, and
 * the rest is what xl does where there are enough.
 */
export function buildAnywhere(reading: Reading, options: Omit<DomainOptions, 'host'>): DomainResult {
  const usual = buildDomain(reading, options);
  const doubts = ofHost(usual);
  if (doubts.length === 0) return usual;
  const roomy = buildDomain(reading, { ...options, host: { ...DEFAULT_HOST, ...ROOMY } });
  if (ofHost(roomy).length > 0) return usual;
  const warnings = doubts.map(({ fatal, ...message }): Message => ({ ...message, severity: 'warning' }));
  return { ...roomy, messages: [...warnings, ...roomy.messages] };
}

function ofHost({ messages, further }: DomainResult): Message[] {
  return [...messages, ...further].filter((message) => message.ofHost);
}
