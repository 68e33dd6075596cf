import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: memory, protection and control of the CPU. */
export const CPUID_PAGING: readonly CpuidFlagRow[] = [
  { name: 'addr-msk-ext', since: 419, text: 'Debug registers can watch ranges of addresses by a mask, on AMD CPUs.' },
  {
    name: 'cet-ibt',
    since: 412,
    text:
      'Indirect branches may land on marked places only (CET), against hijacked control flow. Xen 4.22 ' +
      'shows it to no guest.',
  },
  {
    name: 'cet-ss',
    since: 412,
    text: 'Shadow stacks (CET), which notice an overwritten return address. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'cet-sss',
    since: 416,
    text: 'Shadow stacks can be used in the kernel without a known flaw. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'cntxid',
    since: 401,
    text: 'The L1 cache works in a mode set by the firmware; old Pentium 4 and Core CPUs alone.',
  },
  {
    name: 'cpuid-user-dis',
    since: 418,
    text: 'The kernel can forbid CPUID to user programs, on AMD CPUs. Xen 4.22 shows it to no guest.',
  },
  { name: 'de', since: 401, text: 'Breakpoints on I/O ports, and a few more debugging features.' },
  { name: 'ffxsr', since: 401, text: 'FXSAVE leaves the SSE registers out in the kernel, for speed, on AMD CPUs.' },
  {
    name: 'fred',
    since: 419,
    text:
      'A new way to take interrupts and exceptions, quicker and without old traps. Xen 4.22 shows it to no ' + 'guest.',
  },
  {
    name: 'invpcid',
    since: 410,
    text:
      'Drops address cache entries by process number; kernels use it together with `pcid`. Not for PV ' +
      'guests, and only with `hap`.',
  },
  {
    name: 'la57',
    since: 420,
    text: 'Five-level page tables, for address spaces beyond 128 TiB. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'lam',
    since: 421,
    text: 'Pointers may carry marks in their upper bits, which the CPU ignores. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'lass',
    since: 421,
    text:
      'Splits addresses between user and kernel so firmly that guessing them by timing fails. Shown only ' +
      'when asked for, and not to PV guests.',
  },
  { name: 'lm', since: 401, text: '64-bit mode. Without it a 64-bit system does not start at all.' },
  {
    name: 'mpx',
    since: 410,
    text:
      'Bounds checks of pointers in hardware; withdrawn by Intel and removed from Linux. Shown only when ' +
      'asked for, and not to PV guests.',
  },
  { name: 'msr', since: 401, text: 'Model specific registers with RDMSR and WRMSR; every system relies on them.' },
  {
    name: 'mtrr',
    since: 401,
    text: 'Ranges of memory with different caching; firmware and Windows expect them. Not for PV guests.',
  },
  {
    name: 'no-lmsl',
    since: 416,
    text:
      "AMD's old segment limits in 64-bit mode are gone. Guests that set them do not run then. Not for PV " + 'guests.',
  },
  {
    name: 'no-nest-bp',
    since: 419,
    text: 'A data breakpoint does not hit again inside the handler of another, on AMD CPUs.',
  },
  {
    name: 'nscb',
    since: 416,
    text: 'Loading an empty selector also clears base and limit, so that kernels need no workaround for AMD.',
  },
  {
    name: 'nx',
    since: 401,
    text: 'Pages can be marked as not executable. Windows 8 and later refuse to start without it.',
  },
  {
    name: 'ospke',
    since: 410,
    text: "The system has switched protection keys on. The guest's kernel sets it by CR4, not this file.",
  },
  {
    name: 'pae',
    since: 401,
    text:
      'Page tables for more than 4 GiB, without which no 64-bit system starts. The key `pae` is the usual ' +
      'place to change it.',
  },
  {
    name: 'page1gb',
    since: 401,
    text: 'Pages of 1 GiB, for guests with much memory. Not for PV guests, and only with `hap`.',
  },
  { name: 'pat', since: 401, text: 'Caching can be chosen page by page; graphics drivers need it.' },
  {
    name: 'pcid',
    since: 410,
    text:
      'The address cache keeps entries of several processes apart. Softens the cost of the Meltdown ' +
      'defence. Not for PV guests, and only with `hap`.',
  },
  {
    name: 'pconfig',
    since: 420,
    text: 'Configures memory encryption keys of the platform. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'pge',
    since: 401,
    text: 'Pages of the kernel stay in the address cache when processes switch. Not for PV guests.',
  },
  {
    name: 'pks',
    since: 418,
    text: "Protection keys for the kernel's own pages. Not for PV guests, and only with `hap`.",
  },
  {
    name: 'pku',
    since: 410,
    text: 'Protection keys, with which a program guards parts of its own memory. PV guests cannot have them.',
  },
  { name: 'pse', since: 401, text: 'Pages of 4 MiB (2 MiB with PAE). Not for PV guests.' },
  {
    name: 'pse36',
    since: 401,
    text: 'Large pages above 4 GiB without PAE, for old 32-bit systems. Not for PV guests.',
  },
  {
    name: 'sgx',
    since: 414,
    text: 'Enclaves whose memory not even the kernel can read (SGX). Xen 4.22 shows it to no guest.',
  },
  { name: 'sgx-keys', since: 420, text: 'The attestation service for SGX enclaves. Xen 4.22 shows it to no guest.' },
  {
    name: 'sgx-lc',
    since: 420,
    text: 'The owner of the machine decides who may launch SGX enclaves. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'skinit',
    since: 401,
    text: 'Starts a verified system by a secure jump, on AMD CPUs. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'smap',
    since: 410,
    text:
      'The kernel cannot touch user memory by accident. Old kernels without support are not harmed. Not for ' +
      'PV guests.',
  },
  {
    name: 'smep',
    since: 410,
    text: 'The kernel cannot execute user memory, which stops a whole class of attacks. Not for PV guests.',
  },
  {
    name: 'smx',
    since: 401,
    text: 'Safer mode of Intel TXT, for a measured start of the host. Xen 4.22 shows it to no guest.',
  },
  { name: 'ss', since: 401, text: 'The CPU watches its own bus for writes to its cache; of no use in a guest.' },
  { name: 'tme', since: 420, text: "All of the machine's memory is encrypted. Xen 4.22 shows it to no guest." },
  {
    name: 'umip',
    since: 410,
    text: 'User programs cannot read the addresses of descriptor tables. Not for PV guests.',
  },
  { name: 'vme', since: 401, text: 'Faster 8086 mode, for DOS programs under 32-bit systems. Not for PV guests.' },
];
