import type { LanguageRow } from '../../types';

/** The mini-languages of USB. */
export const USB_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'usbctrl',
    since: 407,
    separator: ',',
    assign: '=',
    blanks: 'before',
    options: [
      {
        name: 'ports',
        kind: 'named',
        type: 'integer',
        default: '8',
        range: [1, 31],
        note: 'devicemodel: version 1 always 2, version 2 always 6, version 3 up to 15 (libxl)',
      },
      { name: 'type', kind: 'named', type: 'enum', values: 'usbctrl_type', default: 'auto' },
      {
        name: 'version',
        kind: 'named',
        type: 'integer',
        values: 'usbctrl_version',
        default: '2',
        range: [1, 3],
        note: '3 with devicemodel only; range checked by libxl',
      },
    ],
  },
  {
    name: 'usbdev',
    since: 407,
    separator: ',',
    assign: '=',
    blanks: 'before',
    options: [
      { name: 'controller', kind: 'named', type: 'integer', defaultNote: 'automatic' },
      { name: 'hostaddr', kind: 'named', type: 'integer', note: 'decimal, 0x hex or 0 octal' },
      { name: 'hostbus', kind: 'named', type: 'integer', note: 'decimal, 0x hex or 0 octal' },
      { name: 'port', kind: 'named', type: 'integer', note: 'documented to need controller' },
      {
        name: 'type',
        kind: 'named',
        type: 'enum',
        values: 'usbdev_type',
        default: 'hostdev',
        note: 'man pages 4.7-4.10 headed it devtype, a name the parser never accepted',
      },
    ],
  },
  {
    name: 'usbdevice',
    since: 401,
    unknown: 'passes',
    note: 'documented forms: tablet, mouse, host:VVVV:PPPP, host:BUS.ADDR; needs usb=1',
    options: [
      { name: 'host:', kind: 'value', note: 'host:VVVV:PPPP or host:BUS.ADDR without leading zeros (documented)' },
      { name: 'mouse', kind: 'value' },
      { name: 'tablet', kind: 'value' },
    ],
  },
];
