import { matchMember } from '../schema/enums';
import type { Guest } from './guest';
import { plain, type Step, step } from './step';

/** The program that emulates devices, and the domain that it may run in. */
export const DEVICE_MODEL: readonly Step[] = [
  step('device_model', deviceModel),
  plain('text', 'device_model_override', 'build.device_model'),
  step('device_model_version', version),
  plain('flag', 'device_model_stubdomain_override', 'build.device_model_stubdomain'),
  plain('text', 'device_model_stubdomain_seclabel', 'build.device_model_ssid_label', { since: 403 }),
  plain('text', 'device_model_user', 'build.device_model_user', { since: 406 }),
  plain('text', 'stubdomain_kernel', 'build.stubdomain_kernel', { since: 414 }),
  plain('text', 'stubdomain_cmdline', 'build.stubdomain_cmdline', { since: 416 }),
  plain('text', 'stubdomain_ramdisk', 'build.stubdomain_ramdisk', { since: 414 }),
  plain('mebibytes', 'stubdomain_memory', 'build.stubdomain_memkb', { since: 414 }),
  args('device_model_args', 'extra'),
  args('device_model_args_pv', 'extra_pv'),
  args('device_model_args_hvm', 'extra_hvm'),
];

function deviceModel(guest: Guest): void {
  const key = 'device_model';
  const text = guest.settings.string(key);
  if (text === undefined) return;
  guest.warn(
    { key },
    'WARNING: ignoring device_model directive.\n' +
      'WARNING: Use "device_model_override" instead if you really want a non-default device_model',
  );
  if (!text.includes('stubdom-dm')) return;
  guest.warn(
    { key },
    guest.type === 'hvm'
      ? 'WARNING: Or use "device_model_stubdomain_override" if you  want to enable stubdomains'
      : 'WARNING: ignoring "device_model_stubdomain_override" directive for pv guest',
  );
}

function version(guest: Guest): void {
  const key = 'device_model_version';
  const text = guest.settings.string(key);
  if (text === undefined) {
    if (guest.build.device_model !== undefined) {
      guest.warn({ key: 'device_model_override' }, 'WARNING: device model override given without specific DM version');
    }
    return;
  }
  const member = matchMember(key, text, guest.release);
  if (!member) guest.refuse({ key }, `Unknown ${key} "${text}" specified`);
  guest.build[key] = member.value.replaceAll('-', '_');
}

function args(key: string, field: string): Step {
  return step(key, (guest) => {
    const list = guest.settings.strings(key);
    if (list) guest.build[field] = list;
    else if (guest.settings.has(key)) guest.refuse({ key }, `xl: Unable to parse ${key}.`);
  });
}
