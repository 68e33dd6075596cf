import type { KeyRow } from '../../types';

/** The machine of an HVM guest: tables, timers, paging and how it meets Xen. */
export const PLATFORM_KEYS: readonly KeyRow[] = [
  {
    name: 'acpi',
    type: 'boolean',
    since: 401,
    meantFor: ['hvm'],
    default: '1',
    defaultNote: 'on x86; 0 on Arm',
    earlier: [
      { until: 401, reads: ['long'] },
      { until: 407, guests: ['hvm'] },
    ],
    text:
      'Gives the guest ACPI tables, by which systems find processors, timers and the power button. Leave it on for ' +
      'x86: without it Windows and most Linux systems do not boot, find one processor only, or cannot switch ' +
      'themselves off. On Arm it is off, as guests there use the device tree; switch it on for systems that boot by ' +
      'UEFI and ACPI.',
  },
  {
    name: 'acpi_s3',
    type: 'boolean',
    since: 402,
    guests: ['hvm'],
    default: '1',
    text:
      'Offers sleep (suspend to RAM) to an HVM guest. Set 0 for servers, so that Windows with its power plans ' +
      'cannot put itself to sleep: a guest asleep looks dead and wakes up by `xl trigger NAME s3resume` only.',
  },
  {
    name: 'acpi_s4',
    type: 'boolean',
    since: 402,
    guests: ['hvm'],
    default: '1',
    text:
      'Offers hibernation (suspend to disk) to an HVM guest. Switch it off for a Windows guest that would otherwise ' +
      'write its memory to the disk instead of shutting down, or whose disk may be changed from outside while it is ' +
      'off.',
  },
  {
    name: 'altp2m',
    type: 'enum-or-integer',
    since: 409,
    meantFor: ['hvm'],
    arch: 'x86',
    language: 'altp2m',
    range: [0, 3],
    default: 'disabled',
    checks: [
      { when: 'number outside 0..3', xl: 'refuses' },
      { when: 'value not in the accepted set', xl: 'refuses' },
    ],
    note: '0=disabled 1=mixed 2=external 3=limited; libxl rejects it together with nestedhvm and with memory < maxmem',
    text:
      "Allows several views of the guest's memory with different rights, between which tools switch to watch or " +
      'protect single pages (memory introspection, DRAKVUF): `altp2m = "external"` for tools on the host, `mixed` ' +
      'for the guest too, `limited` in between. Needs `hap` and excludes `nestedhvm` and `maxmem` above `memory`.',
  },
  {
    name: 'altp2m_count',
    type: 'integer',
    since: 421,
    reads: ['quiet-long'],
    meantFor: ['hvm'],
    range: [0, 65535],
    default: '10',
    defaultNote: 'when altp2m is on',
    wrongShape: 'ignores',
    checks: [{ when: 'number does not fit 16 bits', xl: 'refuses' }],
    note: 'documented as ignored while altp2m is disabled, but Xen then refuses any other than 0; a value that is not a number is dropped without any message',
    text:
      'How many memory views `altp2m` may hold. Raise it for tools that watch many processes at once, and ' +
      '`shadow_memory` with it. The manual says that it is ignored while `altp2m` is off; in fact Xen then refuses ' +
      'any number but 0. A PVH guest with `altp2m` must have it, as the default is for HVM only; a value that is no ' +
      'number is dropped without a message.',
  },
  {
    name: 'altp2mhvm',
    type: 'boolean',
    since: 406,
    guests: ['hvm'],
    default: '0',
    deprecatedSince: 409,
    replacedBy: ['altp2m'],
    checks: [{ when: 'deprecated, use altp2m', xl: 'warns', since: 409 }],
    text:
      'Old switch for memory views, from before `altp2m` had several modes: 1 means what `altp2m = "mixed"` means ' +
      'now. xl warns of it since 4.9. If both are set, the mode of `altp2m` counts unless that is off.',
  },
  {
    name: 'apic',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    arch: 'x86',
    default: '1',
    earlier: [
      { until: 401, reads: ['long'] },
      { until: 409, guests: ['hvm'] },
      { until: 410, guests: ['pv', 'hvm', 'pvh'] },
    ],
    text:
      'Puts the old MP and interrupt routing tables into the firmware of an HVM guest with one vCPU, for systems ' +
      'that do not read ACPI. With several vCPUs they are always there. Switch it off only for a very old system ' +
      'that stumbles over them.',
  },
  {
    name: 'hap',
    type: 'boolean',
    since: 401,
    meantFor: ['hvm', 'pvh'],
    default: '1',
    defaultNote: 'when the host has it',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      "Lets the processor walk the guest's page tables (EPT, NPT) instead of Xen keeping shadow copies. Far " +
      'quicker for nearly everything; set 0 to look for a fault, or for tools that need shadow paging. `nestedhvm` ' +
      'and `altp2m` do not work without it. PV guests always do without.',
  },
  {
    name: 'hpet',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    arch: 'x86',
    default: '1',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Gives an HVM guest the HPET timer. Switch it off for systems that choose it as their clock and lose time or ' +
      'load the host, old Windows and Linux kernels above all; they then fall back to another timer.',
  },
  {
    name: 'hvm_pirq',
    type: 'boolean',
    since: 419,
    guests: ['hvm'],
    default: '0',
    text:
      'Lets an HVM guest receive interrupts of its devices over event channels. Xen up to 4.18 always did; it is ' +
      'off now because it seldom helps on current processors. Switch it on for a guest with passed-through devices ' +
      'that got slower or lost interrupts after an upgrade.',
  },
  {
    name: 'localtime',
    type: 'boolean',
    since: 401,
    point: '4.1.3',
    meantFor: ['hvm'],
    default: '0',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      "Starts the guest's clock with the local time of the host in place of UTC: what Windows expects unless told " +
      'otherwise, while Linux wants UTC. It is worked out once at the start, so with a change of daylight saving ' +
      'the clock is an hour off until the guest sets it by network time.',
  },
  {
    name: 'nestedhvm',
    type: 'boolean',
    since: 402,
    meantFor: ['hvm', 'pvh'],
    default: '0',
    earlier: [{ until: 409, guests: ['hvm'] }],
    note: 'documented for HVM and PVH; libxl refuses it together with altp2m',
    text:
      'Lets the guest run virtual machines itself, by showing it VT-x or AMD-V: for testing Xen or KVM inside, or ' +
      'for Windows features that build on Hyper-V. Needs `hap` and excludes `altp2m`. It is experimental: inner ' +
      'guests may crash, and the outer one should not be migrated.',
  },
  {
    name: 'nx',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    arch: 'x86',
    default: '1',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Shows an HVM guest that pages can be marked as not executable. Leave it on: current systems refuse to ' +
      'install without it, and it stops many attacks. It needs `pae`.',
  },
  {
    name: 'oos',
    type: 'boolean',
    since: 401,
    meantFor: ['hvm', 'pvh'],
    default: '1',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Lets Xen leave copies of page tables out of date for a while when it runs the guest without `hap`, which is ' +
      'quicker. Switch it off to find out whether a guest that misbehaves is hit by a fault in this; with `hap` it ' +
      'means nothing.',
  },
  {
    name: 'pae',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    arch: 'x86',
    default: '1',
    earlier: [{ until: 401, reads: ['long'] }],
    note: 'documented recommendation: leave enabled',
    text:
      'Shows an HVM guest physical address extension (PAE), which 64-bit systems need and 32-bit ones want for more ' +
      'than 4 GiB. Only systems of the nineties that stumble over it are better off without.',
  },
  {
    name: 'rtc_timeoffset',
    type: 'integer',
    since: 401,
    point: '4.1.3',
    meantFor: ['hvm'],
    unit: 's',
    default: '0',
    note: 'a negative number must be quoted or the lexer rejects the file',
    text:
      'Shifts the clock with which the guest starts by so many seconds, for instance to test what happens at a ' +
      'certain date: `rtc_timeoffset = 86400` is tomorrow. A negative number needs quotes, `rtc_timeoffset = ' +
      '"-3600"`, as the bare one is a syntax error for the whole file.',
  },
  {
    name: 'viridian',
    type: 'boolean',
    shape: 'either',
    since: 401,
    reads: ['quiet-list', 'quiet-defbool'],
    guests: ['hvm'],
    language: 'viridian',
    default: '0',
    earlier: [
      { until: 401, type: 'integer', shape: 'scalar', reads: ['long'] },
      { until: 404, type: 'boolean', shape: 'scalar', reads: ['defbool'] },
    ],
    checks: [
      { when: 'unknown group name', xl: 'refuses', since: 405 },
      { when: 'could not be read', xl: 'refuses', since: 405 },
    ],
    note: 'a scalar that is not a number is ignored without any message since 4.5',
    text:
      'Makes Xen look like Hyper-V to an HVM guest, which lets Windows keep time and wait for locks more ' +
      'efficiently. Set `viridian = 1` for every Windows guest, or choose groups: `viridian = ["defaults", "stimer", ' +
      '"!freq"]`. Other systems do not need it, and some then no longer find Xen. All groups rest on `base`; a word ' +
      'in place of the number is ignored in silence: the guest then runs without.',
  },
  {
    name: 'vpt_align',
    type: 'boolean',
    since: 401,
    guests: ['hvm'],
    default: '1',
    earlier: [{ until: 401, reads: ['long'] }],
    text:
      'Lets Xen raise the periodic timers of an HVM guest at the same moments, so that the processor wakes up less ' +
      'often. Saves power with high tick rates; switch it off only if the guest needs its ticks spread evenly.',
  },
];
