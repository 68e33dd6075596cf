import type { DeviceSpec, SpecReading } from '../syntax/specs';
import type { Guest } from './guest';
import type { Message, Place } from './message';

/** Says what libxlutil prints about a spec, each message at its part. */
export function sayErrors(
  guest: Guest,
  place: Place,
  spec: SpecReading,
  severity: Message['severity'] = 'error',
): void {
  for (const { message, span, unterminated, warning } of spec.errors) {
    if (message === undefined) continue;
    const said = { ...place, part: span, text: message, severity: warning ? 'warning' : severity } as const;
    guest.say(unterminated ? { ...said, unterminated } : said);
  }
}

/** Says what xl prints about a spec that it reads itself, and refuses the guest where xl ends. */
export function judge(guest: Guest, place: Place, spec: DeviceSpec): void {
  for (const { message, span, unterminated, warning } of spec.errors) {
    const at = { ...place, part: span };
    if (!warning) {
      guest.refuse(at, message ?? '', { crash: spec.crash ?? false, unterminated: unterminated ?? false });
    }
    if (message !== undefined) guest.warn(at, message);
  }
}
