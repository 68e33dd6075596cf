import type { EnumRow } from '../../types';

/** Enumerations of what a guest is and how it starts. */
export const GUEST_ENUMS: readonly EnumRow[] = [
  { name: 'type', since: 410, prefix: true, members: [{ value: 'hvm' }, { value: 'pv' }, { value: 'pvh' }] },
  { name: 'builder', since: 401, prefix: true, members: [{ value: 'hvm' }, { value: 'generic', since: 410 }] },
  {
    name: 'on_action',
    since: 401,
    members: [
      { value: 'coredump-destroy' },
      { value: 'coredump-restart' },
      { value: 'destroy' },
      { value: 'preserve' },
      { value: 'rename-restart' },
      { value: 'restart' },
      { value: 'soft-reset', since: 407 },
    ],
  },
  {
    name: 'passthrough',
    since: 413,
    anyCaseSince: 413,
    members: [
      { value: 'default', number: 0 },
      { value: 'disabled', number: 1 },
      { value: 'enabled', number: 2 },
      { value: 'sync_pt', number: 3 },
      { value: 'share_pt', number: 4 },
    ],
  },
  {
    name: 'bios_type',
    since: 402,
    anyCaseSince: 402,
    guests: ['hvm'],
    members: [
      { value: 'unknown', number: 0, since: 404, placeholder: true },
      { value: 'rombios', number: 1 },
      { value: 'seabios', number: 2 },
      { value: 'ovmf', number: 3 },
    ],
  },
  {
    name: 'boot_device',
    since: 401,
    open: true,
    members: [
      { value: 'c', note: 'hard disk' },
      { value: 'd', note: 'CD-ROM' },
      { value: 'n', note: 'network' },
      { value: 'a', note: "floppy; used in libxl's default and in xm examples, not documented for xl" },
    ],
  },
  {
    name: 'firmware_pv',
    since: 410,
    prefix: true,
    guests: ['pv', 'pvh'],
    members: [{ value: 'pvgrub32' }, { value: 'pvgrub64' }],
  },
  { name: 'firmware_hvm', since: 410, prefix: true, guests: ['hvm'], members: [{ value: 'uefi' }, { value: 'bios' }] },
  { name: 'ms_vm_genid', since: 405, members: [{ value: 'generate' }, { value: 'none' }] },
  {
    name: 'device_model_version',
    since: 402,
    members: [
      { value: 'none', since: 407, until: 409 },
      { value: 'qemu-xen' },
      { value: 'qemu-xen-traditional', until: 420 },
    ],
  },
  {
    name: 'rdm_reserve_policy',
    since: 406,
    anyCaseSince: 415,
    members: [
      { value: 'invalid', number: -1, placeholder: true },
      { value: 'strict', number: 0 },
      { value: 'relaxed', number: 1 },
    ],
  },
  { name: 'rdm_strategy', since: 406, members: [{ value: 'host' }] },
];
