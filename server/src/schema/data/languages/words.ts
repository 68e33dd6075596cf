import type { LanguageRow } from '../../types';

/** The languages of a single word. */
export const WORDS_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'altp2m',
    since: 409,
    values: ['altp2m_mode'],
    note: 'number 0..3 also accepted',
    text:
      "Who may use alternate views of the guest's memory, for introspection tools such as drakvuf: " +
      '`altp2m="external"`. The number of the mode, 0 to 3, is taken too. Xen must be booted with ' +
      '`altp2m=1`, and the guest needs hardware-assisted paging.',
  },
  {
    name: 'bios',
    since: 402,
    values: ['bios_type'],
    text:
      'Which firmware an HVM guest boots: `bios="ovmf"` for UEFI, `bios="seabios"` for a classic BIOS. The ' +
      'installed system must match: one that was installed under UEFI does not start from a BIOS. ' +
      '`firmware` is the newer key for the same choice.',
  },
  {
    name: 'boot',
    since: 401,
    values: ['boot_device'],
    unknown: 'passes',
    note: 'string of device letters tried in order',
    text:
      'Letters of the devices from which an HVM guest tries to boot, in that order: `boot="dc"` is first ' +
      'CD, then disk. xl does not check the letters. A UEFI guest goes by the boot entries in its firmware ' +
      'instead.',
  },
  {
    name: 'builder',
    since: 401,
    values: ['builder'],
    earlier: [{ until: 409, unknown: 'ignores' }],
    note: 'until 4.9 every other word meant PV',
    text:
      'The old way to choose the guest type: `builder="hvm"` or, for PV, `builder="generic"`. From 4.10 ' +
      "on write `type`. Until 4.9 every other word, xm's `linux` among them, silently meant PV; later " +
      'releases refuse it. A word may be cut short, as in `h`.',
  },
  {
    name: 'device_model_version',
    since: 402,
    values: ['device_model_version'],
    text:
      'Which QEMU emulates the devices: `qemu-xen` is the current one. `qemu-xen-traditional`, the old ' +
      'fork, is gone from 4.21 on; it was needed for `rombios` and for the old stub domains.',
  },
  {
    name: 'firmware',
    since: 410,
    values: ['firmware_pv', 'firmware_hvm', 'bios_type'],
    note: 'for HVM any other text is a path',
    options: [
      {
        name: 'PATH',
        kind: 'value',
        guests: ['hvm'],
        note: 'anything that is no known name',
        text:
          'Path of a firmware image of your own for an HVM guest, such as ' +
          '`firmware="/usr/lib/xen/boot/ovmf-debug.bin"`. Anything that is no known word counts as one, ' +
          'even a slip of the pen such as `uefii`.',
      },
    ],
    text:
      'What boots inside the guest before its kernel: `uefi` or `bios` for HVM, `pvgrub32` or `pvgrub64` ' +
      'for PV and PVH, or an exact firmware (`ovmf`, `seabios`, `rombios`). For HVM any other text is taken ' +
      'for the path of a firmware file, so a misspelt word shows only when the guest starts.',
  },
  {
    name: 'on_action',
    since: 401,
    values: ['on_action'],
    text:
      'What becomes of the guest when it stops in a certain way: throw it away (`destroy`), start it anew ' +
      '(`restart`), or keep it for a look (`preserve`), and combinations of these with a dump or another ' +
      'name.',
  },
  {
    name: 'passthrough',
    since: 413,
    values: ['passthrough'],
    text:
      'Whether the IOMMU is set up for the guest, and how: `passthrough="enabled"` when devices are to be ' +
      'plugged in later with `xl pci-attach`; without it that works only for guests that have a device from ' +
      'the start.',
  },
  {
    name: 'sve',
    since: 418,
    values: ['sve_type'],
    text:
      'Longest vector of Arm\'s Scalable Vector Extension that the guest may use, in bits: `sve="256"`, ' +
      '`sve="hw"` for all that the machine has. A length above the machine\'s is refused. Without it the ' +
      'guest has no SVE at all.',
  },
  {
    name: 'timer_mode',
    since: 401,
    values: ['timer_mode'],
    note: 'number 0..3 deprecated since 4.2',
    text:
      'What happens to timer interrupts that fall due while the guest is not running: ' +
      '`timer_mode="no_delay_for_missed_ticks"`. Numbers 0 to 3 still work but are deprecated since 4.2; ' +
      'write the name.',
  },
  {
    name: 'tsc_mode',
    since: 401,
    values: ['tsc_mode'],
    note: 'number 0..3 deprecated since 4.2',
    text:
      'Whether the guest reads the CPU\'s time stamp counter directly or through Xen: `tsc_mode="default"`. ' +
      'Numbers 0 to 3 still work but are deprecated since 4.2. Fixed or emulated counters matter for ' +
      'migration between hosts of different speed.',
  },
  {
    name: 'type',
    since: 410,
    values: ['type'],
    text:
      'What kind of guest this is: `pv`, `hvm` or `pvh`. A word may be cut short; the first that fits in ' +
      'the order hvm, pv, pvh counts, so `p` means PV. Without it the guest is a PV guest on x86; on Arm ' +
      'there is only PVH.',
  },
  {
    name: 'vga',
    since: 403,
    values: ['vga'],
    text:
      'Graphics card that QEMU emulates for an HVM guest: `vga="stdvga"` is right for nearly all guests. ' +
      '`cirrus` is for very old systems, `qxl` for SPICE, `none` for servers with a serial console.',
  },
  {
    name: 'viridian',
    since: 405,
    values: ['viridian_enlightenment', 'viridian_special'],
    note: 'element is GROUP, !GROUP, all or defaults; later elements override earlier ones',
    options: [
      {
        name: '!GROUP',
        kind: 'form',
        note: 'switches one group off',
        text:
          'Switches one group off that an earlier element switched on: `["all", "!freq"]`. Where it stands ' +
          'first it does nothing, and `!base` with any other group is an error.',
      },
    ],
    text:
      'One group of Hyper-V interfaces that Windows uses to run better: `viridian=["defaults", "stimer", ' +
      '"!freq"]`; later elements override earlier ones. `viridian=1` is short for the defaults. Every ' +
      "group needs `base`. For other guests leave it off: some stop using Xen's own drivers when they " +
      'believe that they run on Hyper-V.',
  },
];
