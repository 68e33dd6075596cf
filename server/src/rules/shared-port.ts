import { type Claim, type Neighbours, type Port, related, where } from './across';
import { replace } from './edits';
import type { Finding, Fix } from './finding';
import { type Rule, report } from './rule';

/** The addresses that stand for all of the host's. */
const EVERY = new Set(['0.0.0.0', '::', '[::]', '*']);

/** What is said of a port; the display of VNC is the port that many below. */
export interface PortWords {
  readonly base: number;
  what(port: Port): string;
  outcome(port: Port): string;
}

/** Findings about ports of one use that other guests serve their screens on, too. */
export function* sharedPorts(
  rule: Pick<Rule, 'code' | 'severity'>,
  use: Port['use'],
  { base, what, outcome }: PortWords,
  others: Neighbours,
): Iterable<Finding> {
  for (const claim of others.contested('port')) {
    const port = claim.port!;
    if (port.use !== use) continue;
    const rivals = others.rivals(claim, (other) => meet(port, other.port!));
    if (rivals.count === 0) continue;
    const message = `${what(port)} ${base > 0 ? `(port ${claim.id}) ` : ''}is that of the guest of ${where(rivals)} too: ${outcome(port)}. Give this one another number.`;
    yield {
      ...report(rule, claim.place, message, freePort(claim, base, others)),
      related: related(rivals, `port ${claim.id}, too`),
    };
  }
}

/** True when both cannot have the port: they listen at one address, or one of them at every address. */
function meet(a: Port, b: Port): boolean {
  return a.listen === b.listen || EVERY.has(a.listen) || EVERY.has(b.listen);
}

function freePort(claim: Claim, base: number, others: Neighbours): Fix[] {
  if (!claim.written) return [];
  for (let port = Number(claim.id) + 1; port <= 0xffff; port++) {
    if (others.isTaken('port', String(port))) continue;
    const number = String(port - base);
    const edits = [replace(claim.place, number)];
    return [{ title: `Write ${number}, the next one that no other file names`, kind: 'unsafe', edits }];
  }
  return [];
}
