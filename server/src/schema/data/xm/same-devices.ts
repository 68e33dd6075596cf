import type { XmRow } from '../../xm-types';

/** Variables of xm about devices that xl reads and means the same by, though a default may be another one. */
export const XM_SAME_DEVICES: readonly XmRow[] = [
  {
    name: 'display',
    type: 'text',
    guests: ['hvm'],
    relation: 'same',
    note: 'top level since xl 4.5, for sdl',
    text:
      'X display for the SDL window of an HVM guest. xl reads the name at the top level from 4.5 on; ' +
      'before, only inside `vfb`.',
  },
  {
    name: 'gfx_passthru',
    type: 'text',
    since: '4.0',
    guests: ['hvm'],
    relation: 'same',
    text:
      "Hands the host's graphics card to an HVM guest as its first one. xl reads it, and knows more words " +
      'for the kind of card.',
  },
  {
    name: 'ioports',
    form: 'FROM[-TO]',
    type: 'list',
    default: '[]',
    relation: 'same',
    note: 'read by xl since 4.2',
    text:
      'Old I/O ports that the guest may use. xl reads the list from 4.2 on. Numbers must be strings there, ' +
      'as both read them as hexadecimal: `["2f8-2ff"]`.',
  },
  {
    name: 'keymap',
    type: 'text',
    default: "''",
    since: '3.0.4',
    relation: 'same',
    text: 'Keyboard layout for VNC, such as `de`. xl reads the line unchanged.',
  },
  {
    name: 'nographic',
    type: 'yes-no',
    default: '0',
    guests: ['hvm'],
    relation: 'same',
    text:
      'Starts an HVM guest without a graphics window. xl reads it; `vnc=0` with a `serial` line says more ' +
      'clearly what is left.',
  },
  {
    name: 'opengl',
    type: 'text',
    since: '3.3',
    guests: ['hvm'],
    relation: 'same',
    xmDefault: '1 with sdl',
    xlDefault: '0',
    note: 'with sdl: on by default in xm, off in libxl',
    text:
      'Draws the SDL window by OpenGL. With SDL it was on in xm and is off in xl; write `opengl=1` to keep ' + 'it.',
  },
  {
    name: 'pci_msitranslate',
    type: 'integer',
    default: '1',
    since: '3.4',
    guests: ['hvm'],
    relation: 'same',
    xmDefault: '1',
    xlDefault: '0',
    note: 'xm default 1, xl default 0 since 4.2',
    text:
      'Turns MSI interrupts into INTx for passed-through devices. On in xm, off in xl from 4.2 on: write ' +
      "`pci_msitranslate=1` only when the guest's driver needs it.",
  },
  {
    name: 'pci_power_mgmt',
    type: 'integer',
    default: '0',
    since: '3.4',
    guests: ['hvm'],
    relation: 'same',
    text: 'Lets an HVM guest change the power state of passed-through devices. Off in both.',
  },
  {
    name: 'sdl',
    type: 'text',
    guests: ['hvm'],
    relation: 'same',
    text:
      "Shows an HVM guest's screen in a window of the host's X server. The same in xl, if QEMU was built " +
      'with SDL.',
  },
  {
    name: 'serial',
    type: 'text',
    default: "''",
    relation: 'same',
    note: 'xend also took a list; xl takes lists since 4.5; xl reads it for HVM only, xend also fed it to the PV device model',
    text:
      'Serial port of the guest as a QEMU device, mostly `pty`. xl reads it for HVM guests alone, and lists ' +
      "from 4.5 on; a PV guest's console needs no line.",
  },
  {
    name: 'soundhw',
    form: 'audiodev',
    type: 'text',
    default: "''",
    since: '3.0.3',
    guests: ['hvm'],
    relation: 'same',
    text:
      'Emulated sound card of an HVM guest. xl reads one word from 4.15 on, so drop a list such as ' +
      '`sb16,es1370` to one card.',
  },
  {
    name: 'stdvga',
    type: 'yes-no',
    default: '0',
    guests: ['hvm'],
    relation: 'same',
    keys: ['vga', 'stdvga'],
    note: 'deprecated in xl, write vga="stdvga"',
    text: 'Standard VGA instead of the Cirrus card. xl still reads it with a deprecation; write `vga="stdvga"`.',
  },
  {
    name: 'usb',
    type: 'yes-no',
    default: '0',
    was: [{ before: '3.0.3', type: 'list', default: '[]' }],
    guests: ['hvm'],
    relation: 'same',
    text:
      'Switches the emulated USB bus of an HVM guest on. Before 3.0.3 it held a list of devices. xl reads ' +
      'the switch unchanged.',
  },
  {
    name: 'usbdevice',
    type: 'text',
    default: "''",
    since: '3.0.3',
    guests: ['hvm'],
    relation: 'same',
    note: 'one device in xm; xl also takes a list since 4.3',
    text:
      'One emulated or passed-through USB device, mostly `tablet`. The same in xl, which takes a list of ' +
      'them from 4.3 on.',
  },
  {
    name: 'vnc',
    type: 'text',
    guests: ['hvm'],
    relation: 'same',
    xmDefault: '0',
    xlDefault: '1',
    note: 'HVM: off unless set in xm, on by default in xl; PV: read at top level since xl 4.4',
    text:
      "VNC for the guest's screen. xm showed nothing unless the line said 1; xl turns VNC on for HVM guests " +
      'unless it says 0. Check the address in `vnclisten` after the move.',
  },
  {
    name: 'vncdisplay',
    type: 'text',
    since: '3.0.3',
    guests: ['hvm'],
    relation: 'same',
    text:
      "Number of the VNC display, port 5900 and up. The same in xl; in a PV guest's file xl reads it at the " +
      'top level from 4.4 on.',
  },
  {
    name: 'vnclisten',
    type: 'text',
    since: '3.0.3',
    guests: ['hvm'],
    relation: 'same',
    note: "xm's default came from vnc-listen in xend-config.sxp",
    text:
      'Address on which VNC listens. Without it xm took `vnc-listen` of `xend-config.sxp`; xl takes ' +
      '127.0.0.1, so write the address that you had.',
  },
  {
    name: 'vncpasswd',
    type: 'text',
    since: '3.0.4',
    guests: ['hvm'],
    relation: 'same',
    note: "xm's default came from vncpasswd in xend-config.sxp",
    text:
      'VNC password. Without it xm took the one in `xend-config.sxp`; xl has no such file, so write it here ' +
      'or VNC asks for none.',
  },
  {
    name: 'vncunused',
    type: 'yes-no',
    default: '1',
    since: '3.0.3',
    guests: ['hvm'],
    relation: 'same',
    text: 'Takes the first free VNC display. On in both; the display found is what `xl vncviewer` connects to.',
  },
  {
    name: 'xauthority',
    type: 'text',
    since: '3.0.2',
    guests: ['hvm'],
    relation: 'same',
    note: 'top level since xl 4.5, for sdl',
    text:
      'X authority file for the SDL window. xl reads it at the top level from 4.5 on, before that inside ' +
      '`vfb` alone.',
  },
  {
    name: 'xen_platform_pci',
    form: '0|1',
    type: 'integer',
    default: '1',
    since: '3.4',
    guests: ['hvm'],
    relation: 'same',
    text:
      'The PCI device through which PV drivers of an HVM guest find Xen. On in both; switching it off takes ' +
      'the PV drivers away.',
  },
];
