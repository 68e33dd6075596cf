import type { XmRow } from '../../xm-types';

/** Variables of xm, not about devices, that xl reads and means the same by, though a default may be another one. */
export const XM_SAME: readonly XmRow[] = [
  {
    name: 'acpi',
    type: 'integer',
    default: '1',
    was: [{ before: '3.0.4', type: 'integer', default: '0' }],
    since: '3.0.2',
    guests: ['hvm'],
    relation: 'same',
    text:
      'ACPI tables for an HVM guest, off by default before Xen 3.0.4. Keep the line as it is: xl reads it ' +
      'too, and Windows must not lose ACPI after it was installed with it.',
  },
  {
    name: 'apic',
    type: 'integer',
    default: '1',
    was: [{ before: '3.0.4', type: 'integer', default: '0' }],
    since: '3.0.2',
    guests: ['hvm'],
    relation: 'same',
    text:
      'Interrupt controllers (APIC) for an HVM guest; needed for more than one vCPU. xl reads the line ' + 'unchanged.',
  },
  {
    name: 'boot',
    form: 'a|b|c|d',
    type: 'text',
    default: "'c'",
    guests: ['hvm'],
    relation: 'same',
    xmDefault: 'c',
    xlDefault: 'cda',
    note: 'xm default c, libxl default cda',
    text:
      'Boot order of an HVM guest in letters. xm began and ended with the hard disk, xl goes on to CD and ' +
      'floppy (`cda`) when the line is missing; a line that is there means the same to both.',
  },
  {
    name: 'bootloader',
    type: 'text',
    guests: ['pv'],
    relation: 'same',
    note: 'xm passed -q to the bootloader when no arguments were given and the console was not attached',
    text:
      "Program in dom0 that takes the kernel out of a PV guest's disk, usually `pygrub`. xl reads the line; " +
      'drop an old path such as `/usr/bin/pygrub` to `pygrub` alone, and xl finds it in its own directory.',
  },
  {
    name: 'cpu_weight',
    type: 'integer',
    was: [{ before: '3.0.4', type: 'float', default: 'None' }],
    relation: 'same',
    text:
      'Share of CPU time against other guests, 256 being the usual weight. xl reads it unchanged; before ' +
      '3.0.4 it was a fraction, which xl does not take.',
  },
  {
    name: 'extra',
    type: 'text',
    default: "''",
    relation: 'same',
    note: 'xl prefers cmdline',
    text:
      "Words at the end of the kernel's command line. xl reads it, and puts `root` before it; when the file " +
      'also has `cmdline`, xl warns and ignores `root` and `extra`.',
  },
  {
    name: 'hap',
    type: 'integer',
    default: '1',
    since: '3.3',
    guests: ['hvm'],
    relation: 'same',
    text: 'Hardware-assisted paging for an HVM guest, on unless the line says 0. The same in xl.',
  },
  {
    name: 'hpet',
    type: 'integer',
    default: '0',
    since: '3.3',
    guests: ['hvm'],
    relation: 'same',
    xmDefault: '0',
    xlDefault: '1',
    note: 'xm default 0, xl default 1',
    text:
      'High precision timer of an HVM guest. xm left it out, xl puts it in: write `hpet=0` when a guest ' +
      "from xm's time should keep the hardware it had.",
  },
  {
    name: 'localtime',
    type: 'yes-no',
    default: '0',
    relation: 'same',
    text: "Starts the guest's clock in local time instead of UTC, for Windows. xl reads the line unchanged.",
  },
  {
    name: 'maxmem',
    type: 'integer',
    relation: 'same',
    text:
      'Greatest memory of the guest in MiB, up to which it may be ballooned. The same in xl; it must not be ' +
      'less than `memory`.',
  },
  {
    name: 'maxvcpus',
    since: '4.0',
    standing: 'honoured',
    relation: 'same',
    note: 'never declared by xm but honoured by its 4.x code',
    text:
      'Greatest number of vCPUs. xend 4.x used it though xm did not declare it, and meant it as xl does: ' +
      'start with `vcpus`, plug up to this.',
  },
  {
    name: 'memory',
    type: 'integer',
    default: '128',
    relation: 'same',
    xmDefault: '128',
    xlDefault: '32',
    note: 'xm default 128 MiB, libxl default 32 MiB',
    text:
      'Memory of the guest in MiB. The same in xl, but a file without it got 128 MiB from xm and gets 32 ' +
      'from libxl, too little for most kernels.',
  },
  {
    name: 'name',
    type: 'text',
    relation: 'same',
    xmDefault: 'file name',
    xlDefault: 'none, required',
    note: 'xm fell back to the file name; xl 4.2+ insists on it',
    text:
      'Name of the guest. xm took the name of the file when it was missing; xl refuses the file, so add the ' + 'line.',
  },
  {
    name: 'nestedhvm',
    type: 'integer',
    default: '0',
    since: '4.2',
    guests: ['hvm'],
    relation: 'same',
    text: 'Lets an HVM guest run virtual machines of its own. The same in xl, still experimental.',
  },
  {
    name: 'nomigrate',
    type: 'integer',
    default: '0',
    since: '4.0',
    relation: 'same',
    text:
      'Forbids to migrate or save the guest, so that it may use features that only this host has. The same ' + 'in xl.',
  },
  {
    name: 'on_crash',
    form: 'destroy|restart|preserve|rename-restart|coredump-destroy|coredump-restart',
    type: 'text',
    effective: 'restart',
    relation: 'same',
    xmDefault: 'restart',
    xlDefault: 'destroy',
    note: 'absent: xend restarted the guest, xl destroys it',
    text:
      'What becomes of a crashed guest. Without the line xend started it anew, while xl destroys it: write ' +
      '`on_crash="restart"` to keep what you had.',
  },
  {
    name: 'on_poweroff',
    form: 'destroy|restart|preserve|rename-restart',
    type: 'text',
    effective: 'destroy',
    relation: 'same',
    text: 'What becomes of a guest that has shut down. Same words and same default, `destroy`, in xl.',
  },
  {
    name: 'on_reboot',
    form: 'destroy|restart|preserve|rename-restart',
    type: 'text',
    effective: 'restart',
    relation: 'same',
    text: 'What becomes of a guest that reboots. Same words and same default, `restart`, in xl.',
  },
  {
    name: 'oos',
    type: 'integer',
    default: '1',
    since: '4.0',
    guests: ['hvm'],
    relation: 'same',
    text:
      'Lets shadow page tables get out of step for speed, for HVM guests without hardware-assisted paging. ' +
      'xl reads it unchanged.',
  },
  {
    name: 'pae',
    type: 'integer',
    default: '1',
    was: [{ before: '3.0.4', type: 'integer', default: '0' }],
    since: '3.0.2',
    guests: ['hvm'],
    relation: 'same',
    text: 'Physical address extension for a 32-bit HVM guest. On in both, off before Xen 3.0.4.',
  },
  {
    name: 'pool',
    type: 'text',
    since: '4.1',
    relation: 'same',
    text: 'CPU pool in which the guest runs, by name. The pool must exist; xl reads the line unchanged.',
  },
  {
    name: 'ramdisk',
    type: 'text',
    default: "''",
    relation: 'same',
    text: 'Initial ramdisk of a directly booted kernel, as a path in dom0. The same in xl.',
  },
  {
    name: 'rtc_timeoffset',
    type: 'integer',
    default: '0',
    was: [{ before: '3.4', type: 'text', default: "'0'" }],
    since: '3.1',
    guests: ['hvm'],
    relation: 'same',
    note: 'a negative number must be quoted for xl',
    text:
      "Seconds by which the guest's clock is ahead. xl's reader knows no minus sign outside quotes: write " +
      '`rtc_timeoffset="-3600"`.',
  },
  {
    name: 'shadow_memory',
    type: 'integer',
    default: '0',
    since: '3.0.3',
    guests: ['hvm'],
    relation: 'same',
    text:
      'Memory in MiB for the tables with which Xen runs an HVM guest. Leave it out for xl, which computes a ' +
      "fitting amount; a value from xm's time may be too small.",
  },
  {
    name: 'uuid',
    type: 'text',
    since: '3.0.2',
    relation: 'same',
    text: 'Lasting identity of the guest. Keep the line when you move to xl: licences and cloud-init look at ' + 'it.',
  },
  {
    name: 'vcpus',
    type: 'integer',
    default: '1',
    relation: 'same',
    text:
      'Number of virtual CPUs. The same in xl; where `vcpu_avail` or `maxvcpus` stands beside it, it means ' +
      'the CPUs at the start.',
  },
  {
    name: 'viridian',
    type: 'integer',
    default: '0',
    since: '3.4',
    guests: ['hvm'],
    relation: 'same',
    note: 'xl also takes group lists since 4.5',
    text: 'Hyper-V interfaces for Windows, as 0 or 1. The same in xl, which takes a list of groups from 4.5 on.',
  },
  {
    name: 'vpt_align',
    type: 'integer',
    default: '1',
    since: '3.4',
    guests: ['hvm'],
    relation: 'same',
    text: "Lines the guest's timers up so that they fire together and save interrupts. The same in xl.",
  },
];
