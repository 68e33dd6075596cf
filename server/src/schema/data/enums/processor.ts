import type { EnumRow } from '../../types';

/** Enumerations of processors, timers and interfaces for guests. */
export const PROCESSOR_ENUMS: readonly EnumRow[] = [
  {
    name: 'altp2m_mode',
    since: 409,
    anyCaseSince: 409,
    members: [
      { value: 'disabled', number: 0, text: "One view of the guest's memory only, for guests that nobody inspects." },
      {
        value: 'mixed',
        number: 1,
        text:
          'The guest itself and tools in dom0 may both make and switch views. Meant for tests, as the guest ' +
          'can undo what the tools set.',
      },
      {
        value: 'external',
        number: 2,
        text: 'Only tools in dom0 may use views: for introspection from outside, such as drakvuf.',
      },
      {
        value: 'limited',
        number: 3,
        text:
          'The guest may only switch between views (VMFUNC) and receive violations as an exception (#VE); ' +
          'tools in dom0 create the views.',
      },
    ],
  },
  {
    name: 'cpuid_value',
    since: 401,
    members: [
      {
        value: '1',
        note: 'the bit is 1',
        text:
          'Sets the bit, if Xen and the machine can do the feature at all; Xen clears bits that it cannot ' + 'offer.',
      },
      {
        value: '0',
        note: 'the bit is 0',
        text:
          'Clears the bit: the guest does not see the feature. The safe use, as for guests that move ' +
          'between hosts with different CPUs.',
      },
      {
        value: 'x',
        note: 'the safe default that Xen would choose',
        text: "The bit as Xen's default policy for this guest has it, as if it had not been named.",
      },
      {
        value: 'k',
        note: "the host's own value",
        text: 'The bit as the host has it, read once at creation and kept through migration.',
      },
      {
        value: 's',
        note: 'old name of k',
        text: 'Older spelling of `k`. It once meant that the bit had to stay the same over migration; write ' + '`k`.',
      },
    ],
  },
  {
    name: 'mca_caps',
    since: 410,
    members: [
      {
        value: 'lmce',
        text:
          'Local machine checks: a memory error interrupts the vCPU concerned alone, not all of them. For ' +
          'guests that can isolate faulty memory; Intel only.',
      },
    ],
  },
  {
    name: 'timer_mode',
    since: 402,
    anyCaseSince: 402,
    members: [
      { value: 'unknown', number: -1, since: 404, placeholder: true },
      {
        value: 'delay_for_missed_ticks',
        number: 0,
        text:
          'Time in the guest stands still while it is not running: missed ticks come one by one later. For ' +
          'old kernels that count ticks and do not catch up by themselves.',
      },
      {
        value: 'no_delay_for_missed_ticks',
        number: 1,
        text:
          'Missed ticks are delivered when the guest runs again, while its clocks show the real time all ' +
          'along. The default; good for Windows.',
      },
      {
        value: 'no_missed_ticks_pending',
        number: 2,
        text:
          'Missed ticks are dropped. For kernels that read a clock instead of counting ticks, such as ' +
          '64-bit Linux.',
      },
      {
        value: 'one_missed_tick_pending',
        number: 3,
        text:
          'All missed ticks become a single late one, and clocks show the real time. For kernels that want ' +
          'one reminder to catch up.',
      },
    ],
  },
  {
    name: 'tsc_mode',
    since: 402,
    anyCaseSince: 402,
    members: [
      {
        value: 'default',
        number: 0,
        text:
          'Read directly as long as the counter can be trusted to run evenly, else emulated. After ' +
          'migration to a CPU of another speed the emulated counter keeps the old one.',
      },
      {
        value: 'always_emulate',
        number: 1,
        text:
          'Each read goes through Xen and shows 1 GHz on any host: always even, but many times slower to ' +
          'read. For programs that break when the speed changes.',
      },
      {
        value: 'native',
        number: 2,
        text:
          'Always read directly: fastest, but after a migration the speed and value may jump. For guests ' +
          'that stay where they are, or check by themselves.',
      },
      {
        value: 'native_paravirt',
        number: 3,
        text:
          'A mode for programs that adapt by themselves through an extra register. Removed in 4.12: xl ' +
          'still reads the word, but libxl then refuses the guest.',
      },
    ],
  },
  {
    name: 'viridian_enlightenment',
    since: 405,
    anyCaseSince: 405,
    members: [
      {
        value: 'base',
        number: 0,
        text:
          'Hypercalls, vCPU numbers and APIC registers of Hyper-V. All other groups need it. A clear gain ' +
          'for Windows Vista and later.',
      },
      {
        value: 'freq',
        number: 1,
        text: 'The speeds of time stamp counter and APIC, so that Windows 7 and later need not measure them.',
      },
      {
        value: 'time_ref_count',
        number: 2,
        text:
          'A clock that counts in 100 ns from the start of the guest, used by Windows 8 and later instead ' +
          'of slower timers.',
      },
      {
        value: 'reference_tsc',
        number: 3,
        since: 406,
        text:
          'A shared page with which Windows 7 and later compute the time without leaving the guest. Not ' +
          'among the defaults; the fastest clock where the counter runs evenly.',
      },
      {
        value: 'hcall_remote_tlb_flush',
        number: 4,
        since: 407,
        text:
          "One call to Xen flushes other vCPUs' address caches in place of interrupts. A gain when the host " +
          'has more vCPUs than CPUs.',
      },
      {
        value: 'apic_assist',
        number: 5,
        since: 407,
        text:
          'Saves an exit at the end of most interrupts. No effect where the CPU posts interrupts by itself ' +
          '(APICv).',
      },
      {
        value: 'crash_ctl',
        number: 6,
        since: 409,
        text: 'Windows reports the codes of a blue screen to Xen, which logs them: see `xl dmesg`.',
      },
      {
        value: 'synic',
        number: 7,
        since: 413,
        note: 'accepted but not documented on its own',
        text:
          'The synthetic interrupt controller on its own. xl takes the word, but the manual lists it as ' +
          'part of `stimer` alone; write that.',
      },
      {
        value: 'stimer',
        number: 8,
        since: 413,
        text:
          'Synthetic timers, which Windows prefers to the emulated HPET: fewer exits and a steadier tick. ' +
          'libxl switches `synic` and `time_ref_count` on with it.',
      },
      {
        value: 'hcall_ipi',
        number: 9,
        since: 413,
        text: 'One call to Xen interrupts several vCPUs at a time. A gain for guests with many vCPUs.',
      },
      {
        value: 'ex_processor_masks',
        number: 10,
        since: 415,
        text:
          'Calls that can name more than 64 vCPUs. Needed for larger guests that have ' +
          '`hcall_remote_tlb_flush` or `hcall_ipi`.',
      },
      {
        value: 'no_vp_limit',
        number: 11,
        since: 415,
        text: 'Tells Windows that there is no limit to the number of vCPUs. Keep it for guests with more than ' + '64.',
      },
      {
        value: 'cpu_hotplug',
        number: 12,
        since: 415,
        text: 'Lets Windows Server take vCPUs that are added with `xl vcpu-set` while it runs.',
      },
    ],
  },
  {
    name: 'viridian_special',
    since: 405,
    members: [
      {
        value: 'all',
        note: 'every group',
        text:
          'Every group that this release knows, also ones that come with an update of Xen. A guest that is ' +
          'migrated to an older host may not find them all there.',
      },
      {
        value: 'defaults',
        note: 'same as viridian=1; set documented for 4.22: apic_assist, base, cpu_hotplug, crash_ctl, freq, no_vp_limit, time_ref_count',
        text:
          'The groups that suit all Windows versions, as with `viridian=1`; in 4.22 these are apic_assist, ' +
          'base, cpu_hotplug, crash_ctl, freq, no_vp_limit and time_ref_count. The set has grown over the ' +
          'releases.',
      },
    ],
  },
];
