import type { EnumRow } from '../../types';

/** Enumerations of devices. */
export const DEVICES_ENUMS: readonly EnumRow[] = [
  {
    name: 'disk_access',
    since: 402,
    members: [
      { value: 'rw' },
      { value: 'w', note: 'same as rw' },
      { value: 'ro' },
      { value: 'r', note: 'same as ro' },
      { value: '', placeholder: true },
    ],
  },
  {
    name: 'disk_backendtype',
    since: 402,
    members: [
      { value: 'phy' },
      { value: 'tap' },
      { value: 'qdisk' },
      { value: 'standalone', since: 417, note: 'with specification=virtio only' },
    ],
  },
  {
    name: 'disk_devtype',
    since: 402,
    members: [{ value: 'disk', note: 'accepted, not documented' }, { value: 'cdrom' }],
  },
  {
    name: 'disk_format',
    since: 402,
    members: [
      { value: 'raw' },
      { value: 'qcow' },
      { value: 'qcow2' },
      { value: 'vhd' },
      { value: 'qed', since: 409 },
      { value: 'empty', note: 'accepted, not documented' },
    ],
  },
  { name: 'disk_grant_usage', since: 419, members: [{ value: '0' }, { value: '1' }] },
  { name: 'disk_specification', since: 417, members: [{ value: 'xen' }, { value: 'virtio' }] },
  { name: 'vif_type', since: 401, members: [{ value: 'ioemu' }, { value: 'vif', since: 406 }] },
  { name: 'channel_connection', since: 405, members: [{ value: 'pty' }, { value: 'socket' }] },
  {
    name: 'p9_type',
    since: 419,
    anyCaseSince: 419,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      { value: 'qemu', number: 1 },
      { value: 'xen_9pfsd', number: 2 },
    ],
  },
  { name: 'p9_security_model', since: 409, open: true, members: [{ value: 'none' }] },
  {
    name: 'usbctrl_type',
    since: 407,
    anyCaseSince: 407,
    members: [
      { value: 'auto', number: 0 },
      { value: 'pv', number: 1 },
      { value: 'devicemodel', number: 2 },
      { value: 'qusb', number: 3 },
    ],
  },
  {
    name: 'usbctrl_version',
    since: 407,
    members: [{ value: '1' }, { value: '2' }, { value: '3', note: 'with type=devicemodel only' }],
  },
  { name: 'usbdev_type', since: 407, anyCaseSince: 407, members: [{ value: 'hostdev', number: 1 }] },
  { name: 'usbversion', since: 404, members: [{ value: '1' }, { value: '2' }, { value: '3' }] },
  {
    name: 'virtio_transport',
    since: 418,
    anyCaseSince: 418,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      { value: 'mmio', number: 1 },
    ],
  },
  {
    name: 'vkb_backend',
    since: 412,
    anyCaseSince: 412,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      { value: 'qemu', number: 1 },
      { value: 'linux', number: 2 },
    ],
  },
  {
    name: 'hdtype',
    since: 406,
    anyCaseSince: 406,
    members: [
      { value: 'ide', number: 1 },
      { value: 'ahci', number: 2 },
    ],
  },
  {
    name: 'gfx_passthru_kind',
    since: 407,
    anyCaseSince: 407,
    members: [
      { value: 'default', number: 0 },
      { value: 'igd', number: 1 },
    ],
  },
  {
    name: 'vga',
    since: 403,
    members: [{ value: 'cirrus' }, { value: 'none', since: 405 }, { value: 'qxl', since: 406 }, { value: 'stdvga' }],
  },
  {
    name: 'vendor_device',
    since: 404,
    anyCaseSince: 404,
    members: [
      { value: 'none', number: 0 },
      { value: 'xenserver', number: 1 },
    ],
  },
  {
    name: 'gic_version',
    since: 406,
    anyCaseSince: 406,
    members: [
      { value: 'default', number: 0 },
      { value: 'v2', number: 32 },
      { value: 'v3', number: 48 },
    ],
  },
  {
    name: 'tee_type',
    since: 413,
    anyCaseSince: 413,
    members: [
      { value: 'none', number: 0 },
      { value: 'optee', number: 1 },
      { value: 'ffa', number: 2, since: 418 },
    ],
  },
  {
    name: 'arm_sci_type',
    since: 421,
    anyCaseSince: 421,
    members: [
      { value: 'none', number: 0 },
      { value: 'scmi_smc', number: 1 },
    ],
  },
  {
    name: 'vuart_type',
    since: 410,
    anyCaseSince: 410,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      { value: 'sbsa_uart', number: 1 },
    ],
  },
];
