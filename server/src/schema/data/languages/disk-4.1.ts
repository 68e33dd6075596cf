import type { LanguageRow } from '../../types';

/** The mini-language of `disk` in Xen 4.1. */
export const DISK_4_1_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'disk-4.1',
    since: 401,
    until: 401,
    separator: ',',
    missingEquals: 'positional',
    note: 'form TYPE:PATH,VDEV[:cdrom],MODE; a leading comma (no TYPE:) means an empty drive; VDEV may start with ioemu:',
    options: [
      {
        name: 'mode',
        kind: 'positional',
        type: 'string',
        position: 3,
        note: 'writable when it starts with w, else read-only; w! therefore counts as w',
      },
      { name: 'vdev', kind: 'positional', type: 'vdev', position: 2, note: ':cdrom suffix allowed, no other' },
      { name: 'file:', kind: 'prefix', becomes: 'backend tap, format raw' },
      { name: 'phy:', kind: 'prefix', becomes: 'backend phy, format raw' },
      { name: 'tap2:', kind: 'prefix', becomes: 'same as tap:' },
      { name: 'tap:', kind: 'prefix', becomes: 'needs a driver: aio (raw), raw, vhd, qcow, qcow2' },
      { name: 'tap:aio:', kind: 'prefix', becomes: 'backend tap, format raw' },
      { name: 'tap:qcow2:', kind: 'prefix', becomes: 'backend qdisk, format qcow2' },
      { name: 'tap:qcow:', kind: 'prefix', becomes: 'backend qdisk, format qcow' },
      { name: 'tap:raw:', kind: 'prefix', becomes: 'backend tap, format raw' },
      { name: 'tap:vhd:', kind: 'prefix', becomes: 'backend tap, format vhd' },
    ],
  },
];
