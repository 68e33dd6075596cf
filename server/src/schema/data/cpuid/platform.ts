import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: interrupts, timers, power, performance counters and debugging. */
export const CPUID_PLATFORM: readonly CpuidFlagRow[] = [
  {
    name: 'acpi',
    since: 401,
    text: 'Clock throttling by MSR, named after ACPI. ACPI tables themselves come from the key `acpi`.',
  },
  {
    name: 'amd-ppin',
    since: 414,
    text: 'A number by which AMD can identify this very CPU in its inventory. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'apic',
    since: 401,
    text: "The CPU's own interrupt controller. The key `apic` switches it for an HVM guest; do that there.",
  },
  { name: 'arat', since: 410, text: "The APIC's timer runs on in deep sleep, so that the guest needs no other timer." },
  {
    name: 'arch-lbr',
    since: 419,
    text: 'A record of the last branches, for profilers. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'arch-perf-mon',
    since: 421,
    text: 'The newer leaf that describes performance counters. Xen 4.22 shows it to no guest.',
  },
  { name: 'bld', since: 418, text: 'Programs that lock the whole bus can be caught. Xen 4.22 shows it to no guest.' },
  {
    name: 'cmt',
    since: 410,
    text: 'Measures how much cache each task uses, by the older name; the same bit as `pqm`.',
  },
  {
    name: 'core-caps',
    since: 414,
    text: 'An MSR lists more abilities of the core, such as traps for split locks. Xen 4.22 shows it to no ' + 'guest.',
  },
  { name: 'cpb', since: 417, text: "AMD's boost of the clock above its nominal speed. Xen 4.22 shows it to no guest." },
  {
    name: 'cppc',
    since: 421,
    text:
      'System and CPU agree on speed through a common interface (CPPC), on AMD CPUs. Xen 4.22 shows it to ' +
      'no guest.',
  },
  { name: 'dbext', since: 414, text: 'Breakpoints with address masks, on AMD CPUs.' },
  { name: 'dca', since: 401, text: 'Devices can put data straight into a cache. Xen 4.22 shows it to no guest.' },
  {
    name: 'doitm',
    since: 414,
    text:
      'A mode in which some instructions take the same time for all data, against timing attacks. Xen 4.22 ' +
      'shows it to no guest.',
  },
  { name: 'ds', since: 401, text: 'A buffer in memory for branch and event records. Xen shows it with `vpmu` alone.' },
  {
    name: 'dscpl',
    since: 401,
    text: 'Branch records can be limited to user or kernel code. Xen shows it with `vpmu` alone.',
  },
  {
    name: 'dtes64',
    since: 401,
    text: 'Branch and event records with 64-bit addresses. Xen shows it with `vpmu` alone.',
  },
  {
    name: 'efro',
    since: 414,
    text: "AMD's counters of actual speed can be read without being changed. Xen 4.22 shows it to no guest.",
  },
  {
    name: 'eist',
    since: 414,
    text:
      "SpeedStep, by which the system chooses the CPU's speed. The host does that, not the guest. Xen 4.22 " +
      'shows it to no guest.',
  },
  {
    name: 'energy-filtering',
    since: 414,
    text: 'Power readings are blurred, so that they give no secrets away. Xen 4.22 shows it to no guest.',
  },
  { name: 'est', since: 401, text: 'SpeedStep by the older name; the same bit as `eist`.' },
  {
    name: 'extapic',
    since: 401,
    text: 'More interrupt vectors for local events of the APIC, on AMD CPUs. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'hw-pstate',
    since: 417,
    text: "Performance states set by MSR, on AMD CPUs; the host's matter. Xen 4.22 shows it to no guest.",
  },
  { name: 'hybrid', since: 415, text: 'The machine has cores of different kinds. Xen 4.22 shows it to no guest.' },
  { name: 'ia64', since: 401, text: 'The CPU is an Itanium that runs x86 code; never set on a PC.' },
  { name: 'ibs', since: 401, text: "AMD's sampling of instructions for profilers. Xen 4.22 shows it to no guest." },
  { name: 'ign-umonitor', since: 421, text: 'The kernel can make UMONITOR do nothing. Xen 4.22 shows it to no guest.' },
  {
    name: 'intel-ppin',
    since: 417,
    text: 'A number by which Intel can identify this very CPU in its inventory. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'invtsc',
    since: 410,
    text: 'The time stamp counter runs evenly, by the older name; the same bit as `itsc`.',
  },
  {
    name: 'itsc',
    since: 414,
    text:
      'The time stamp counter runs at one speed in all states. Xen shows it only to guests that cannot ' +
      'migrate (`nomigrate`), or whose counter is emulated.',
  },
  { name: 'mca', since: 401, text: 'The architecture of machine check banks, for reports of hardware errors.' },
  { name: 'mce', since: 401, text: 'Machine check exceptions, by which hardware errors are reported.' },
  { name: 'mcu-ctrl', since: 414, text: 'An MSR controls updates of microcode. Xen 4.22 shows it to no guest.' },
  {
    name: 'mcu-ext',
    since: 421,
    text: 'MSRs tell more about the state of microcode updates. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'misc-pkg-ctrl',
    since: 414,
    text: 'An MSR with settings for the whole package of cores. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'mon-umon-mitg',
    since: 421,
    text: 'A defence for MONITOR and UMONITOR can be switched. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'monitor',
    since: 401,
    text: "MONITOR and MWAIT, to sleep until memory changes. Idle power of a guest is Xen's business.",
  },
  {
    name: 'monitorx',
    since: 414,
    text: 'MONITOR and MWAIT for user programs, on AMD CPUs. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'nmi-src',
    since: 421,
    text: 'Tells where a non-maskable interrupt came from. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'nodeid',
    since: 401,
    text: 'The number of the node by MSR under its older name; the same bit as `nodeid-msr`.',
  },
  {
    name: 'nodeid-msr',
    since: 414,
    text: 'An MSR tells on which node the core sits, on older AMD CPUs. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'osvw',
    since: 401,
    text: 'MSRs list which errata the system must work around, on AMD CPUs. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'ovrclk-status',
    since: 414,
    text: 'An MSR tells whether the CPU is overclocked. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'pb-opt-ctrl',
    since: 418,
    text: 'A cheaper branch predictor barrier can be chosen by MSR. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'pbe',
    since: 401,
    text: 'Wakes the CPU by a pin while it sleeps; of no use in a guest. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'pdcm',
    since: 401,
    text: 'An MSR describes the abilities of the performance counters. Xen 4.22 shows it to no guest.',
  },
  { name: 'perfctr_core', since: 410, text: 'Six performance counters per core, on AMD CPUs.' },
  { name: 'perfctr_nb', since: 410, text: 'Performance counters of the north bridge, on AMD CPUs.' },
  { name: 'ppin', since: 414, text: "AMD's inventory number under an older name; the same bit as `amd-ppin`." },
  {
    name: 'pqe',
    since: 414,
    text:
      "Cache and memory bandwidth can be shared out between tasks. That is the host's business (`xl " +
      'psr-cat-set`). Xen 4.22 shows it to no guest.',
  },
  {
    name: 'pqm',
    since: 414,
    text: 'Cache use and memory bandwidth of tasks can be measured. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'proc-trace',
    since: 415,
    text: "Intel's trace of all executed code. Xen keeps it for itself (`vmtrace_buf_kb`).",
  },
  { name: 'psn', since: 401, text: 'The serial number of the Pentium III, withdrawn for privacy.' },
  { name: 'sdbg', since: 420, text: 'An MSR for debugging of the silicon itself. Xen 4.22 shows it to no guest.' },
  {
    name: 'slsm',
    since: 421,
    text: 'Static lockstep: two cores do the same work to find errors. Xen 4.22 shows it to no guest.',
  },
  { name: 'tm', since: 401, text: 'Automatic throttling of a hot CPU, by the older name; the same bit as `tm1`.' },
  {
    name: 'tm1',
    since: 414,
    text: 'Automatic throttling of a hot CPU by stopping its clock. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'tm2',
    since: 401,
    text: 'Automatic throttling of a hot CPU by a lower speed. Xen 4.22 shows it to no guest.',
  },
  { name: 'tsc', since: 401, text: 'The time stamp counter with RDTSC. How the guest reads it is the key `tsc_mode`.' },
  {
    name: 'tsc-adjust',
    since: 414,
    text: 'The time stamp counter can be shifted by an MSR of its own. Not for PV guests.',
  },
  {
    name: 'tsc-deadline',
    since: 410,
    text: "The APIC's timer can be set by a time stamp: cheap and exact. Not for PV guests.",
  },
  {
    name: 'tsc_adjust',
    since: 410,
    text: 'The shift of the time stamp counter under its older name; the same bit as `tsc-adjust`.',
  },
  {
    name: 'uc-lock-dis',
    since: 421,
    text: 'Locks on uncached memory can be made to fail. Xen 4.22 shows it to no guest.',
  },
  { name: 'uintr', since: 419, text: 'Interrupts that go straight to user programs. Xen 4.22 shows it to no guest.' },
  { name: 'uiret-uif', since: 421, text: 'UIRET can set the user interrupt flag. Xen 4.22 shows it to no guest.' },
  {
    name: 'wdt',
    since: 401,
    text: "AMD's watchdog timer, with which SKINIT is guarded. Xen 4.22 shows it to no guest.",
  },
  {
    name: 'x2apic',
    since: 401,
    text:
      'The APIC by MSRs, for more than 255 CPUs and less overhead. Xen offers it to HVM guests even on old ' + 'hosts.',
  },
  {
    name: 'xapic-status',
    since: 414,
    text: 'An MSR tells whether the old APIC mode is locked out. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'xtpr',
    since: 401,
    text:
      "Messages with the task's priority can be switched off; of no use in a guest. Xen 4.22 shows it to no " +
      'guest.',
  },
];
