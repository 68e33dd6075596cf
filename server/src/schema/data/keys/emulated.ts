import type { KeyRow } from '../../types';

/** Devices that are emulated for an HVM guest, apart from its displays. */
export const EMULATED_KEYS: readonly KeyRow[] = [
  {
    name: 'acpi_laptop_slate',
    type: 'boolean',
    since: 409,
    guests: ['hvm'],
    default: '0',
    text:
      'Adds the ACPI device by which Windows learns whether a convertible PC is used as a laptop or as a tablet. For ' +
      'tests of touch interfaces; without it Windows behaves as on a desktop.',
  },
  {
    name: 'hdtype',
    type: 'enum',
    since: 406,
    guests: ['hvm'],
    values: 'hdtype',
    default: 'ide',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'Controller behind which an HVM guest sees its emulated disks: `ide` suits every system, `hdtype = "ahci"` ' +
      'boots quicker and takes six disks instead of four. Windows does not boot after a change unless its AHCI ' +
      'driver was enabled before. Neither kind takes read-only disks other than CD drives. Paravirtual drivers ' +
      'inside make it matter for booting only.',
  },
  {
    name: 'serial',
    type: 'string',
    shape: 'either',
    since: 401,
    reads: ['quiet-string_list', 'string'],
    guests: ['hvm'],
    language: 'serial',
    defaultNote: 'none; the manual says vc, or stdio with nographic',
    earlier: [{ until: 404, type: 'string', shape: 'scalar', reads: ['string'] }],
    checks: [{ when: 'could not be read', xl: 'refuses', since: 405 }],
    text:
      'Where the serial port of an HVM guest ends; with `serial = "pty"` it is what `xl console NAME` shows, once ' +
      'the guest writes there (`console=ttyS0` for Linux). Lists give several ports: `serial = ["pty", ' +
      '"file:/var/log/xen/web.log"]`. When absent, nothing is at the port; the manual speaks of QEMU\'s defaults, ' +
      'which libxl switches off.',
  },
  {
    name: 'soundhw',
    type: 'string',
    since: 401,
    guests: ['hvm'],
    language: 'soundhw',
    defaultNote: 'no sound card',
    note: 'documented: hda ac97 es1370 adlib cs4231a gus sb16; checked by libxl (not xl) since 4.15',
    text:
      'Sound card that an HVM guest sees: `soundhw = "hda"` has drivers in every current system, `ac97` in Windows ' +
      "XP. Sound goes to the Spice client, or to the host's own sound system. Since 4.15 an unknown word keeps the " +
      "guest from starting; before, QEMU judged. Some words of the manual's list are gone from newer QEMU.",
  },
  {
    name: 'usb',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    default: '0',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Gives an HVM guest a USB 1.1 controller, to which `usbdevice` plugs emulated devices. That key switches it ' +
      'on by itself, although the manual asks for both. Not together with `usbversion`; for faster devices use that ' +
      'or `usbctrl`.',
  },
  {
    name: 'usbdevice',
    type: 'string',
    shape: 'either',
    since: 401,
    reads: ['quiet-string_list', 'string'],
    guests: ['hvm'],
    language: 'usbdevice',
    earlier: [{ until: 402, type: 'string', shape: 'scalar', reads: ['string'] }],
    checks: [{ when: 'could not be read', xl: 'refuses', since: 403 }],
    text:
      'Emulated devices on the USB bus of an HVM guest. `usbdevice = ["tablet"]` is what most need: the pointer in ' +
      'VNC then follows the mouse exactly. The manual also offers devices of the host as "host:...", which QEMU has ' +
      'dropped: pass those through by `usbdev`. Not together with `usbversion` or Spice redirection.',
  },
  {
    name: 'usbversion',
    type: 'integer',
    since: 404,
    guests: ['hvm'],
    values: 'usbversion',
    documentedRange: [0, 3],
    default: '0',
    note: '0 = none; checked by libxl, which also refuses it together with usb/usbdevice',
    text:
      'USB controller of an HVM guest by its version, 1, 2 or 3, for Spice redirection or `device_model_args`: ' +
      '`usbversion = 3`. Excludes `usb` and `usbdevice`: the guest is refused with both. The keys `usbctrl` and ' +
      '`usbdev` make a controller of their own and do not need it.',
  },
  {
    name: 'vendor_device',
    type: 'enum',
    since: 404,
    guests: ['hvm'],
    values: 'vendor_device',
    default: 'none',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      "Adds the PCI device by which Windows Update recognises the guest and offers XenServer's paravirtual " +
      'drivers: `vendor_device = "xenserver"`. Decide at installation, as a device that comes or goes later changes ' +
      'which drivers Windows loads.',
  },
  {
    name: 'xen_platform_pci',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    default: '1',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Gives an HVM guest the PCI device by which paravirtual drivers find Xen. Switch it off for a guest that shall ' +
      'use emulated devices alone, for instance to repair a Windows whose drivers keep it from booting. Disks and ' +
      'network become much slower without it.',
  },
  {
    name: 'xen_platform_pci_bar_uc',
    type: 'boolean',
    since: 421,
    guests: ['hvm'],
    arch: 'x86',
    default: '1',
    text:
      'Marks the memory window of the Xen platform device as uncacheable, as firmware does with device memory. ' +
      'Linux keeps its grant table there, so on AMD hosts every access to it is slow: with 0 such guests have ' +
      "quicker disks and networks. Try it with the guest's system first, as others may rely on the mark.",
  },
];
