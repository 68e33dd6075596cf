import type { EnumRow } from '../../types';

/** Enumerations of what a guest is and how it starts. */
export const GUEST_ENUMS: readonly EnumRow[] = [
  {
    name: 'type',
    since: 410,
    prefix: true,
    members: [
      {
        value: 'hvm',
        text:
          'A full virtual PC with firmware and emulated devices: for Windows and any system that runs on a ' +
          'real PC. Needs a CPU with virtualisation support, and a QEMU per guest.',
      },
      {
        value: 'pv',
        text:
          'A guest whose kernel was built for Xen: no emulation, no CPU support needed, but slower system ' +
          'calls and weaker protection against speculative attacks. Kernels without PV support do not ' +
          'start.',
      },
      {
        value: 'pvh',
        text:
          'A guest in a hardware container without emulated devices: quick to start, small to attack. Linux ' +
          '4.11 and FreeBSD 12 or later have it; there is no firmware screen, no VGA and no emulated disk.',
      },
    ],
  },
  {
    name: 'builder',
    since: 401,
    prefix: true,
    members: [
      { value: 'hvm', text: 'A full virtual PC; the old word for `type="hvm"`, understood by every release of xl.' },
      {
        value: 'generic',
        since: 410,
        text:
          'A PV guest, as with `type="pv"`. Known since 4.10; before that any word other than `hvm` did the ' + 'same.',
      },
    ],
  },
  {
    name: 'on_action',
    since: 401,
    members: [
      {
        value: 'coredump-destroy',
        text:
          "Writes the guest's memory to Xen's dump directory (`/var/lib/xen/dump`), then throws the guest " +
          "away. For crashes that must be examined; the file is as large as the guest's memory.",
      },
      {
        value: 'coredump-restart',
        text:
          "Writes the guest's memory to the dump directory, then starts the guest anew. A guest that " +
          "crashes at every start fills the host's disk this way.",
      },
      {
        value: 'destroy',
        text:
          "Frees the guest's memory and devices: it is gone until somebody creates it again. Right for " +
          '`on_poweroff`.',
      },
      {
        value: 'preserve',
        text:
          'Keeps the dead guest with its memory for a look with a debugger or `xl dump-core`. It holds its ' +
          'memory and disks until `xl destroy`.',
      },
      {
        value: 'rename-restart',
        text:
          'Keeps the dead guest under a new name and starts another with the same configuration. Both need ' +
          'memory, and disks stay attached to both.',
      },
      {
        value: 'restart',
        text:
          'Throws the guest away and starts it anew from the same configuration. There is no limit: a guest ' +
          'that crashes during its start comes back for ever, every few seconds.',
      },
      {
        value: 'soft-reset',
        since: 407,
        text:
          'Gives the guest fresh Xen interfaces while it runs on: for HVM guests that boot another kernel ' +
          'with `kexec`, mostly to write a crash dump. Of use for `on_soft_reset`.',
      },
    ],
  },
  {
    name: 'passthrough',
    since: 413,
    anyCaseSince: 413,
    members: [
      { value: 'default', number: 0, text: '`enabled` when the file names a device to pass through, else `disabled`.' },
      {
        value: 'disabled',
        number: 1,
        text:
          'No IOMMU tables for the guest: saves memory, but no device can be plugged in later with `xl ' +
          'pci-attach`.',
      },
      {
        value: 'enabled',
        number: 2,
        text:
          'IOMMU tables from the start, in the best mode that the machine has. For guests that get devices ' +
          'later on.',
      },
      {
        value: 'sync_pt',
        number: 3,
        text:
          "The IOMMU has tables of its own which Xen keeps in step with the guest's memory. The only way " +
          'for PV guests; not on Arm.',
      },
      {
        value: 'share_pt',
        number: 4,
        text:
          "The IOMMU reads the guest's own page tables: no second copy, less work. Not for PV guests; `xl " +
          'info` shows `iommu_hap_pt_share` where the machine can do it.',
      },
    ],
  },
  {
    name: 'bios_type',
    since: 402,
    anyCaseSince: 402,
    guests: ['hvm'],
    members: [
      { value: 'unknown', number: 0, since: 404, placeholder: true },
      {
        value: 'rombios',
        number: 1,
        text:
          "The firmware of Xen's early years, for the old `qemu-xen-traditional` alone. Guests from xm's " +
          'time may insist on it; new ones should not.',
      },
      {
        value: 'seabios',
        number: 2,
        text: 'The classic PC firmware of today, and the default for HVM with the current QEMU.',
      },
      {
        value: 'ovmf',
        number: 3,
        text:
          'UEFI firmware, for systems that are installed in UEFI mode. Its file must be installed on the ' +
          'host; Xen keeps no boot entries from one start to the next.',
      },
    ],
  },
  {
    name: 'boot_device',
    since: 401,
    open: true,
    members: [
      { value: 'c', note: 'hard disk', text: 'The first hard disk; in a Linux guest `xvda` or `sda`.' },
      {
        value: 'd',
        note: 'CD-ROM',
        text: 'The first CD drive, even when its tray is empty; the firmware then goes on with the next letter.',
      },
      {
        value: 'n',
        note: 'network',
        text: 'The network, by PXE. Needs a card that QEMU emulates: `type=vif` cards cannot boot.',
      },
      {
        value: 'a',
        note: "floppy; used in libxl's default and in xm examples, not documented for xl",
        text:
          "A floppy. Stands in libxl's own default `cda` and in examples of xm, not in the manual; a floppy " +
          'itself needs `device_model_args`.',
      },
    ],
  },
  {
    name: 'firmware_pv',
    since: 410,
    prefix: true,
    guests: ['pv', 'pvh'],
    members: [
      {
        value: 'pvgrub32',
        text:
          "GRUB built as a 32-bit Xen guest: it reads the guest's own `grub.cfg`, so that the guest chooses " +
          'its kernel. Only for 32-bit PV kernels.',
      },
      {
        value: 'pvgrub64',
        text:
          'GRUB built as a 64-bit Xen guest, the same for 64-bit kernels. Safer than `pygrub`, as nothing ' +
          "of the guest's disk is parsed in dom0.",
      },
    ],
  },
  {
    name: 'firmware_hvm',
    since: 410,
    prefix: true,
    guests: ['hvm'],
    members: [
      {
        value: 'uefi',
        text: 'UEFI firmware (OVMF), for systems installed in UEFI mode; the image must be there on the host.',
      },
      {
        value: 'bios',
        text: "The default BIOS of the device model: SeaBIOS with today's QEMU, ROMBIOS with the traditional " + 'one.',
      },
    ],
  },
  {
    name: 'ms_vm_genid',
    since: 405,
    members: [
      {
        value: 'generate',
        text:
          'A new random id at each start and restore, by which domain controllers of Windows Server 2012 ' +
          'and later see that they were restored or cloned.',
      },
      {
        value: 'none',
        text:
          'No generation id device. Right for all guests that do not look for one; a Windows domain ' +
          'controller cannot notice a rollback without it.',
      },
    ],
  },
  {
    name: 'device_model_version',
    since: 402,
    members: [
      {
        value: 'none',
        since: 407,
        until: 409,
        text:
          'No device model at all. Known from 4.7 to 4.9 for the first, HVM-based form of PVH; since 4.10 ' +
          'write `type="pvh"`.',
      },
      { value: 'qemu-xen', text: "The current QEMU, from Xen's build or the distribution. The default." },
      {
        value: 'qemu-xen-traditional',
        until: 420,
        text:
          "Xen's old fork of QEMU 0.10, with ROMBIOS and Mini-OS stub domains. Unmaintained, without fixes, " +
          'and refused from 4.21 on. Moving a Windows guest off it changes its virtual hardware.',
      },
    ],
  },
  {
    name: 'rdm_reserve_policy',
    since: 406,
    anyCaseSince: 415,
    members: [
      { value: 'invalid', number: -1, placeholder: true },
      {
        value: 'strict',
        number: 0,
        text:
          "A collision of reserved device memory with the guest's RAM is an error: the guest is not " +
          'created, or the device not attached.',
      },
      {
        value: 'relaxed',
        number: 1,
        text:
          'A collision is only warned of. The guest may crash when the device uses that memory, as it ' +
          'always does with Intel graphics under Windows.',
      },
    ],
  },
  {
    name: 'rdm_strategy',
    since: 406,
    members: [
      {
        value: 'host',
        text:
          'Keeps every region free that any device of the machine has reserved, not only those of the ' +
          'devices in the file. Needed for plugging such devices in later.',
      },
    ],
  },
];
