import { enumMembers, matchMember } from '../schema/enums';
import { int32 } from './fields';
import type { Guest } from './guest';
import { plain, type Step, step } from './step';
import { invalidValue, word } from './word';

/** Time, and what of the machine is the same for all types. */
export const PLATFORM: readonly Step[] = [
  step('shadow_memory', shadowMemory),
  plain('flag', 'nomigrate', 'build.disable_migrate'),
  step('tsc_mode', tscMode),
  plain('uint', 'rtc_timeoffset', 'build.rtc_timeoffset'),
  step('vncviewer', vncviewer),
  plain('flag', 'localtime', 'build.localtime'),
  plain('mebibytes', 'videoram', 'build.video_memkb'),
  plain('uint', 'max_event_channels', 'build.event_channels'),
];

/** Releases in which xl itself reckons how much shadow memory a guest needs. */
const RECKONED_UNTIL = 412;

function shadowMemory(guest: Guest): void {
  const value = guest.settings.long('shadow_memory');
  if (value !== undefined) guest.build.shadow_memkb = BigInt.asUintN(64, value * 1024n);
  else if (guest.release <= RECKONED_UNTIL) {
    const memory = (guest.build.max_memkb as bigint | undefined) ?? 2n ** 64n - 1n;
    const vcpus = BigInt((guest.build.max_vcpus as number | undefined) ?? 0);
    guest.build.shadow_memkb = BigInt.asUintN(64, 4n * (256n * vcpus + 2n * (memory / 1024n)));
  }
}

/** The first release that knows the names of modes; before it a number is taken as it is. */
const NAMES_SINCE = 402;

function tscMode(guest: Guest): void {
  const key = 'tsc_mode';
  if (guest.release < NAMES_SINCE) {
    guest.settings.long(key);
    return;
  }
  const number = guest.settings.long(key, 'quiet');
  if (number !== undefined) {
    const mode = numbered(guest, key, number);
    if (mode === undefined) guest.refuse({ key }, `ERROR: invalid value ${number} for "${key}"`);
    guest.build[key] = mode;
    return;
  }
  const text = guest.settings.string(key);
  if (text === undefined) return;
  if (guest.release < 419) guest.note({ key }, `got a tsc mode string: "${text}"`);
  const member = matchMember(key, text, guest.release);
  if (!member) guest.refuse({ key }, invalidValue(key)(text));
  guest.build[key] = member.value;
}

/** The word for a mode that was given as a number, after xl's warning that a word would be better; undefined if none. */
function numbered(guest: Guest, key: 'tsc_mode' | 'timer_mode', number: bigint): string | undefined {
  const wanted = int32(number);
  const name =
    matchNumber(key, wanted, guest.release) ?? (key === 'timer_mode' && wanted === -1 ? 'unknown' : undefined);
  const example = name === undefined ? '' : `e.g. ${key}="${name}"`;
  const advice = 'Please use the named parameter variant.';
  guest.warn({ key }, `WARNING: specifying "${key}" as an integer is deprecated. ${advice} ${example}`);
  return BigInt(wanted) === number && wanted >= 0 ? name : undefined;
}

function matchNumber(key: string, number: number, release: number): string | undefined {
  return enumMembers(key, release).find((member) => member.number === number)?.value;
}

function vncviewer(guest: Guest): void {
  if (guest.settings.long('vncviewer') === undefined || guest.release < 405) return;
  const advice = 'Use "-V" option of "xl create" to automatically spawn vncviewer.';
  guest.warn({ key: 'vncviewer' }, `WARNING: ignoring "vncviewer" option. ${advice}`);
}

/** How time passes for the guest, and whether it may have guests itself. */
export const TIMERS: readonly Step[] = [
  step('timer_mode', timerMode, { since: 410 }),
  plain('flag', 'nestedhvm', 'build.nested_hvm', { since: 410 }),
  plain('flag', 'apic', 'build.apic', { since: 410, until: 410 }),
];

/** The same before 4.10, among what only HVM guests have. */
export const HVM_TIMERS: readonly Step[] = [
  step('timer_mode', timerMode, { types: ['hvm'], until: 409 }),
  plain('flag', 'nestedhvm', 'hvm.nested_hvm', { types: ['hvm'], until: 409 }),
];

function timerMode(guest: Guest): void {
  const key = 'timer_mode';
  if (guest.release < NAMES_SINCE) {
    guest.settings.long(key);
    return;
  }
  const number = guest.settings.long(key, 'quiet');
  const text = number === undefined ? guest.settings.string(key) : undefined;
  if (number === undefined && text === undefined) return;
  const target = guest.release < 410 ? guest.hvm : guest.build;
  if (guest.type === 'pv') guest.refuse({ key }, `ERROR: "${key}" option is not supported for PV guests.`);
  if (number !== undefined) {
    const mode = numbered(guest, key, number);
    if (mode === undefined) guest.refuse({ key }, `ERROR: invalid value ${number} for "${key}"`);
    target[key] = mode;
    return;
  }
  const member = matchMember(key, text!, guest.release);
  if (!member) guest.refuse({ key }, invalidValue(key)(text!));
  target[key] = member.value;
}

/** Keys that stand between `maxvcpus` and `vnuma`. */
export const VUART: Step = word('vuart', {
  words: 'vuart_type',
  to: 'arm.vuart',
  refusal: invalidValue('vuart'),
});
