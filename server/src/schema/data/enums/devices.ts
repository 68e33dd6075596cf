import type { EnumRow } from '../../types';

/** Enumerations of devices other than disks. */
export const DEVICES_ENUMS: readonly EnumRow[] = [
  {
    name: 'vif_type',
    since: 401,
    members: [
      {
        value: 'ioemu',
        text:
          'An emulated card that any system can drive, and a PV card behind the same address for guests ' +
          'with PV drivers. The default for HVM; libxl refuses it for PV and PVH guests.',
      },
      {
        value: 'vif',
        since: 406,
        text:
          'The PV card alone: what PV and PVH guests always have. For an HVM guest it saves the emulated ' +
          'card, but the firmware cannot boot from the network then.',
      },
    ],
  },
  {
    name: 'channel_connection',
    since: 405,
    members: [
      {
        value: 'pty',
        text:
          "The host's end is a pseudo terminal, whose path `xl channel-list` shows; any terminal program " +
          'can talk to the guest.',
      },
      {
        value: 'socket',
        text:
          "The host's end is a Unix socket at `path`, which one program at a time may connect to. For " +
          'agents that run as a service.',
      },
    ],
  },
  {
    name: 'p9_type',
    since: 419,
    anyCaseSince: 419,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      {
        value: 'qemu',
        number: 1,
        text: 'QEMU serves the directory, one process per guest. It sets no limits on files and space.',
      },
      {
        value: 'xen_9pfsd',
        number: 2,
        text:
          'The small daemon of Xen 4.19 and later serves the directory, with limits. Made for the logs of a ' +
          'Xenstore stub domain, but good for any guest.',
      },
    ],
  },
  {
    name: 'p9_security_model',
    since: 409,
    open: true,
    members: [
      {
        value: 'none',
        text:
          'Files keep the owners and modes that the guest gives them, as far as the serving process may set ' +
          'them. There is no other choice, and it must still be written.',
      },
    ],
  },
  {
    name: 'usbctrl_type',
    since: 407,
    anyCaseSince: 407,
    members: [
      {
        value: 'auto',
        number: 0,
        text:
          "Emulated for HVM guests; else `pv` where the kernel's USB backend is loaded in dom0, and `qusb` " +
          'where not.',
      },
      {
        value: 'pv',
        number: 1,
        text:
          "Paravirtual, with the backend in dom0's kernel. Mainline Linux has no such backend: it needs a " +
          "patched kernel, such as SUSE's.",
      },
      {
        value: 'devicemodel',
        number: 2,
        text: 'Emulated by QEMU, so that any system with USB drivers can use it. For HVM guests alone.',
      },
      {
        value: 'qusb',
        number: 3,
        text: "Paravirtual, with the backend in QEMU. For PV guests, whose kernel must have Xen's USB frontend.",
      },
    ],
  },
  {
    name: 'usbctrl_version',
    since: 407,
    members: [
      {
        value: '1',
        text:
          'A USB 1.1 controller: 12 Mbit/s, for keyboards and for very old guests. Emulated ones have 2 ' + 'ports.',
      },
      {
        value: '2',
        text:
          'A USB 2.0 controller: 480 Mbit/s, understood by every system of this century. Emulated ones have ' +
          '6 ports.',
      },
      {
        value: '3',
        note: 'with type=devicemodel only',
        text:
          'A USB 3.0 (xHCI) controller with up to 15 ports. Exists only emulated, and Windows 7 and older ' +
          'need a driver for it.',
      },
    ],
  },
  {
    name: 'usbdev_type',
    since: 407,
    anyCaseSince: 407,
    members: [
      {
        value: 'hostdev',
        number: 1,
        text: 'A device that is plugged into the host, handed to the guest as a whole. There are no other ' + 'kinds.',
      },
    ],
  },
  {
    name: 'usbversion',
    since: 404,
    members: [
      {
        value: '1',
        text: "An emulated UHCI controller (USB 1.1) on the guest's board. Slow, but found by every system.",
      },
      {
        value: '2',
        text: 'An emulated EHCI controller with UHCI companions: old and fast devices both work. A good choice.',
      },
      {
        value: '3',
        text: 'An emulated NEC xHCI controller (USB 3.0). Guests older than Windows 8 have no driver for it.',
      },
    ],
  },
  {
    name: 'virtio_transport',
    since: 418,
    anyCaseSince: 418,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      {
        value: 'mmio',
        number: 1,
        text:
          "Device registers lie at an address that libxl chooses and writes into the guest's device tree. " +
          'virtio over PCI is not on offer here.',
      },
    ],
  },
  {
    name: 'vkb_backend',
    since: 412,
    anyCaseSince: 412,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      { value: 'qemu', number: 1, text: 'QEMU feeds the keyboard and pointer, as it does for a `vfb` with VNC.' },
      {
        value: 'linux',
        number: 2,
        text:
          'A backend program in a Linux driver domain feeds the device from real input hardware, found by ' +
          '`unique-id`.',
      },
    ],
  },
  {
    name: 'hdtype',
    since: 406,
    anyCaseSince: 406,
    members: [
      {
        value: 'ide',
        number: 1,
        text:
          'Emulated disks hang on an IDE controller, at most four with the CD drives. Every system since ' +
          'the nineties can boot from it.',
      },
      {
        value: 'ahci',
        number: 2,
        text:
          'The first six emulated disks hang on a SATA controller: quicker to boot. Windows XP and other ' +
          'old systems find no disk then, and an installed Windows may need a driver first.',
      },
    ],
  },
  {
    name: 'gfx_passthru_kind',
    since: 407,
    anyCaseSince: 407,
    members: [
      {
        value: 'default',
        number: 0,
        text:
          'QEMU finds out what kind of graphics card is passed through; the same as `gfx_passthru=1`. It ' +
          "knows Intel's integrated graphics alone.",
      },
      {
        value: 'igd',
        number: 1,
        text:
          "The passed device is treated as Intel's integrated graphics without a look at its id, for chips " +
          "that are newer than QEMU's list.",
      },
    ],
  },
  {
    name: 'vga',
    since: 403,
    members: [
      {
        value: 'cirrus',
        text:
          'A Cirrus Logic GD5446 with resolutions up to 1280x1024. Only for systems too old for `stdvga`: ' +
          'its emulation is slow and has had many security holes.',
      },
      {
        value: 'none',
        since: 405,
        text: 'No graphics card. For servers with a serial console; SeaBIOS then shows nothing by VNC.',
      },
      {
        value: 'qxl',
        since: 406,
        text:
          'The paravirtual card of SPICE, with several screens and fast 2D. The guest needs the QXL driver; ' +
          'the SPICE server must be built into QEMU.',
      },
      {
        value: 'stdvga',
        text:
          'A plain VESA card, with high resolutions when `videoram` is 16 or more. Right for all guests ' +
          'that can use a VESA mode, which is nearly all.',
      },
    ],
  },
  {
    name: 'vendor_device',
    since: 404,
    anyCaseSince: 404,
    members: [
      {
        value: 'none',
        number: 0,
        text: 'No extra device. Right for guests whose drivers do not come by Windows Update.',
      },
      {
        value: 'xenserver',
        number: 1,
        text:
          "A device with XenServer's PCI id, for which Windows Update offers the PV drivers of Citrix. " +
          'Without such drivers the guest shows an unknown device.',
      },
    ],
  },
];
