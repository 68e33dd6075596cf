import { globalAffinity } from './affinity';
import { ARM, LAST } from './arm';
import { BOOT, DIRECT_BOOT } from './boot';
import { cpuid } from './cpuid';
import { DEVICE_MODEL } from './device-model';
import { DEVICES, KEYBOARDS, USB, VFB } from './devices';
import { DISPLAY, HVM_DEVICES } from './display';
import type { Guest } from './guest';
import { ALTERNATE_VIEWS, HVM_MACHINE } from './hvm';
import { IDENTITY } from './identity';
import { LIFETIME } from './lifetime';
import { e820Host, PASSTHROUGH, pciDevices, pciFlagKeys, rdmKey } from './passthrough';
import { PLATFORM, TIMERS, VUART } from './platform';
import { PLACEMENT, PROCESSORS } from './processors';
import { SHIM } from './pvh';
import { RESOURCES } from './resources';
import { type Step, step } from './step';
import { XENSTORE } from './xenstore';

/** Everything that xl does with a guest file, in the order in which it does it (xl's parse_config_data, 4.2 to 4.22). */
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
  pciFlagKeys({ since: 414 }),
  rdmKey({ since: 414 }),
  ...pciDevices({ since: 413 }),
  PASSTHROUGH,
  ...PLATFORM,
  ...BOOT,
  ...TIMERS,
  ...HVM_MACHINE,
  ...DIRECT_BOOT,
  ...ALTERNATE_VIEWS,
  ...RESOURCES,
  ...DEVICES,
  step('vif2', vif2),
  VFB,
  pciFlagKeys({ until: 413 }),
  e820Host({ until: 413 }),
  rdmKey({ until: 413 }),
  ...pciDevices({ until: 412 }),
  ...USB,
  step('cpuid', cpuid),
  ...DEVICE_MODEL,
  ...DISPLAY,
  ...HVM_DEVICES,
  ...ARM,
  ...KEYBOARDS,
  ...LAST,
  step([], globalAffinity, { since: 406 }),
];

function blkdevStart(guest: Guest): void {
  if (guest.global.blkdevStart !== undefined) guest.build.blkdev_start = guest.global.blkdevStart;
}

function vif2(guest: Guest): void {
  const key = 'vif2';
  if (!guest.settings.list(key) || guest.release < 402) return;
  guest.warn({ key }, 'WARNING: vif2: netchannel2 is deprecated and not supported by xl');
}
