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
        text:
          'Number of sockets, 1 to 31 for PV controllers. Emulated controllers of version 1 always have 2 ' +
          'and those of version 2 always 6, and libxl refuses other numbers; those of version 3 have up to ' +
          '15, 8 by default.',
      },
      {
        name: 'type',
        kind: 'named',
        type: 'enum',
        values: 'usbctrl_type',
        default: 'auto',
        text:
          'How the controller reaches the guest: emulated by QEMU for guests without PV USB drivers ' +
          "(`devicemodel`, HVM alone), or paravirtual with a backend in dom0's kernel (`pv`) or in QEMU " +
          '(`qusb`). `auto` picks `devicemodel` for HVM, else `pv` where dom0 has its backend, else ' +
          '`qusb`.',
      },
      {
        name: 'version',
        kind: 'named',
        type: 'integer',
        values: 'usbctrl_version',
        default: '2',
        range: [1, 3],
        note: '3 with devicemodel only; range checked by libxl',
        text:
          'USB version of the controller: 1, 2 or 3. Choose 3 for fast disks and cameras; it exists for ' +
          '`type=devicemodel` alone and the guest needs an xHCI driver. Windows before 8 has none.',
      },
    ],
    text:
      'One USB controller of the guest: `"type=qusb,version=2,ports=8"`. Devices are plugged in with ' +
      '`usbdev` or later with `xl usbdev-attach`. Without any, libxl adds a controller for the first ' +
      'device. Controllers are numbered from 0 in the order of the list.',
  },
  {
    name: 'usbdev',
    since: 407,
    separator: ',',
    assign: '=',
    blanks: 'before',
    options: [
      {
        name: 'controller',
        kind: 'named',
        type: 'integer',
        defaultNote: 'automatic',
        text:
          'Number of the `usbctrl` controller to plug the device into, from 0. Left out, the first free ' +
          'port of any controller is taken, and a controller is added when there is none.',
      },
      {
        name: 'hostaddr',
        kind: 'named',
        type: 'integer',
        note: 'decimal, 0x hex or 0 octal',
        text:
          'Device number of the USB device on its bus, the `Device 005` of `lsusb`. Leave the leading zeros ' +
          'out, `hostaddr=8`: they make the number octal to xl, which then takes `008` for 0 without a ' +
          'message.',
      },
      {
        name: 'hostbus',
        kind: 'named',
        type: 'integer',
        note: 'decimal, 0x hex or 0 octal',
        text:
          'Bus number of the USB device in the host, the `Bus 001` of `lsusb`. Write it without leading ' +
          'zeros, as those make it octal, and a word counts as 0.',
      },
      {
        name: 'port',
        kind: 'named',
        type: 'integer',
        note: 'documented to need controller',
        text:
          'Socket of the controller, from 1. Meant to stand with `controller`, else it says nothing; a ' +
          "number beyond the controller's ports is refused by libxl.",
      },
      {
        name: 'type',
        kind: 'named',
        type: 'enum',
        values: 'usbdev_type',
        default: 'hostdev',
        note: 'man pages 4.7-4.10 headed it devtype, a name the parser never accepted',
        text:
          'Kind of USB device. There is one, `hostdev`, so leave it out. Manuals of 4.7 to 4.10 called the ' +
          'option `devtype`, a name which xl has never known.',
      },
    ],
    text:
      'One USB device of the host for the guest: `"hostbus=1,hostaddr=5"`, numbers as `lsusb` prints them. ' +
      'The address changes whenever the device is plugged in anew, so a file with it fits until the next ' +
      'time only; `xl usbdev-attach` does the same for a running guest.',
  },
  {
    name: 'usbdevice',
    since: 401,
    unknown: 'passes',
    note: 'documented forms: tablet, mouse, host:VVVV:PPPP, host:BUS.ADDR; needs usb=1',
    options: [
      {
        name: 'host:',
        kind: 'value',
        note: 'host:VVVV:PPPP or host:BUS.ADDR without leading zeros (documented)',
        text:
          'Passes a USB device of the host through the emulated bus, by vendor and product ' +
          '(`host:046d:c31c`, from `lsusb`) or by bus and number (`host:1.5`, no leading zeros). The first ' +
          'form finds the device again after it was replugged. From 4.7 on, `usbdev` can also attach and ' +
          'detach it while the guest runs.',
      },
      {
        name: 'mouse',
        kind: 'value',
        text:
          'An emulated USB mouse, which reports movements. Under VNC the two cursors drift apart: prefer ' +
          '`tablet` unless the guest cannot use one.',
      },
      {
        name: 'tablet',
        kind: 'value',
        text:
          'An emulated USB pointer that reports positions, so that the cursor in a VNC or SDL window stays ' +
          'under the real one. The usual choice for guests with a desktop; it costs some CPU time as the ' +
          'guest polls it.',
      },
    ],
    text:
      "One device on the emulated USB bus of an HVM guest: `tablet`, `mouse`, or one of the host's as " +
      '`host:1a2b:3c4d`. The bus must be switched on with `usb=1`. xl hands the word to QEMU as it is; what ' +
      'QEMU does not know keeps the guest from starting.',
  },
];
