import type { LanguageRow } from '../../types';

/** The mini-languages of the host's own devices. */
export const PCI_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'pci',
    since: 401,
    separator: ',',
    assign: '=',
    earlier: [
      { until: 405, missingEquals: 'warns' },
      { until: 414, unknown: 'warns' },
    ],
    note: 'BDF positional first, optionally @vslot; 4.15+ also bdf= or name= instead (exactly one of them)',
    options: [
      {
        name: 'bdf',
        kind: 'named',
        type: 'bdf',
        position: 1,
        required: 'or name',
        note: '[DDDD:]BB:SS.F in hex, F may be *; F 0-7, SS up to 1f; named form bdf= since 4.15',
        text:
          'Address of the device as `lspci -D` prints it: `0000:03:00.0`, the domain `0000:` may be left ' +
          'out; `bdf=` in front is known from 4.15 on. `*` as the function passes all functions of the ' +
          'device. Everything is hexadecimal. The host numbers devices anew when cards are added: check the ' +
          'address after a change, or use `name`.',
      },
      {
        name: 'msitranslate',
        kind: 'named',
        type: 'boolean',
        defaultNote: 'the key pci_msitranslate',
        text:
          'Keeps MSI interrupts on in the host while an HVM guest believes it uses the old INTx line. Some ' +
          "drivers, NVIDIA's among them, notice and fail; hence off. xend had it on. Overrides " +
          '`pci_msitranslate` for this device.',
      },
      {
        name: 'name',
        kind: 'named',
        since: 415,
        type: 'string',
        conflicts: ['bdf'],
        text:
          'Name that was given to the device with `xl pci-assignable-add -n NAME BDF`, in place of its ' +
          "address: the file then survives a renumbering of the host's bus. The name must be known when the " +
          'guest starts; `seize` cannot find the device for it.',
      },
      {
        name: 'permissive',
        kind: 'named',
        since: 402,
        type: 'boolean',
        defaultNote: 'the key pci_permissive',
        text:
          "Lets the guest write to all of the device's configuration space. Devices with vendor registers " +
          'there need it. A hostile guest may then harm the host, so try without first, and set it for ' +
          'guests under your own control alone.',
      },
      {
        name: 'power_mgmt',
        kind: 'named',
        type: 'boolean',
        defaultNote: 'the key pci_power_mgmt',
        note: 'documented HVM only',
        text:
          'Lets an HVM guest put the device into its power-saving states; the manual has it for HVM alone. ' +
          'Off by default, as many devices do not come back from them.',
      },
      {
        name: 'rdm_policy',
        kind: 'named',
        since: 406,
        type: 'enum',
        values: 'rdm_reserve_policy',
        defaultNote: "rdm's policy, else strict",
        note: 'case-insensitive since 4.15; a bad value is fatal',
        text:
          "What happens when memory that the device's firmware reserves collides with the guest's RAM: " +
          '`strict` refuses to create the guest, `relaxed` warns and goes on. Overrides the policy of the ' +
          'key `rdm` for this device; upper case is known since 4.15, and other words end xl.',
      },
      {
        name: 'seize',
        kind: 'named',
        since: 405,
        type: 'boolean',
        defaultNote: 'the key pci_seize',
        text:
          'Takes the device away from its driver in dom0 when the guest starts, without an `xl ' +
          "pci-assignable-add` before. xl asks no questions: seizing the host's disk controller or only " +
          'network card cuts the host off.',
      },
      {
        name: 'vslot',
        kind: 'named',
        type: 'hex',
        range: [0, 31],
        note: 'after @ in the positional form; named form since 4.15; read as hex, so the man page example value 20 (0x20) is refused since 4.15; up to 4.14 any byte was let through',
        text:
          'Slot at which the guest finds the device: `03:00.0@8` or, from 4.15 on, `vslot=8` make it ' +
          "`00:08.0` there. Give it when the guest's drivers or licences depend on the place. The number is " +
          "hexadecimal and ends at 1f, so the manual's example 20 is refused.",
      },
    ],
    text:
      'One PCI device of the host for the guest, by its address, with options behind it: ' +
      '`"0000:03:00.0,permissive=1"` or, from 4.15 on, `"name=nic0"`. The device must be assignable first ' +
      "(`xl pci-assignable-add 03:00.0`, or `seize=1`). Options are 0 or 1: xm's `yes` and `no` both count " +
      'as 0.',
  },
  {
    name: 'rdm',
    since: 406,
    separator: ',',
    assign: '=',
    unknown: 'warns',
    missingEquals: 'ignores',
    note: '4.6-4.13 needed strategy first, then policy, both present; 4.14+ any order, each optional; 4.15+ the test on policy is inverted: strict/relaxed make the parse fail (value silently dropped), a bad policy only prints a message and is accepted',
    options: [
      {
        name: 'policy',
        kind: 'named',
        type: 'enum',
        values: 'rdm_reserve_policy',
        text:
          "What to do when a reserved region collides with the guest's RAM: `strict` refuses the guest, " +
          '`relaxed` goes on and takes the risk. Since 4.15 xl drops what it is given here because of an ' +
          'inverted test; say `rdm_policy` on the `pci` device instead.',
      },
      {
        name: 'strategy',
        kind: 'named',
        type: 'enum',
        values: 'rdm_strategy',
        text:
          'Which reserved regions are kept free. Left out, only those of the devices that are passed ' +
          "through; `strategy=host` keeps all of the machine's, so that any device can be plugged in later, " +
          'at the risk of collisions with nothing to gain for most guests.',
      },
    ],
    text:
      "How the guest's memory makes room for regions that the firmware reserves for devices (RMRR): " +
      '`rdm="strategy=host,policy=relaxed"`. Needed when devices with such regions will be passed through ' +
      'or plugged in. Up to 4.13 both parts must be there in this order. From 4.15 on a mistake in xl turns ' +
      'the test around: a right `policy` is dropped, a wrong one gets a message and passes.',
  },
  {
    name: 'iomem',
    since: 403,
    separator: ',',
    assign: '@',
    note: 'START,COUNT[@GFN], all hexadecimal page numbers; @GFN since 4.5; trailing junk tolerated up to 4.6',
    text:
      "One range of the host's physical memory addresses that the guest may map, in pages of 4 KiB and " +
      'hexadecimal: `"fe860,1"` is the page at 0xfe860000, `"fe860,1@8000"` puts it at page 0x8000 of the ' +
      "guest's address space (from 4.5 on). For device registers of a board; the guest can harm the machine " +
      'with them.',
  },
  {
    name: 'ioports',
    since: 402,
    separator: '-',
    note: 'hexadecimal PORT or FIRST-LAST; a reversed range is not detected',
    text:
      'One x86 I/O port or a range of them that the guest may use, in hexadecimal without `0x`: ' +
      '`"2f8-2ff"` is the second serial port. A bare `10` is hexadecimal too: port sixteen. A range must ' +
      'be quoted. xl does not notice a range whose ends are swapped.',
  },
  {
    name: 'irqs',
    since: 402,
    note: 'one decimal number per element, quoted or not',
    text:
      'One interrupt of the host that is delivered to the guest: a decimal number, such as `irqs=[4]`. It ' +
      'belongs to a device that `ioports` or `iomem` hands over; the host and other guests must not use it.',
  },
  {
    name: 'dtdev',
    since: 406,
    unknown: 'passes',
    note: 'each element is an absolute device tree path',
    text:
      "One device of the host's device tree for the guest, by its full path, such as " +
      '`"/soc/ethernet@ff0e0000"`. The IOMMU is set up for it; its registers and interrupts still need ' +
      '`iomem` and `irqs`, and a partial device tree (`device_tree`) describes it to the guest. Arm only.',
  },
];
