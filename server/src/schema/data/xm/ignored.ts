import type { XmRow } from '../../xm-types';

/** Variables of xm without a like in xl that hardly a guest will miss. */
export const XM_IGNORED: readonly XmRow[] = [
  {
    name: 'audio',
    type: 'yes-no',
    default: '0',
    since: '3.0.2',
    until: '3.0.2',
    guests: ['hvm'],
    relation: 'none',
    keys: ['soundhw'],
    note: '3.0.x only',
    text: 'Switched sound on in Xen 3.0.2. Write `soundhw` with the name of a card, such as `soundhw="hda"`.',
  },
  {
    name: 'bootentry',
    type: 'text',
    guests: ['pv'],
    relation: 'none',
    keys: ['bootloader_args'],
    note: 'already deprecated in xm and unused by its 4.x code',
    text:
      "Chose an entry of the guest's boot menu; already unused in xm 4.x. Give the boot loader an argument " +
      'instead: `bootloader_args=["--entry=1"]`.',
  },
  {
    name: 'description',
    type: 'text',
    default: "''",
    since: '4.0',
    relation: 'none',
    text:
      'Free text about the guest, shown by Xen API clients. xl keeps no such text; a comment in the file ' +
      'does as well.',
  },
  {
    name: 'features',
    type: 'text',
    default: "''",
    since: '3.0.2',
    guests: ['pv'],
    relation: 'none',
    note: 'ELF feature string for the PV kernel; xl offers no counterpart',
    text:
      "Feature words for a PV kernel's start, passed on unchanged. xl has no counterpart; the kernel's own " +
      'ELF notes say what it needs.',
  },
  {
    name: 'guest_os_type',
    type: 'text',
    default: "'default'",
    since: '3.2',
    guests: ['hvm'],
    relation: 'none',
    note: 'Itanium tuning',
    text: 'Tuning of an HVM guest on Itanium by operating system. Xen gave Itanium up in 4.2: drop the line.',
  },
  {
    name: 'ipaddr',
    type: 'list',
    default: '[]',
    until: '3.0.0',
    guests: ['pv'],
    relation: 'none',
    keys: ['vif'],
    note: '3.0.0 only',
    text:
      'Addresses of the guest, in Xen 3.0.0 only. Write `ip=` in the elements of `vif`, which serves the ' +
      'firewall rules alone.',
  },
  {
    name: 'isa',
    type: 'yes-no',
    default: '0',
    guests: ['hvm'],
    relation: 'none',
    note: 'ISA-only machine, not offered by xl',
    text: 'A PC without PCI for an HVM guest. xl offers none; no system of today needs it.',
  },
  {
    name: 'lapic',
    type: 'integer',
    default: '0',
    until: '3.0.0',
    guests: ['hvm'],
    relation: 'none',
    keys: ['apic'],
    note: '3.0.0 only',
    text: 'Name of `apic` in Xen 3.0.0. Write `apic=1`, or drop the line, as that is the default.',
  },
  {
    name: 'loader',
    type: 'text',
    default: "''",
    since: '3.3',
    guests: ['hvm'],
    relation: 'none',
    keys: ['firmware_override'],
    note: 'hvmloader path; drop it, firmware_override only for a non-default firmware',
    text:
      'Path of hvmloader. xl finds it by itself: drop the line, unless you have a firmware of your own ' +
      '(`firmware_override`).',
  },
  {
    name: 'memory_sharing',
    type: 'yes-no',
    default: '0',
    since: '4.0',
    guests: ['hvm'],
    relation: 'none',
    note: 'no config key in xl',
    text:
      'Let Xen keep equal pages of several HVM guests once only. xl has no key for it, and current releases ' +
      'hardly support sharing: drop the line.',
  },
  {
    name: 'monitor',
    type: 'yes-no',
    default: '0',
    since: '3.1',
    relation: 'none',
    keys: ['device_model_args'],
    note: 'device model monitor',
    text:
      "Opened QEMU's monitor on the guest's VNC screen. libxl uses the monitor for itself; a second one can " +
      'be had by `device_model_args=["-monitor", "pty"]`.',
  },
  {
    name: 'monitor_path',
    type: 'text',
    default: "''",
    since: '4.0',
    relation: 'none',
    keys: ['device_model_args'],
    text:
      "Where QEMU's monitor was to be reached, other than the default. Use `device_model_args` to open " +
      'another monitor of your own.',
  },
  {
    name: 'ne2000',
    type: 'yes-no',
    default: '0',
    until: '3.0.2',
    guests: ['hvm'],
    relation: 'none',
    keys: ['vif'],
    note: '3.0.x only; use vif model',
    text: 'An NE2000 network card in Xen 3.0.x. Write `model=ne2k_pci` in the `vif` element.',
  },
  {
    name: 'on_shutdown',
    since: '4.0',
    standing: 'mentioned',
    relation: 'none',
    keys: ['on_poweroff'],
    note: "named in xm's man page but never read by xm either",
    text: "Stands in xm's manual page, but xm never read it. What you mean is `on_poweroff`.",
  },
  {
    name: 'snapshot',
    since: '4.0',
    guests: ['hvm'],
    standing: 'mentioned',
    relation: 'none',
    note: "appears in xm's examples, never read by xm either",
    text:
      "Stands in xm's examples, but xm never read it. For a disk that forgets its changes use a QCOW2 " +
      'overlay or an LVM snapshot.',
  },
  {
    name: 'ssidref',
    type: 'u32',
    default: '0',
    until: '3.0.2',
    relation: 'none',
    keys: ['seclabel'],
    note: '3.0.x only',
    text: 'Number of a security label in Xen 3.0.x. Labels are texts now: ' + '`seclabel="system_u:system_r:domU_t"`.',
  },
  {
    name: 'suppress_spurious_page_faults',
    type: 'yes-no',
    since: '3.4',
    relation: 'none',
    note: 'no config key in xl',
    text:
      'Kept Xen from passing spurious page faults to an old guest. xl has no key for it, and current ' +
      'systems do not need it.',
  },
  {
    name: 'target',
    type: 'integer',
    default: '0',
    since: '3.3',
    relation: 'none',
    note: 'stub domain target, set internally by libxl',
    text:
      'Domain that a stub domain worked for. libxl sets that itself when it makes a stub domain: drop the ' + 'line.',
  },
  {
    name: 'tpmif',
    type: 'list',
    default: '0',
    until: '4.2',
    guests: ['pv'],
    relation: 'none',
    note: 'gone from xm itself in 4.3',
    text: 'Made the guest a TPM backend; removed from xm itself in 4.3. vTPM stub domains took its place.',
  },
  {
    name: 'usbport',
    type: 'list',
    default: '[]',
    since: '3.0.3',
    until: '3.1',
    guests: ['hvm'],
    relation: 'none',
    note: '3.0.3-3.1 only',
    text:
      "Ports of the host's USB for the guest, from 3.0.3 to 3.1. Write `usbdev` elements, or `usbdevice` " +
      'for an HVM guest.',
  },
  {
    name: 'vhpt',
    type: 'integer',
    default: '0',
    since: '3.2',
    guests: ['hvm'],
    relation: 'none',
    note: 'Itanium only',
    text: 'Size of a page table cache on Itanium, which Xen gave up in 4.2: drop the line.',
  },
  {
    name: 'vif2',
    form: 'front_mac=MAC,back_mac=MAC,backend=DOM,pdev=PDEV,max_bypasses=N,bridge=BRIDGE,filter_mac=<0|1>,front_filter_mac=<0|1>',
    type: 'list',
    default: '[]',
    since: '4.0',
    guests: ['pv'],
    relation: 'none',
    keys: ['vif'],
    xl: 'warns',
    note: 'xl 4.1 created these devices, 4.2+ only warns',
    text:
      'Cards of the netchannel2 protocol, an experiment that xl 4.1 still created; later ones warn and ' +
      'leave them out. Write each as a `vif`, with `front_mac` as its `mac`.',
  },
  {
    name: 'vncconsole',
    type: 'yes-no',
    since: '3.0.3',
    relation: 'none',
    note: 'use xl create -V or xl vncviewer',
    text:
      "Opened a VNC viewer on the guest's screen after its start. With xl it is an option of the command: " +
      '`xl create -V FILE`, or later `xl vncviewer NAME`.',
  },
  {
    name: 'vncviewer',
    type: 'yes-no',
    relation: 'none',
    xl: 'warns',
    note: 'xl 4.2-4.4 started a viewer, 4.5+ warns; use xl create -V',
    text:
      'Started a viewer that waited for the guest. xl 4.2 to 4.4 started one too, later ones warn: remove ' +
      'the line and call `xl create -V FILE`.',
  },
  {
    name: 'xen_extended_power_mgmt',
    since: '3.4',
    guests: ['hvm'],
    standing: 'honoured',
    relation: 'none',
    note: 'never declared by xm but forwarded to qemu-dm',
    text:
      'Number passed to the old QEMU for extended power states; xm never declared it. xl has no ' +
      'counterpart: drop the line.',
  },
];
