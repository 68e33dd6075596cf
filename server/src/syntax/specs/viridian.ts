import { NEWEST_RELEASE, type Release } from '../release';
import { DeviceReader, type DeviceSpec } from './device';

/** The groups of enlightenments that libxl knows, in any case, and since when. */
export const VIRIDIAN_GROUPS: ReadonlyMap<string, Release> = new Map([
  ['base', 405],
  ['freq', 405],
  ['time_ref_count', 405],
  ['reference_tsc', 406],
  ['hcall_remote_tlb_flush', 407],
  ['apic_assist', 407],
  ['crash_ctl', 409],
  ['stimer', 413],
  ['hcall_ipi', 413],
  ['synic', 413],
  ['ex_processor_masks', 415],
  ['no_vp_limit', 415],
  ['cpu_hotplug', 415],
]);

/**
 * Reads one item of a list of viridian enlightenments as xl 4.5 to 4.22: `all`, `defaults`, or a group that `!` may turn off.
 * The field `group` holds what is named, `on` which way it goes.
 */
export function parseViridian(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  const off = bytes.startsWith('!');
  const at = { start: off ? 1 : 0, end: whole.end };
  const word = bytes.slice(at.start);
  const group = word.toLowerCase();
  const known = (VIRIDIAN_GROUPS.get(group) ?? Number.POSITIVE_INFINITY) <= release;
  device.part('item', at);
  if (!off && (word === 'all' || word === 'defaults')) Object.assign(device.fields, { group: word, on: true });
  else if (known) Object.assign(device.fields, { group, on: !off });
  else device.refuse('unknown group', at, `xl: unknown viridian enlightenment '${device.text(at)}'`);
  return device.spec();
}
