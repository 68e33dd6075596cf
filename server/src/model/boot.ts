import { matchMember } from '../schema/enums';
import { type Release, releaseName } from '../syntax/release';
import { leadingStrings } from '../syntax/typed';
import type { Guest } from './guest';
import { plain, type Step, step, type When } from './step';

/** What the guest boots. */
export const BOOT: readonly Step[] = [
  plain('text', 'kernel', 'build.kernel', { since: 405 }),
  plain('text', 'ramdisk', 'build.ramdisk', { since: 405 }),
  plain('text', 'device_tree', 'build.device_tree'),
  step(['cmdline', 'root', 'extra'], cmdline, { since: 405 }),
  plain('flag', 'driver_domain', 'create.driver_domain'),
  plain('flag', 'acpi', 'build.acpi', { since: 408 }),
  ...bootloader('build', { since: 410 }),
];

function bootloader(part: 'build' | 'pv', when: When): readonly Step[] {
  return [
    plain('text', 'bootloader', `${part}.bootloader`, when),
    step('bootloader_restrict', bootloaderRestrict, when),
    plain('text', 'bootloader_user', 'build.bootloader_user', when),
    step('bootloader_args', (guest) => bootloaderArgs(guest, part), when),
  ];
}

function bootloaderRestrict(guest: Guest): void {
  const restrict = guest.settings.defbool('bootloader_restrict') ?? guest.global.bootloaderRestrict;
  if (restrict !== undefined) guest.build.bootloader_restrict = restrict;
}

function cmdline(guest: Guest): void {
  const whole = guest.release >= 405 ? guest.settings.string('cmdline') : undefined;
  const root = guest.settings.string('root');
  const extra = guest.settings.string('extra');
  if (whole !== undefined) {
    guest.build.cmdline = whole;
    if (root !== undefined || extra !== undefined) {
      guest.warn({ key: 'cmdline' }, 'Warning: ignoring root= and extra= in favour of cmdline=');
    }
  } else if (root !== undefined) guest.build.cmdline = extra === undefined ? `root=${root}` : `root=${root} ${extra}`;
  else if (extra !== undefined) guest.build.cmdline = extra;
}

function bootloaderArgs(guest: Guest, part: 'build' | 'pv'): void {
  const key = 'bootloader_args';
  const list = guest.release >= 402 ? guest.settings.list(key, 'quiet') : undefined;
  if (list) {
    guest[part][key] = leadingStrings(list);
    return;
  }
  const text = guest.settings.string(key);
  if (text === undefined) return;
  if (guest.release < 402) {
    guest[part][key] = [text];
    return;
  }
  const advice = 'Please use a list of arguments.';
  guest.warn({ key }, `WARNING: Specifying "${key}" as a string is deprecated. ${advice}`);
  const args = text.split(/[ \t\n]+/).filter((word) => word !== '');
  // split_string_into_string_list does not expect that there may be nothing to split
  if (args.length === 0) guest.crash({ key });
  guest[part][key] = args;
}

/** `firmware`, and that there is something to boot, for guests whose kernel the toolstack loads. */
export const DIRECT_BOOT: readonly Step[] = [
  plain('text', 'kernel', 'build.kernel', { types: ['pv'], until: 404 }),
  step(['root', 'extra'], cmdline, { types: ['pv'], until: 404 }),
  ...bootloader('pv', { types: ['pv'], until: 409 }),
  step('firmware', firmware, { types: ['pv', 'pvh'] }),
  step(['kernel', 'bootloader'], somethingToBoot, { types: ['pv', 'pvh'] }),
  plain('text', 'ramdisk', 'build.ramdisk', { types: ['pv'], until: 404 }),
];

/** The folder of the firmware images as Debian builds Xen: it is chosen when Xen is built. */
export function firmwareFolder(release: Release): string {
  return `/usr/lib/xen-${releaseName(release)}/boot`;
}

function firmware(guest: Guest): void {
  const key = 'firmware';
  const text = guest.settings.string(key);
  if (text === undefined) return;
  if (guest.build.kernel !== undefined) guest.refuse({ key }, 'ERROR: both kernel and firmware specified');
  if (!matchMember('firmware_pv', text, guest.release)) {
    guest.refuse({ key }, 'ERROR: only pvgrub{32|64} supported as firmware options');
  }
  guest.build.kernel = `${firmwareFolder(guest.release)}/${text}.bin`;
}

function somethingToBoot(guest: Guest): void {
  const { kernel } = guest.build;
  const bootloader = guest.build.bootloader ?? guest.pv.bootloader;
  if (kernel === undefined && bootloader === undefined) {
    guest.refuse({ key: 'kernel' }, 'Neither kernel nor bootloader specified');
  }
}
