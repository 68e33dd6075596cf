import { SDL_INFO, VNC_INFO } from './screen';
import { NOTHING, type Structure } from './structure';

// Structures of libxl: the other devices.

export const DISK: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['pdev_path', 'text'],
  ['vdev', 'text'],
  ['backend', 'word', { initial: 'unknown' }],
  ['format', 'word', { initial: 'unknown' }],
  ['script', 'text'],
  ['removable', 'number'],
  ['readwrite', 'number'],
  ['is_cdrom', 'number'],
  ['direct_io_safe', 'bool'],
  ['discard_enable', 'defbool'],
  ['specification', 'word', { initial: 'unknown', since: 417 }],
  ['transport', 'word', { initial: 'unknown', since: 417 }],
  ['irq', 'number', { since: 417 }],
  ['base', 'number', { since: 417 }],
  ['colo_enable', 'defbool'],
  ['colo_restore_enable', 'defbool'],
  ['colo_host', 'text'],
  ['colo_port', 'number'],
  ['colo_export', 'text'],
  ['active_disk', 'text'],
  ['hidden_disk', 'text'],
  ['trusted', 'defbool', { since: 417 }],
  ['grant_usage', 'defbool', { since: 419 }],
];

export const PCI: Structure = [
  ['func', 'number'],
  ['dev', 'number'],
  ['bus', 'number'],
  ['domain', 'number'],
  ['vdevfn', 'number'],
  ['vfunc_mask', 'number'],
  ['msitranslate', 'bool'],
  ['power_mgmt', 'bool'],
  ['permissive', 'bool'],
  ['seize', 'bool'],
  ['rdm_policy', 'word', { initial: 'invalid' }],
  ['name', 'text', { since: 415 }],
];

export const DTDEV: Structure = [['path', 'text']];

export const VFB: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['vnc', VNC_INFO],
  ['sdl', SDL_INFO],
  ['keymap', 'text'],
];

export const VKB: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['backend_type', 'word', { initial: 'unknown', since: 412 }],
  ['unique_id', 'text', { since: 412 }],
  ['feature_disable_keyboard', 'bool', { since: 412 }],
  ['feature_disable_pointer', 'bool', { since: 412 }],
  ['feature_abs_pointer', 'bool', { since: 412 }],
  ['feature_raw_pointer', 'bool', { since: 412 }],
  ['feature_multi_touch', 'bool', { since: 412 }],
  ['width', 'number', { since: 412 }],
  ['height', 'number', { since: 412 }],
  ['multi_touch_width', 'number', { since: 412 }],
  ['multi_touch_height', 'number', { since: 412 }],
  ['multi_touch_num_contacts', 'number', { since: 412 }],
];

export const VIRTIO: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['type', 'text'],
  ['transport', 'word', { initial: 'unknown' }],
  ['grant_usage', 'defbool'],
  ['devid', 'number', { initial: -1 }],
  ['irq', 'number'],
  ['base', 'number'],
];

export const VTPM: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['uuid', 'id'],
];

export const P9: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['tag', 'text'],
  ['path', 'text'],
  ['security_model', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['type', 'word', { initial: 'unknown', since: 419 }],
  ['max_space', 'number', { since: 419 }],
  ['max_files', 'number', { since: 419 }],
  ['max_open_files', 'number', { since: 419 }],
  ['auto_delete', 'bool', { since: 419 }],
];

export const PVCALLSIF: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
];

export const CONNECTOR_PARAM: Structure = [
  ['id', 'text', { until: 411 }],
  ['unique_id', 'text', { since: 412 }],
  ['width', 'number'],
  ['height', 'number'],
];

export const VDISPL: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['be_alloc', 'bool'],
  ['connectors', { list: CONNECTOR_PARAM }],
];

export const CHANNEL_SOCKET: Structure = [['path', 'text']];

export const CHANNEL: Structure = [
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
  ['devid', 'number', { initial: -1 }],
  ['name', 'text'],
  ['connection', { union: { unknown: NOTHING, pty: NOTHING, socket: CHANNEL_SOCKET } }],
];

export const USBCTRL: Structure = [
  ['type', 'word', { initial: 'auto' }],
  ['devid', 'number', { initial: -1 }],
  ['version', 'number'],
  ['ports', 'number'],
  ['backend_domid', 'number'],
  ['backend_domname', 'text'],
];

export const USBDEV_HOSTDEV: Structure = [
  ['hostbus', 'number'],
  ['hostaddr', 'number'],
];

export const USBDEV: Structure = [
  ['ctrl', 'number', { initial: -1 }],
  ['port', 'number'],
  ['type', { union: { hostdev: USBDEV_HOSTDEV } }],
];
