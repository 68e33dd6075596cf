import { globalAffinity } from './affinity';
import { ARM, LAST } from './arm';
import { BOOT, DIRECT_BOOT } from './boot';
import { cpuid } from './cpuid';
import { DEVICE_MODEL } from './device-model';
import { channels } from './devices/channel';
import { disks } from './devices/disk';
import { p9s } from './devices/p9';
import { pvcalls, virtios, vtpms } from './devices/small';
import { usbControllers, usbDevices } from './devices/usb';
import { vdispls } from './devices/vdispl';
import { vfbs } from './devices/vfb';
import { vifs } from './devices/vif';
import { vkbs } from './devices/vkb';
import { vsnds } from './devices/vsnd';
import { DISPLAY, HVM_DEVICES } from './display';
import type { Guest } from './guest';
import { ALTERNATE_VIEWS, HVM_MACHINE } from './hvm';
import { IDENTITY } from './identity';
import { LIFETIME } from './lifetime';
import { e820Host, PASSTHROUGH, pciDevices, pciOptions } from './passthrough';
import { PLATFORM, TIMERS, VUART } from './platform';
import { PLACEMENT, PROCESSORS } from './processors';
import { SHIM } from './pvh';
import { RESOURCES } from './resources';
import { type Step, step } from './step';
import { XENSTORE } from './xenstore';

/** Everything that xl does with a guest file, in the order in which it does it (xl's parse_config_data, 4.10 to 4.22). */
export const STEPS: readonly Step[] = [
  ...IDENTITY,
  ...XENSTORE,
  ...SHIM,
  step([], blkdevStart),
  ...PROCESSORS,
  VUART,
  ...PLACEMENT,
  ...LIFETIME,
  e820Host({ since: 414 }),
  ...pciOptions({ since: 414 }),
  ...pciDevices({ since: 413 }),
  PASSTHROUGH,
  ...PLATFORM,
  ...BOOT,
  ...TIMERS,
  ...HVM_MACHINE,
  ...DIRECT_BOOT,
  ...ALTERNATE_VIEWS,
  ...RESOURCES,
  step('disk', disks),
  step('p9', p9s, { since: 409 }),
  step('vtpm', vtpms, { since: 403 }),
  step('vdispl', vdispls, { since: 410 }),
  step('pvcalls', pvcalls, { since: 411 }),
  step('vsnd', vsnds, { since: 412 }),
  step('channel', channels, { since: 405 }),
  step('vif', vifs),
  step('vif2', vif2),
  step('vfb', vfbs),
  ...pciOptions({ until: 413 }),
  e820Host({ until: 413 }),
  ...pciDevices({ until: 412 }),
  step('usbctrl', usbControllers, { since: 407 }),
  step('usbdev', usbDevices, { since: 407 }),
  step('cpuid', cpuid),
  ...DEVICE_MODEL,
  ...DISPLAY,
  ...HVM_DEVICES,
  ...ARM,
  step('vkb', vkbs, { since: 412 }),
  step('virtio', virtios, { since: 418 }),
  ...LAST,
  step([], globalAffinity, { since: 406 }),
];

function blkdevStart(guest: Guest): void {
  if (guest.global.blkdevStart !== undefined) guest.build.blkdev_start = guest.global.blkdevStart;
}

function vif2(guest: Guest): void {
  const key = 'vif2';
  if (!guest.settings.list(key)) return;
  guest.warn({ key }, 'WARNING: vif2: netchannel2 is deprecated and not supported by xl');
}
