import type { SpecReading } from '../syntax/specs';
import type { Guest } from './guest';
import type { Message, Place } from './message';

/** Says what libxlutil prints about a spec, each message at its part. */
export function sayErrors(
  guest: Guest,
  place: Place,
  spec: SpecReading,
  severity: Message['severity'] = 'error',
): void {
  for (const { message, span, unterminated } of spec.errors) {
    if (message === undefined) continue;
    guest.say({ ...place, part: span, text: message, severity, ...(unterminated && { unterminated }) });
  }
}
