import type { KeyRow } from '../../types';

/** What a guest is called, what it is, what may be done to it, and what follows when it ends. */
export const GENERAL_KEYS: readonly KeyRow[] = [
  {
    name: 'builder',
    type: 'enum',
    since: 401,
    language: 'builder',
    default: 'generic',
    deprecatedSince: 410,
    replacedBy: ['type'],
    checks: [
      { when: "unknown value (also hits xm's own default linux)", xl: 'refuses', since: 410 },
      { when: 'contradicts type', xl: 'refuses', since: 410 },
      { when: 'deprecated, use type', xl: 'warns', since: 410, until: 410 },
    ],
    note: 'case-sensitive prefix match: h, hv, hvm and the empty string all mean hvm',
    text:
      'Old way to say what kind of guest it is: `hvm`, or `generic` for PV. It cannot say PVH; write `type` ' +
      'instead. xm files have "linux" for PV, which xl refuses since 4.10, and beginnings count as the whole word: ' +
      'even an empty string means HVM. If `type` is there too, both have to agree.',
  },
  {
    name: 'driver_domain',
    type: 'boolean',
    since: 404,
    default: '0',
    text:
      'Makes the guest a driver domain: one that owns a real network card or disk controller and serves it to other ' +
      'guests, so that a fault in a driver does not hurt the host. It opens those parts of xenstore to the guest ' +
      'that the toolstack inside (`xl devd`) needs. Other guests then name it as `backend` in `vif` or `disk`.',
  },
  {
    name: 'init_seclabel',
    type: 'string',
    since: 403,
    text:
      'Security label that the guest has while it is built, on a host whose Xen runs with a FLASK policy; ' +
      "`seclabel` is put on before it starts to run. With a fitting policy the host can no longer read the guest's " +
      'memory after that. If XSM is off, there is only a warning.',
  },
  {
    name: 'max_event_channels',
    type: 'integer',
    since: 404,
    default: '1023',
    text:
      'How many event channels (interrupts between domains) the guest may open. The usual number is enough for ' +
      'common guests; one with a great many vCPUs, disks or network queues, or a driver domain with many clients, ' +
      'may need more: `max_event_channels = 4096`. More than 1023 on 32 bits or 4095 on 64 works only with FIFO ' +
      'events, which current Linux has.',
  },
  {
    name: 'max_grant_frames',
    type: 'integer',
    since: 410,
    reads: ['quiet-bounded_long'],
    range: [0, 2147483647],
    defaultNote: 'the value of xl.conf',
    wrongShape: 'exits',
    earlier: [{ until: 411, reads: ['long'] }],
    checks: [{ when: 'not a number or out of range', xl: 'exits', since: 412 }],
    text:
      'How many pages of grant table the guest may have, and so how much memory it can share with device backends. ' +
      'Raise it if a guest with many disks or network queues logs that grants ran out: `max_grant_frames = 128`. ' +
      'What is no number, or out of range, makes xl end without saying why.',
  },
  {
    name: 'max_grant_version',
    type: 'integer',
    since: 416,
    reads: ['quiet-bounded_long'],
    range: [0, 2147483647],
    defaultNote: 'the value of xl.conf',
    wrongShape: 'exits',
    checks: [{ when: 'not a number or out of range', xl: 'exits' }],
    text:
      'Newest version of grant tables that the guest may use: 1 or 2. Set 1 to shut out version 2, which few ' +
      'systems need and which had security faults: `max_grant_version = 1`. Guests with more memory than 16 TiB ' +
      'need 2. What is no number makes xl end without saying why.',
  },
  {
    name: 'max_maptrack_frames',
    type: 'integer',
    since: 410,
    reads: ['quiet-bounded_long'],
    range: [0, 2147483647],
    defaultNote: 'the value of xl.conf',
    wrongShape: 'exits',
    earlier: [{ until: 411, reads: ['long'] }],
    checks: [{ when: 'not a number or out of range', xl: 'exits', since: 412 }],
    text:
      'How many pages Xen keeps to note which foreign memory this guest has mapped. Matters for guests that serve ' +
      'others, such as driver domains and stub domains; raise it there when mapping fails under load, set 0 for ' +
      'ordinary guests that serve nobody. What is no number makes xl end without saying why.',
  },
  {
    name: 'name',
    type: 'string',
    since: 401,
    checks: [{ when: 'missing', xl: 'refuses', since: 402 }],
    note: 'mandatory; 4.1 fell back to the name test',
    text:
      'Name of the guest, by which all xl commands know it and which may exist only once on the host: `name = ' +
      '"web1"`. Required: without it xl refuses the file (4.1 called the guest "test"). Digits alone are a bad ' +
      'choice, as commands then take the name for a domain number.',
  },
  {
    name: 'nomigrate',
    type: 'boolean',
    since: 401,
    default: '0',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Promises that the guest will not move to another host, so that Xen may show it a time stamp counter of ' +
      'constant rate (invariant TSC), which databases and some real-time programs look for. The name promises more ' +
      'than it does: nothing in xl keeps you from migrating the guest after all.',
  },
  {
    name: 'on_crash',
    type: 'enum',
    since: 401,
    language: 'on_action',
    default: 'destroy',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    note: "case-sensitive; xend's default was restart",
    text:
      'What becomes of a guest whose kernel crashed. `destroy` clears it away, `restart` starts it anew (for ever, ' +
      'if it crashes while it boots), `preserve` keeps it for a look, `coredump-destroy` and `coredump-restart` ' +
      'save its memory first, which needs that much room on the disk. xm restarted by default, xl does not: say ' +
      '`on_crash = "restart"` in files that relied on it.',
  },
  {
    name: 'on_poweroff',
    type: 'enum',
    since: 401,
    language: 'on_action',
    default: 'destroy',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'What becomes of a guest that has shut itself down. `destroy` gives its memory back and is what nearly ' +
      'everybody wants; `preserve` keeps the dead guest for a look, until `xl destroy`; `restart` starts it again, ' +
      'so that only the host can stop it.',
  },
  {
    name: 'on_reboot',
    type: 'enum',
    since: 401,
    language: 'on_action',
    default: 'restart',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'What becomes of a guest that asks for a reboot. With `restart` it is made anew with the settings it had, so ' +
      'a change of the file counts only after a shutdown and `xl create`. `on_reboot = "destroy"` is the trick for ' +
      'installers: the guest stops at the end, and `boot` or `kernel` can be changed before it starts from its ' +
      'disk. xl sees to it from the background: if that process was killed, nothing happens.',
  },
  {
    name: 'on_soft_reset',
    type: 'enum',
    since: 407,
    language: 'on_action',
    default: 'soft-reset',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'What to do when the guest resets its connections to Xen while it keeps running, as an HVM guest with Xen ' +
      'drivers does on kexec or kdump. The usual `soft-reset` lets it go on, so that a crash kernel can write its ' +
      'dump; `destroy` ends it there. PV guests cannot do this.',
  },
  {
    name: 'on_watchdog',
    type: 'enum',
    since: 401,
    language: 'on_action',
    default: 'destroy',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      "What becomes of a guest that armed Xen's watchdog and did not reset it in time: it hangs. `on_watchdog = " +
      '"restart"` brings an unattended guest back; `coredump-restart` keeps the evidence too. It means nothing ' +
      'until a daemon in the guest, such as xenwatchdogd, arms the watchdog.',
  },
  {
    name: 'passthrough',
    type: 'enum',
    since: 413,
    language: 'passthrough',
    default: 'default',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    note: 'sync_pt documented as unavailable on Arm, share_pt as unavailable for PV; libxl refuses disabled together with pci/dtdev',
    text:
      'Whether the guest has IOMMU mappings, without which no device of the host can be passed through. Left alone, ' +
      'it has them just when `pci` or `dtdev` has entries; set `passthrough = "enabled"` to attach a device later. ' +
      '`sync_pt` keeps separate tables and costs memory, `share_pt` shares those of the guest and is not for PV. ' +
      '`disabled` along with devices is refused, and so are devices for PVH on x86.',
  },
  {
    name: 'pool',
    type: 'string',
    since: 401,
    checks: [{ when: 'pool does not exist (xl up to 4.4, libxl afterwards)', xl: 'refuses' }],
    text:
      'CPU pool in which the guest runs, made before by `xl cpupool-create`: `pool = "realtime"`. The guest uses ' +
      'the CPUs and the scheduler of that pool alone. Without it that is Pool-0; a pool that does not exist stops ' +
      'the creation.',
  },
  {
    name: 'pvh',
    type: 'boolean',
    since: 404,
    until: 408,
    meantFor: ['pv'],
    deprecatedSince: 409,
    replacedBy: ['type'],
    undocumented: true,
    documentedUntil: 408,
    note: 'PVHv1 switch; not read since 4.9, type="pvh" (4.10) is the successor with a different guest ABI',
    text:
      'Switched a PV guest to the first form of PVH, in Xen 4.4 to 4.8. Later releases do not read it and say ' +
      'nothing, so the guest silently becomes an ordinary PV one. Write `type = "pvh"`, which needs 4.10 and a ' +
      'kernel for the present form of PVH.',
  },
  {
    name: 'seclabel',
    type: 'string',
    since: 402,
    text:
      'Security label of the guest on a host whose Xen runs with a FLASK policy (XSM): `seclabel = ' +
      '"system_u:system_r:domU_t"`. It decides what the guest and others may do to each other. A label that the ' +
      'policy does not know stops the creation; if XSM is off, there is only a warning.',
  },
  {
    name: 'type',
    type: 'enum',
    since: 410,
    language: 'type',
    default: 'pv',
    defaultNote: 'on x86; pvh on Arm since 4.12',
    checks: [
      { when: 'value not in the accepted set', xl: 'refuses' },
      { when: 'contradicts builder', xl: 'refuses' },
    ],
    note: 'case-sensitive prefix match in the order hvm, pv, pvh: p means pv, the empty string means hvm; Arm default pvh since 4.12',
    text:
      'What kind of machine the guest is: `hvm` a whole PC with firmware and emulated devices, as Windows and ' +
      'installation media want; `pvh` a lean one without a device model, best for current Linux kernels; `pv` the ' +
      'old paravirtual kind. Forgotten in an HVM file, it gives a PV guest on x86 and the error that neither kernel ' +
      'nor boot loader is set. Words may be cut short ("p" is PV) but not in capitals.',
  },
  {
    name: 'uuid',
    type: 'uuid',
    since: 401,
    defaultNote: 'a random one',
    checks: [{ when: 'not a UUID', xl: 'refuses' }],
    text:
      'Identity of the guest that stays when its name changes; management tools, and HVM systems by their SMBIOS ' +
      'tables, know it by this: `uuid = "5c3fd5e2-1f3b-4f0e-9d57-0d6e5f2f8a11"`. Give each guest a fixed one, from ' +
      'uuidgen, if Windows or licensed software runs in it: otherwise each start makes a new one and it looks like ' +
      'another machine. When copying a file, change it.',
  },
  {
    name: 'vmtrace_buf_kb',
    type: 'integer',
    since: 415,
    reads: ['quiet-long'],
    unit: 'KiB',
    default: '0',
    wrongShape: 'ignores',
    note: 'Intel PT: power of two between 4 KiB and 16 MiB (documented; Xen goes to 64 MiB); a value that is not a number is dropped without any message',
    text:
      'Room for processor trace data (Intel PT) of each vCPU, for tools on the host that follow what an HVM guest ' +
      'executes: `vmtrace_buf_kb = 65536`. The host must have that feature, or the guest is not created. It has to ' +
      'be a power of two; the manual ends at 16 MiB, Xen itself accepts 64. A value that is no number is dropped ' +
      'without a message.',
  },
  {
    name: 'xend_suspend_evtchn_compat',
    type: 'boolean',
    since: 414,
    default: '0',
    text:
      'Lets the guest write to its whole device tree in xenstore and hides the event channel for suspending, as ' +
      "xend did. Only for old paravirtual drivers, such as Red Hat's for Windows, that hang on suspend or " +
      'migration otherwise.',
  },
  {
    name: 'xenstore_feature_mask',
    type: 'integer',
    since: 421,
    documentedRange: [0, 4294967295],
    default: '0xffffffff',
    note: 'bit mask; hex digits must be lower case in the file',
    text:
      'Which features of xenstore the guest sees, one bit each. Mask new ones out for a guest that has to be able ' +
      'to migrate to a host with an older xenstored: `xenstore_feature_mask = 0x3` leaves it two of them. `xl info ' +
      '-x` shows what the host has. Letters of the hexadecimal number have to be small ones, or xl cannot read the ' +
      'file.',
  },
  {
    name: 'xenstore_quota',
    type: 'spec',
    shape: 'list',
    since: 422,
    language: 'xenstore_quota',
    checks: [
      { when: 'element without =', xl: 'refuses' },
      { when: 'value not a 32-bit number', xl: 'refuses' },
      { when: 'element is a list', xl: 'refuses' },
    ],
    text:
      "Limits for what the guest may put into xenstore, in place of the host's usual ones: `xenstore_quota = " +
      '["nodes=2000", "watches=256"]`. Raise them for driver domains and management guests that hit a quota. `xl ' +
      'xenstore-quota-get -g` tells the names; some xenstore daemons cannot do it for single guests.',
  },
];
