import type { KeyRow } from '../../types';

/** Virtual processors: how many, where they run, what they look like and how their time runs. */
export const PROCESSOR_KEYS: readonly KeyRow[] = [
  {
    name: 'cap',
    type: 'integer',
    since: 402,
    unit: '% of a CPU',
    default: '0',
    note: '0 = no cap; credit and credit2 only',
    text:
      'Most processor time that the guest may use, even on an idle host, in hundredths of one CPU: `cap = 150` is ' +
      'one and a half. For guests that are sold by processor share, or to keep a noisy one quiet. The guest feels ' +
      'it as stolen time, and on hosts that slow idle processors down it gets less than the number says. Other ' +
      'schedulers than credit and credit2 do not look at it.',
  },
  {
    name: 'cpu_weight',
    type: 'integer',
    since: 402,
    documentedRange: [1, 65535],
    default: '256',
    note: 'credit and credit2 only',
    text:
      'Share of processor time when CPUs are short: with `cpu_weight = 512` the guest gets twice as much as one ' +
      'with the usual 256. It changes nothing while CPUs are free; a limit is set by `cap`. Only credit and credit2 ' +
      'know it.',
  },
  {
    name: 'cpuid',
    type: 'spec',
    shape: 'either',
    since: 401,
    reads: ['quiet-list', 'string'],
    meantFor: ['hvm'],
    language: 'cpuid',
    listLanguage: 'cpuid-xend',
    checks: [
      { when: 'list: bad leaf / sub-leaf / missing colon / bad register / not 32 characters', xl: 'warns' },
      { when: 'string: first word is not host, whole value dropped', xl: 'warns' },
      { when: 'string: missing = / unknown flag / bad value', xl: 'warns' },
    ],
    note: 'all cpuid messages are printed but creation continues without that piece',
    text:
      'Changes which processor features the guest sees: `cpuid = "host,avx512f=0,tm=0"` hides two. Used to make ' +
      'hosts of different age alike for migration, or to hide hardware faults. The string must begin with `host`, ' +
      'else all of it is lost; xl only prints a message for what it does not understand and starts the guest ' +
      'without. A list is the form of xend, with registers as 32 characters.',
  },
  {
    name: 'cpus',
    type: 'spec',
    shape: 'either',
    since: 402,
    reads: ['quiet-list', 'string'],
    language: 'cpus',
    defaultNote: 'no pinning',
    checks: [
      { when: 'bad range', xl: 'refuses', since: 404 },
      { when: '^ combined with all', xl: 'refuses', since: 404 },
      { when: 'list element is no valid CPU number', xl: 'refuses', until: 404 },
    ],
    note: 'extra list elements beyond maxvcpus are ignored; a list disables automatic NUMA placement',
    text:
      'Host CPUs on which the guest may run: `cpus = "4-7,^6"` for all vCPUs, `cpus = "node:1"` for a NUMA node, or ' +
      'a list with one entry for each vCPU, `cpus = ["4", "5"]`. Parts work from left to right, so an exclusion has ' +
      'to come last. Entries of a list beyond the vCPUs are ignored, vCPUs without one run anywhere, and a list ' +
      'switches automatic placement on NUMA nodes off.',
  },
  {
    name: 'cpus_soft',
    type: 'spec',
    shape: 'either',
    since: 405,
    reads: ['quiet-list', 'string'],
    language: 'cpus',
    defaultNote: 'automatic NUMA placement',
    checks: [{ when: 'bad range', xl: 'refuses' }],
    text:
      'Host CPUs that the guest prefers; it may run elsewhere when they are busy: `cpus_soft = "node:0"`. Written ' +
      'like `cpus`, which in contrast is a limit. Set it to keep a guest near its memory without wasting idle CPUs; ' +
      'if it is absent, Xen picks nodes by itself.',
  },
  {
    name: 'extratime',
    type: 'integer',
    since: 402,
    undocumented: true,
    documentedUntil: 405,
    note: 'read by libxl for rtds alone since sedf went; heading dropped from the man page after 4.5; documented then as BOOLEAN',
    text:
      'Lets a guest of the real-time scheduler rtds use CPU time beyond its budget when the host has some to spare. ' +
      'Documented until 4.5, for the sedf scheduler that is gone; with credit and credit2 it means nothing. Without ' +
      'it the extra time is allowed.',
  },
  {
    name: 'latency',
    type: 'integer',
    since: 402,
    undocumented: true,
    documentedUntil: 405,
    note: 'sedf leftover, no effect any more, heading dropped after 4.5',
    text:
      'Was a parameter of the sedf scheduler, which Xen dropped in 4.6. xl still reads it and nothing comes of it, ' +
      'whatever the number: remove the line.',
  },
  {
    name: 'maxvcpus',
    type: 'integer',
    since: 401,
    defaultNote: 'the value of vcpus',
    checks: [
      { when: 'smaller than vcpus', xl: 'refuses', since: 406 },
      { when: 'differs from the vnuma vcpu total', xl: 'refuses', since: 406 },
    ],
    text:
      'How many vCPUs the guest can have; it starts with `vcpus` of them, and `xl vcpu-set` brings more online ' +
      'later: `maxvcpus = 8` with `vcpus = 2`. Fewer than `vcpus` is refused since 4.6. The mask `vcpu_avail` of xm ' +
      'files is not read by xl.',
  },
  {
    name: 'mca_caps',
    type: 'enum',
    shape: 'list',
    since: 410,
    reads: ['quiet-list'],
    guests: ['hvm'],
    arch: 'x86',
    values: 'mca_caps',
    defaultNote: 'none enabled',
    wrongShape: 'refuses',
    checks: [
      { when: 'unknown capability', xl: 'refuses' },
      { when: 'not a list', xl: 'refuses' },
    ],
    text:
      'Machine check features that an HVM guest sees beyond the usual ones. The one there is, `mca_caps = ' +
      '["lmce"]`, reports memory errors on Intel hosts to a single vCPU instead of all of them. Needs a host that ' +
      'has it; anything but a list is refused.',
  },
  {
    name: 'msr_relaxed',
    type: 'boolean',
    since: 415,
    arch: 'x86',
    default: '0',
    checks: [{ when: 'printed whenever the key is present: to be removed', xl: 'warns' }],
    text:
      'Answers reads of unknown machine registers (MSRs) as Xen 4.14 did, where a guest now gets a fault. A stopgap ' +
      'for a guest, often an old or unusual system, that crashes early since an upgrade to 4.15. xl warns whenever ' +
      'the line is there, even with 0, that it will go one day; report what needed it.',
  },
  {
    name: 'period',
    type: 'integer',
    since: 402,
    unit: 'µs',
    undocumented: true,
    documentedUntil: 405,
    note: 'read by libxl for rtds alone, in microseconds; in nanoseconds for sedf up to 4.5, after which the heading was dropped',
    text:
      'Length of the time slot in which a real-time guest gets its share. Under rtds it counts microseconds and must ' +
      'not be below the budget, which starts at 4000, as xl has no key for it: `xl sched-rtds` is the better tool. ' +
      'Documented until 4.5 in nanoseconds, for the sedf scheduler that is gone; credit and credit2 do not look at ' +
      'it.',
  },
  {
    name: 'slice',
    type: 'integer',
    since: 402,
    unit: 'ns',
    undocumented: true,
    documentedUntil: 405,
    note: 'sedf leftover, no effect any more, heading dropped after 4.5',
    text:
      'CPU time in each `period`, for the sedf scheduler that Xen dropped in 4.6. xl still reads it, but no ' +
      'scheduler of today does: `xl sched-rtds` sets a budget instead.',
  },
  {
    name: 'timer_mode',
    type: 'enum-or-integer',
    since: 401,
    guests: ['hvm', 'pvh'],
    language: 'timer_mode',
    range: [0, 3],
    default: 'no_delay_for_missed_ticks',
    earlier: [
      { until: 401, type: 'integer', reads: ['long'] },
      { until: 409, guests: ['hvm'] },
    ],
    checks: [
      { when: 'integer form deprecated', xl: 'warns', since: 402 },
      { when: 'number outside 0..3', xl: 'refuses', since: 402 },
      { when: 'value not in the accepted set', xl: 'refuses', since: 402 },
      { when: 'PV guest', xl: 'refuses', since: 410 },
    ],
    text:
      'What happens to timer ticks that an HVM or PVH guest missed because it did not run. The usual mode delivers ' +
      'them late while the clock stays right; `one_missed_tick_pending` merges them into one, ' +
      "`delay_for_missed_ticks` holds the guest's clock back for them. Change it only for a guest whose clock " +
      'drifts. Numbers 0 to 3, as xm had them, still work with a warning; PV guests are refused with the key.',
  },
  {
    name: 'tsc_mode',
    type: 'enum-or-integer',
    since: 401,
    meantFor: ['hvm'],
    arch: 'x86',
    language: 'tsc_mode',
    range: [0, 3],
    default: 'default',
    earlier: [{ until: 401, type: 'integer', reads: ['long'] }],
    checks: [
      { when: 'integer form deprecated', xl: 'warns', since: 402 },
      { when: 'number outside 0..3', xl: 'refuses', since: 402 },
      { when: 'value not in the accepted set', xl: 'refuses', since: 402 },
      { when: 'echoes the string value (debug leftover)', xl: 'warns', since: 402, until: 418 },
    ],
    note: 'native_paravirt still accepted by the parser although documented as removed',
    text:
      "Where the guest's time stamp counter comes from. By default it is the real one, and emulated only if it " +
      'would not be reliable or after migration to an unlike host; `native` is always the quickest, but may jump, ' +
      '`always_emulate` the safest and slow. The word `native_paravirt` is still taken by xl, but no guest is built ' +
      'with it any more. Numbers 0 to 3 work with a warning.',
  },
  {
    name: 'vcpus',
    type: 'integer',
    since: 401,
    default: '1',
    note: 'values below 1 become 1 since 4.22',
    text:
      'How many vCPUs are online when the guest starts: `vcpus = 2`. More than the host has CPUs is allowed but ' +
      'slow, and the limit for HVM and PVH guests is 128. A value below 1 counts as 1 since 4.22; earlier releases ' +
      'hand a 0 on as it stands, so do not write it.',
  },
  {
    name: 'vnuma',
    type: 'spec',
    shape: 'nested',
    since: 406,
    reads: ['quiet-list'],
    language: 'vnuma',
    wrongShape: 'ignores',
    checks: [
      { when: 'element is not a list', xl: 'refuses' },
      { when: 'option without =', xl: 'refuses' },
      { when: 'pnode does not exist on the host', xl: 'refuses' },
      { when: 'vcpu total differs from maxvcpus', xl: 'refuses' },
      { when: 'memory total differs from maxmem', xl: 'refuses' },
      { when: 'more vcpus than host CPUs without maxvcpus', xl: 'refuses' },
    ],
    note: 'libxl refuses it for PV guests',
    text:
      'Shows the guest several NUMA nodes, so that a big one can keep data near its processors: `vnuma = ' +
      '[["pnode=0", "size=1024", "vcpus=0-1", "vdistances=10,20"], ["pnode=1", "size=1024", "vcpus=2-3", ' +
      '"vdistances=20,10"]]`. Sizes must add up to `maxmem` and vCPUs to `maxvcpus` if those are set. It must be a ' +
      'list of lists: anything else is ignored or refused. Not for PV guests, and such a guest cannot be migrated.',
  },
  {
    name: 'vpmu',
    type: 'boolean',
    since: 416,
    arch: 'arm',
    default: '0',
    note: 'libxl refuses it when the platform lacks support',
    text:
      "Lets an Arm guest use the processor's performance counters directly, for profiling inside. Counters are " +
      'neither virtualised nor saved when another guest runs, and tell about the whole machine: for trusted guests ' +
      "only. On x86 Xen's own command line decides that. The guest is refused if the platform cannot do it.",
  },
];
