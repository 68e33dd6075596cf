/** What xl makes of a guest file: verdict, messages, and the domain that it would build. */
export { buildAnywhere } from './any-host';
export { type Completion, completeDomain } from './defaults';
export { buildDomain, type Domain, type DomainOptions, type DomainResult } from './domain';
export { DEFAULT_HOST, type Host } from './host';
export { readHostFile } from './host-file';
export { domainJson } from './json';
export type { Message } from './message';
