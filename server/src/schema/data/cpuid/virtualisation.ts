import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: virtual machines within the guest. */
export const CPUID_VIRTUALISATION: readonly CpuidFlagRow[] = [
  {
    name: 'hypervisor',
    since: 402,
    text:
      'Tells the guest that it runs in a virtual machine. `hypervisor=0` hides that from programs that look ' +
      "at this bit alone; Xen's own leaves remain.",
  },
  {
    name: 'svm',
    since: 401,
    text: "AMD's virtualisation, for virtual machines inside the guest. Xen shows it with `nestedhvm=1` alone.",
  },
  {
    name: 'svm_decode',
    since: 402,
    text: 'Nested AMD virtualisation: the CPU helps to decode instructions that cause an exit.',
  },
  { name: 'svm_lbrv', since: 402, text: 'Nested AMD virtualisation: branch records for each virtual machine.' },
  {
    name: 'svm_npt',
    since: 402,
    text:
      'Nested AMD virtualisation: page tables in hardware for the inner machine. Without it inner guests ' +
      'are very slow.',
  },
  {
    name: 'svm_nrips',
    since: 402,
    text: 'Nested AMD virtualisation: the address of the next instruction is known at each exit.',
  },
  {
    name: 'svm_pausefilt',
    since: 402,
    text: 'Nested AMD virtualisation: exits after many PAUSE instructions, so that spinning is noticed.',
  },
  { name: 'svm_tscrate', since: 402, text: 'Nested AMD virtualisation: scaling of the time stamp counter.' },
  {
    name: 'svm_vmcbclean',
    since: 402,
    text: 'Nested AMD virtualisation: unchanged parts of the control block need not be loaded again.',
  },
  {
    name: 'vmx',
    since: 401,
    text: "Intel's virtualisation, for virtual machines inside the guest. Xen shows it with `nestedhvm=1` " + 'alone.',
  },
];
