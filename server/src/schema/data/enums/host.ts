import type { EnumRow } from '../../types';

/** Enumerations of xl.conf and of CPU pools. */
export const HOST_ENUMS: readonly EnumRow[] = [
  {
    name: 'autoballoon',
    since: 401,
    members: [
      { value: 'auto', note: 'on, unless dom0_mem stands on the command line of Xen' },
      { value: 'on' },
      { value: 'off' },
      { value: '1' },
      { value: '0' },
    ],
  },
  { name: 'domid_policy', since: 414, members: [{ value: 'xen' }, { value: 'random' }] },
  { name: 'output_format', since: 402, members: [{ value: 'json' }, { value: 'sxp' }] },
  {
    name: 'scheduler',
    since: 402,
    anyCaseSince: 402,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      { value: 'sedf', number: 4 },
      { value: 'credit', number: 5 },
      { value: 'credit2', number: 6 },
      { value: 'arinc653', number: 7 },
      { value: 'rtds', number: 8, since: 405 },
      { value: 'null', number: 9, since: 409 },
    ],
  },
];
