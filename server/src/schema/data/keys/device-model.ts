import type { KeyRow } from '../../types';

/** The device model (QEMU) and the stub domain that it may run in. */
export const DEVICE_MODEL_KEYS: readonly KeyRow[] = [
  {
    name: 'device_model',
    type: 'string',
    since: 401,
    deprecatedSince: 402,
    replacedBy: ['device_model_override', 'device_model_version', 'device_model_stubdomain_override'],
    undocumented: true,
    documentedUntil: 402,
    earlier: [{ until: 401, type: 'path', guests: ['hvm'] }],
    checks: [
      { when: 'ignored, use device_model_override', xl: 'warns', since: 402 },
      { when: 'value contains stubdom-dm: use device_model_stubdomain_override', xl: 'warns', since: 402 },
    ],
    text:
      'Named the device model program in xm files and in Xen 4.1. Today xl only warns and ignores it, and picks the ' +
      'program by itself. Remove the line; to use another program, set `device_model_override`; to run it in a stub ' +
      'domain, `device_model_stubdomain_override`.',
  },
  {
    name: 'device_model_args',
    type: 'string',
    shape: 'list',
    since: 401,
    reads: ['string_list'],
    wrongShape: 'refuses',
    earlier: [{ until: 401, reads: ['list'], guests: ['hvm'], wrongShape: 'warns' }],
    checks: [{ when: 'not a list', xl: 'refuses', since: 402 }],
    text:
      "Arguments put at the end of the device model's command line, whatever kind of guest it serves; one list " +
      'element is one argument, so an option and its value make two: `device_model_args = ["-device", ' +
      '"virtio-rng-pci"]`. The way to QEMU features for which xl has no key. QEMU does not start if it dislikes one ' +
      'of them: look into its log, qemu-dm-NAME.log.',
  },
  {
    name: 'device_model_args_hvm',
    type: 'string',
    shape: 'list',
    since: 402,
    reads: ['string_list'],
    wrongShape: 'refuses',
    checks: [{ when: 'not a list', xl: 'refuses' }],
    note: 'read for every type, used for HVM device models only',
    text:
      'Like `device_model_args`, but only for the device model of an HVM guest: `device_model_args_hvm = ' +
      '["-debugcon", "file:/var/log/xen/ovmf.log"]`. Useful in settings shared by guests of several types, where a ' +
      "PV guest's device model would not know the option. A string in place of the list makes xl refuse the file.",
  },
  {
    name: 'device_model_args_pv',
    type: 'string',
    shape: 'list',
    since: 402,
    reads: ['string_list'],
    wrongShape: 'refuses',
    checks: [{ when: 'not a list', xl: 'refuses' }],
    note: 'read for every type, used for PV device models only',
    text:
      'Like `device_model_args`, but only for the device model that serves the paravirtual devices (a framebuffer, ' +
      'disk images read by QEMU) of a PV or PVH guest. Many PV guests have none at all, and then nothing happens. A ' +
      'string in place of the list makes xl refuse the file.',
  },
  {
    name: 'device_model_override',
    type: 'path',
    since: 402,
    checks: [{ when: 'given without device_model_version', xl: 'warns' }],
    text:
      'Path of another QEMU to emulate the devices of this guest: `device_model_override = ' +
      '"/usr/local/bin/qemu-system-i386"`. For trying a newer build or one with debugging. Without ' +
      "`device_model_version` xl warns; the program must have Xen support built in, which a distribution's QEMU " +
      'may lack.',
  },
  {
    name: 'device_model_stubdomain_override',
    type: 'boolean',
    since: 402,
    default: '0',
    text:
      'Runs the device model of an HVM guest in a small domain of its own, the stub domain, so that a hole in QEMU ' +
      'does not open the host: `device_model_stubdomain_override = 1`. It costs memory (`stubdomain_memory`), and ' +
      'its Linux image has to be installed, which few distributions do. VNC then takes a detour over a second QEMU ' +
      'on the host, and `spice` is left out without a message.',
  },
  {
    name: 'device_model_stubdomain_seclabel',
    type: 'string',
    since: 402,
    checks: [{ when: 'label not resolvable (xl up to 4.4, libxl afterwards)', xl: 'refuses' }],
    text:
      'Security label of the stub domain, on a host whose Xen runs with a FLASK policy: ' +
      '`device_model_stubdomain_seclabel = "system_u:system_r:dm_dom_t"`. Otherwise the stub domain gets the label ' +
      'that the policy has for device models. A label that the policy does not know stops the creation; if XSM is ' +
      'off, there is only a warning.',
  },
  {
    name: 'device_model_user',
    type: 'string',
    since: 407,
    note: 'used with dm_restrict',
    text:
      'Account under which QEMU runs instead of root, for one guest: `device_model_user = "xen-qemuuser-mail"`. ' +
      'Each guest must have its own account, as those that share one can disturb each other. It takes effect even ' +
      'without `dm_restrict`, with which it is normally used; restricted device models of other guests find their ' +
      'account by themselves.',
  },
  {
    name: 'device_model_version',
    type: 'enum',
    since: 402,
    language: 'device_model_version',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    note: 'qemu-xen-traditional accepted 4.2-4.20, none accepted 4.7-4.9; case-sensitive',
    text:
      'Kind of device model. `qemu-xen` is the only one left, and what you get without the key, so the line can go ' +
      'unless `device_model_override` is set. Old files have `qemu-xen-traditional`, which xl refuses since 4.21: a ' +
      'Windows guest installed with that one sees other hardware after the change and may want to be activated or ' +
      'repaired.',
  },
  {
    name: 'dm_restrict',
    type: 'boolean',
    since: 410,
    default: '0',
    text:
      'Takes away the rights of QEMU once it has started: it runs as an unprivileged user in an empty directory and ' +
      'may touch this guest alone. Worth having for untrusted HVM guests; needs a recent Linux and QEMU and an ' +
      'account such as xen-qemuuser-range-base. Then CD images cannot be changed while the guest runs, and disks ' +
      'that QEMU has to read for the guest may fail. Xen calls it a technology preview.',
  },
  {
    name: 'stubdomain_cmdline',
    type: 'string',
    since: 416,
    text:
      'Kernel command line of the stub domain, for debugging it: `stubdomain_cmdline = "debug console=hvc0"`. It ' +
      'has no effect without `device_model_stubdomain_override`.',
  },
  {
    name: 'stubdomain_kernel',
    type: 'path',
    since: 414,
    text:
      'Linux kernel of the stub domain, in place of the one that was installed with Xen, when you build such images ' +
      'yourself. Its ramdisk, named by `stubdomain_ramdisk`, has to fit; both are used only with ' +
      '`device_model_stubdomain_override`.',
  },
  {
    name: 'stubdomain_memory',
    type: 'integer',
    since: 414,
    unit: 'MiB',
    default: '128',
    text:
      'Memory of the stub domain that holds the device model, on top of what the guest itself has. Raise it when ' +
      'QEMU in there runs out of memory, for instance with a big display or many devices. Without a stub domain it ' +
      'is not used.',
  },
  {
    name: 'stubdomain_ramdisk',
    type: 'path',
    since: 414,
    text:
      'Root file system of a Linux stub domain, with QEMU in it, in place of the installed one. Goes together with ' +
      '`stubdomain_kernel`; the two come out of the same build, and a mixture of versions does not start.',
  },
];
