import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: other instructions. */
export const CPUID_INSTRUCTIONS: readonly CpuidFlagRow[] = [
  {
    name: '3dnowprefetch',
    since: 401,
    text: 'PREFETCH and PREFETCHW, which fetch a cache line ahead; Windows 8.1 and later demand it.',
  },
  {
    name: 'abm',
    since: 401,
    text:
      'Counting of leading zeros (LZCNT), and of bits on AMD. Part of the x86-64-v3 level that some ' +
      'distributions demand.',
  },
  { name: 'adx', since: 410, text: 'Additions with two carry chains (ADCX, ADOX), for arithmetic on long numbers.' },
  {
    name: 'altmovcr8',
    since: 401,
    text: 'Access to CR8 from 32-bit code on AMD, by the older name; the same bit as `cr8-legacy`.',
  },
  { name: 'amd-fsrc', since: 419, text: 'Short REP CMPSB is fast on this AMD CPU; C libraries may choose it then.' },
  { name: 'amd-fsrs', since: 419, text: 'Short REP STOSB is fast on this AMD CPU; C libraries may choose it then.' },
  { name: 'amd-prefetchi', since: 419, text: 'Instructions that fetch code into the cache ahead, on AMD CPUs.' },
  { name: 'bmi1', since: 410, text: 'Bit manipulation, first set: ANDN, TZCNT and others. Part of x86-64-v3.' },
  {
    name: 'bmi2',
    since: 410,
    text: 'Bit manipulation, second set: PDEP, PEXT, shifts without flags. Part of x86-64-v3.',
  },
  { name: 'cldemote', since: 413, text: 'Hint that a cache line will soon be read by another core.' },
  { name: 'clflushopt', since: 410, text: 'Cache lines can be flushed without waiting one for the other.' },
  {
    name: 'clfsh',
    since: 401,
    text: 'CLFLUSH, which writes a cache line back and drops it. `clflush` here means the size of a line ' + 'instead.',
  },
  { name: 'clwb', since: 410, text: 'Writes a cache line back and keeps it; for persistent memory.' },
  { name: 'clzero', since: 413, text: 'Clears a whole cache line, on AMD CPUs.' },
  { name: 'cmov', since: 401, text: 'Conditional moves; every 64-bit system relies on them.' },
  {
    name: 'cmpccxadd',
    since: 420,
    text: 'Compares and adds in one atomic step, for locks and counters. Shown only when asked for.',
  },
  {
    name: 'cmpxchg16',
    since: 401,
    text: 'Exchange of 16 bytes (CMPXCHG16B) by its older name; the same bit as `cx16`.',
  },
  { name: 'cmpxchg8', since: 401, text: 'Exchange of 8 bytes (CMPXCHG8B) by its older name; the same bit as `cx8`.' },
  {
    name: 'cr8-legacy',
    since: 414,
    text: 'Access to the task priority in CR8 from 32-bit code, on AMD CPUs. Not for PV guests.',
  },
  {
    name: 'cx16',
    since: 414,
    text: 'CMPXCHG16B, the atomic exchange of 16 bytes. 64-bit Windows 8.1 and later demand it.',
  },
  { name: 'cx8', since: 414, text: 'CMPXCHG8B, the atomic exchange of 8 bytes; every recent system relies on it.' },
  {
    name: 'enqcmd',
    since: 414,
    text: 'Sends commands to accelerators that several processes share. Xen 4.22 shows it to no guest.',
  },
  { name: 'erms', since: 410, text: 'REP MOVSB and STOSB are fast for large blocks; C libraries choose them then.' },
  {
    name: 'fs-gs-ns',
    since: 419,
    text:
      'Writing the FS and GS bases does not serialise, so that kernels know when a fence is needed. Not for ' +
      'PV guests.',
  },
  {
    name: 'fsgsbase',
    since: 410,
    text: 'User programs may read and write the FS and GS bases, which makes switching of threads quicker.',
  },
  { name: 'fsrcs', since: 416, text: 'Short REP CMPSB and SCASB are fast on this Intel CPU.' },
  { name: 'fsrm', since: 416, text: 'Short REP MOVSB is fast; C libraries choose it for small copies then.' },
  { name: 'fsrs', since: 416, text: 'Short REP STOSB is fast on this Intel CPU.' },
  { name: 'fsrsc', since: 419, text: 'Short REP SCASB is fast on this AMD CPU.' },
  { name: 'fzrm', since: 416, text: 'REP MOVSB of no bytes at all costs nothing.' },
  { name: 'lahf-lm', since: 414, text: 'LAHF and SAHF in 64-bit code; 64-bit Windows 8.1 and later demand them.' },
  { name: 'lahfsahf', since: 401, text: 'LAHF and SAHF in 64-bit code, by the older name; the same bit as `lahf-lm`.' },
  {
    name: 'lfence+',
    since: 414,
    text: 'LFENCE waits for all earlier instructions, by the older name; the same bit as `lfence-dispatch`.',
  },
  {
    name: 'lfence-dispatch',
    since: 414,
    text: 'LFENCE waits for all earlier instructions on AMD. Kernels rely on it against Spectre.',
  },
  {
    name: 'lkgs',
    since: 421,
    text: "Loads the kernel's GS base directly, part of the way to `fred`. Xen 4.22 shows it to no guest.",
  },
  {
    name: 'lwp',
    since: 401,
    text: "Lightweight profiling of AMD's Bulldozer family, long withdrawn. Xen 4.22 shows it to no guest.",
  },
  { name: 'movbe', since: 401, text: 'Moves that swap the order of bytes, useful for network data.' },
  {
    name: 'movdir64b',
    since: 414,
    text: 'Writes 64 bytes at once past the cache, to start work on accelerators. Shown only when asked for.',
  },
  {
    name: 'movdiri',
    since: 414,
    text: 'Writes a word past the cache, to start work on devices. Shown only when asked for.',
  },
  {
    name: 'msrlist',
    since: 421,
    text: 'Reads or writes a list of MSRs in one instruction. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'no-invd',
    since: 421,
    text: 'INVD, which drops caches without writing back, cannot be used. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'osxsave',
    since: 401,
    text:
      "The system has switched XSAVE on. The guest's kernel sets it by CR4, so changing it here does " +
      'nothing useful.',
  },
  { name: 'pclmulqdq', since: 401, text: 'Carry-less multiplication, for AES-GCM and checksums.' },
  { name: 'popcnt', since: 401, text: 'Counting of bits. Part of x86-64-v2, which newer distributions demand.' },
  { name: 'prefetchi', since: 419, text: 'Instructions that fetch code into the cache ahead, on Intel CPUs.' },
  { name: 'prefetchwt1', since: 413, text: 'Prefetch for writing into the second-level cache, on Xeon Phi.' },
  { name: 'rdpid', since: 413, text: 'Reads the number of the current CPU quickly; C libraries use it.' },
  {
    name: 'rdrand',
    since: 409,
    text:
      'Random numbers from hardware. Some CPUs lost them by microcode after SRBDS, so hosts of a pool may ' + 'differ.',
  },
  { name: 'rdseed', since: 409, text: 'Seeds from hardware for a random number generator.' },
  { name: 'rdtscp', since: 401, text: 'Reads the time stamp counter together with the number of the CPU.' },
  { name: 'sep', since: 414, text: 'SYSENTER and SYSEXIT, quick system calls of 32-bit code.' },
  { name: 'serialize', since: 414, text: 'An instruction that does nothing but wait for all earlier ones.' },
  {
    name: 'syscall',
    since: 401,
    text: 'SYSCALL and SYSRET, the system calls of 64-bit systems; without them none starts.',
  },
  { name: 'sysenter', since: 401, text: 'SYSENTER and SYSEXIT by the older name; the same bit as `sep`.' },
  { name: 'tbm', since: 401, text: "Trailing bit manipulation of AMD's Piledriver; later CPUs dropped it." },
  {
    name: 'waitpkg',
    since: 420,
    text: 'Lets user programs wait in a power-saving state (UMWAIT, TPAUSE). Xen 4.22 shows it to no guest.',
  },
  {
    name: 'wbnoinvd',
    since: 413,
    text: 'Writes all caches back and keeps their contents. Xen 4.22 shows it to no guest.',
  },
  { name: 'wrmsrns', since: 418, text: 'Writes an MSR without serialising, which is quicker. Not for PV guests.' },
  {
    name: 'xfd',
    since: 420,
    text: 'The kernel can keep programs from using AMX until they ask for it. Xen 4.22 shows it to no guest.',
  },
  { name: 'xgetbv1', since: 414, text: 'XGETBV tells which parts of the extended state are in use.' },
  {
    name: 'xsave',
    since: 401,
    text: 'XSAVE, which keeps the state of AVX and all that came later. Hiding it hides AVX and everything ' + 'above.',
  },
  { name: 'xsavec', since: 414, text: 'XSAVE in a compact form, with less memory for unused state.' },
  { name: 'xsaveopt', since: 414, text: 'XSAVE that leaves out what has not changed.' },
  {
    name: 'xsaves',
    since: 414,
    text: 'XSAVE for the kernel, with supervisor state such as shadow stacks. Not for PV guests.',
  },
];
