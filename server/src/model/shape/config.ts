import { BUILD_INFO } from './build';
import { CHANNEL, DISK, DTDEV, P9, PCI, PVCALLSIF, USBCTRL, USBDEV, VDISPL, VFB, VIRTIO, VKB, VTPM } from './devices';
import { NIC } from './nic';
import { VSND } from './sound';
import type { Structure } from './structure';

// Structures of libxl: a whole guest.

export const CREATE_INFO: Structure = [
  ['type', 'word', { initial: 'invalid' }],
  ['hap', 'defbool'],
  ['oos', 'defbool'],
  ['ssidref', 'number'],
  ['ssid_label', 'text'],
  ['name', 'text'],
  ['domid', 'number', { since: 414 }],
  ['uuid', 'id'],
  ['poolid', 'number'],
  ['pool_name', 'text'],
  ['run_hotplug_scripts', 'defbool'],
  ['pvh', 'defbool', { since: 404, until: 408 }],
  ['driver_domain', 'defbool'],
  ['passthrough', 'word', { initial: 'default', since: 413 }],
  ['xend_suspend_evtchn_compat', 'defbool', { since: 414 }],
];

export const CONFIG: Structure = [
  ['c_info', CREATE_INFO],
  ['b_info', BUILD_INFO],
  ['disks', { list: DISK }],
  ['nics', { list: NIC }],
  ['pcidevs', { list: PCI }],
  ['dtdevs', { list: DTDEV }],
  ['vfbs', { list: VFB }],
  ['vkbs', { list: VKB }],
  ['virtios', { list: VIRTIO }, { since: 418 }],
  ['vtpms', { list: VTPM }],
  ['p9', { list: P9 }, { until: 409 }],
  ['p9s', { list: P9 }, { since: 410 }],
  ['pvcallsifs', { list: PVCALLSIF }, { since: 411 }],
  ['vdispls', { list: VDISPL }],
  ['vsnds', { list: VSND }, { since: 412 }],
  ['channels', { list: CHANNEL }],
  ['usbctrls', { list: USBCTRL }],
  ['usbdevs', { list: USBDEV }],
  ['on_poweroff', 'word', { initial: 'destroy' }],
  ['on_reboot', 'word', { initial: 'destroy' }],
  ['on_watchdog', 'word', { initial: 'destroy' }],
  ['on_crash', 'word', { initial: 'destroy' }],
  ['on_soft_reset', 'word', { initial: 'destroy' }],
];
