import type { Release } from '../../syntax/release';
import { firmwareFolder } from '../boot';
import type { Fields } from '../fields';
import type { Place } from '../message';
import { defaults, type Stage, structure } from './stage';
import { type Step, step } from './step';

/** The machine that an HVM guest sees. */
export const HVM_MACHINE: readonly Step[] = [
  step(timer, { types: ['hvm'], until: 409 }),
  step(features, { types: ['hvm'] }),
  step(redirection, { types: ['hvm'], since: 405 }),
  step(usb, { types: ['hvm'], since: 404 }),
  step(({ typed }) => defaults(typed, { boot: 'cda' }), { types: ['hvm'] }),
];

/** The default before the guest says anything else. */
const TIMER = 'no_delay_for_missed_ticks';

function isUnset(timer: unknown): boolean {
  return timer === undefined || timer === 'unknown';
}

function timer({ typed }: Stage): void {
  if (isUnset(typed.timer_mode)) typed.timer_mode = TIMER;
}

/** What an HVM guest's machine has or has not when nobody says, since each release. */
const FEATURES: readonly (readonly [since: Release, until: Release, fields: Fields])[] = [
  [402, 999, { pae: true, acpi_s3: true, acpi_s4: true, nx: true, hpet: true, vpt_align: true }],
  [402, 999, { acpi: true, viridian: false, usb: false, xen_platform_pci: true }],
  [402, 409, { apic: true, nested_hvm: false }],
  [406, 999, { altp2m: false }],
  [409, 999, { acpi_laptop_slate: false }],
  [413, 999, { vkb_device: true }],
  [419, 999, { pirq: false }],
  [421, 999, { xen_platform_pci_bar_uc: true }],
];

function features({ typed, release }: Stage): void {
  for (const [since, until, fields] of FEATURES) {
    if (since <= release && release <= until) defaults(typed, fields);
  }
}

function spiceOf({ typed }: Stage): Fields {
  return structure(typed, 'spice');
}

function redirection(stage: Stage): void {
  const spice = spiceOf(stage);
  defaults(spice, { enable: false });
  if (spice.enable || Number(spice.usbredirection ?? 0) <= 0) return;
  spice.usbredirection = 0;
  stage.warn({ key: 'spiceusbredirection' }, 'spice disabled, disabling usbredirection');
}

function usb(stage: Stage): void {
  const { typed } = stage;
  const redirection = Number(spiceOf(stage).usbredirection ?? 0);
  const asked = Number(typed.usbversion ?? 0);
  if (asked === 0 && redirection > 0) typed.usbversion = 2;
  const version = Number(typed.usbversion ?? 0);
  const devices = typed.usbdevice_list ?? typed.usbdevice;
  if ((version === 0 && redirection === 0) || (!typed.usb && devices === undefined)) return;
  const place: Place = { key: asked === 0 ? 'spiceusbredirection' : 'usbversion' };
  const text = 'usbversion and/or usbredirection cannot be enabled with usb and/or usbdevice parameters.';
  stage.refuse(place, text);
}

/** Memory of the host that devices claim. */
export const RESERVED_MEMORY: Step = step(reserved, { types: ['hvm'], since: 406 });

/** KiB below which reserved memory may be a conflict. */
const BOUNDARY = 2n * 1024n * 1024n;

function reserved({ typed }: Stage): void {
  const rdm = structure(typed, 'rdm');
  if (rdm.policy === undefined || rdm.policy === 'invalid') rdm.policy = 'relaxed';
  defaults(typed, { rdm_mem_boundary_memkb: BOUNDARY });
}

/** What only PV or PVH guests have. */
export const OTHER_TYPES: readonly Step[] = [
  step(({ typed }) => defaults(typed, { e820_host: false }), { types: ['pv'] }),
  step(shim, { types: ['pvh'] }),
];

function shim({ typed, release }: Stage): void {
  defaults(typed, { pvshim: false });
  if (!typed.pvshim) return;
  defaults(typed, { pvshim_path: `${firmwareFolder(release)}/xen-shim`, pvshim_cmdline: 'pv-shim console=xen,pv' });
}

/** What HVM and PVH guests share. */
export const SHARED: readonly Step[] = [step(shared, { types: ['hvm', 'pvh'], since: 410 })];

function shared({ build }: Stage): void {
  if (isUnset(build.timer_mode)) build.timer_mode = TIMER;
  defaults(build, { apic: true, nested_hvm: false });
}

/** What the bootloader may do. */
export const BOOTLOADER_RIGHTS: Step = step(
  ({ build }) => defaults(build, { bootloader_restrict: build.bootloader_user !== undefined }),
  { since: 418 },
);
