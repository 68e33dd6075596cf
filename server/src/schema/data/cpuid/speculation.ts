import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: defences against speculative attacks, transactions. */
export const CPUID_SPECULATION: readonly CpuidFlagRow[] = [
  {
    name: 'amd-ssbd',
    since: 413,
    text:
      "The kernel can switch AMD's speculative store bypass off, against Spectre variant 4. Not for PV " + 'guests.',
  },
  {
    name: 'amd-stibp',
    since: 413,
    text: 'The kernel can keep the other thread from steering branch predictions, on AMD CPUs. Not for PV ' + 'guests.',
  },
  {
    name: 'arch-caps',
    since: 407,
    text:
      'An MSR tells which attacks the CPU is immune to. With it a guest leaves needless defences out; with ' +
      '`arch-caps=0` it takes all of them. Hosts of a pool may differ.',
  },
  {
    name: 'auto-ibrs',
    since: 417,
    text:
      "AMD's restricted branch speculation that need not be switched at each entry to the kernel. Not for " +
      'PV guests.',
  },
  {
    name: 'bhi-ctrl',
    since: 415,
    text: 'The kernel can restrict predictions by branch history, against BHI attacks. Not for PV guests.',
  },
  { name: 'bhi-no', since: 414, text: 'The CPU is not open to branch history injection.' },
  { name: 'btc-no', since: 413, text: 'The AMD CPU is not open to branch type confusion (Retbleed).' },
  {
    name: 'ddp-ctrl',
    since: 418,
    text: 'The data dependent prefetcher can be switched off for user programs. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'eibrs',
    since: 414,
    text: 'Enhanced IBRS, set once at the start: the cheapest defence against Spectre variant 2 on Intel.',
  },
  { name: 'epsf', since: 419, text: "AMD's enhanced predictive store forwarding, which `psfd` can switch off." },
  { name: 'fb-clear', since: 414, text: 'VERW clears the fill buffers, the defence against stale data of MMIO.' },
  {
    name: 'fb-clear-ctrl',
    since: 414,
    text: 'Clearing of the fill buffers by VERW can be switched off by MSR. Xen 4.22 shows it to no guest.',
  },
  { name: 'fbsdp-no', since: 414, text: 'The CPU is not open to stale data from fill buffers.' },
  {
    name: 'gds-ctrl',
    since: 414,
    text: 'The defence against gather data sampling can be switched and locked. Xen 4.22 shows it to no guest.',
  },
  { name: 'gds-no', since: 414, text: 'The CPU is not open to gather data sampling (Downfall).' },
  {
    name: 'hle',
    since: 410,
    text:
      'Hardware lock elision, a part of TSX. Withdrawn on most CPUs by microcode, so guests must not rely ' +
      'on it. Shown only when asked for.',
  },
  {
    name: 'ibpb',
    since: 406,
    text: 'A barrier that forgets branch predictions, on AMD CPUs; used when processes switch.',
  },
  {
    name: 'ibpb-brtype',
    since: 414,
    text: 'The barrier also forgets the types of branches, as the defence against SRSO needs.',
  },
  { name: 'ibpb-ret', since: 413, text: 'The barrier also clears return predictions on AMD.' },
  {
    name: 'ibrs',
    since: 413,
    text: 'Branch speculation can be restricted in the kernel, on AMD CPUs. Not for PV guests.',
  },
  {
    name: 'ibrs-always',
    since: 413,
    text: 'AMD recommends to leave IBRS switched on all the time. Not for PV guests.',
  },
  { name: 'ibrs-fast', since: 413, text: 'AMD recommends IBRS over defences by software. Not for PV guests.' },
  {
    name: 'ibrs-same-mode',
    since: 413,
    text: 'IBRS also protects code within the same privilege level. Not for PV guests.',
  },
  {
    name: 'ibrsb',
    since: 406,
    text:
      'IBRS and the prediction barrier of Intel CPUs, against Spectre variant 2. Hiding it makes guests ' +
      'rely on software alone.',
  },
  {
    name: 'if-pschange-mc-no',
    since: 414,
    text: 'No machine check when the size of a page changes during a fetch of code (iTLB multihit).',
  },
  { name: 'intel-psfd', since: 414, text: 'Predictive store forwarding can be switched off, on Intel CPUs.' },
  { name: 'intel-ssb-no', since: 414, text: 'The Intel CPU is not open to speculative store bypass.' },
  {
    name: 'ipred-ctrl',
    since: 415,
    text: 'Predictions of indirect branches can be restricted further by MSR. Not for PV guests.',
  },
  {
    name: 'its-no',
    since: 417,
    text:
      'The CPU is not open to indirect target selection. Xen sets it from what it knows of the machines in ' +
      'the pool.',
  },
  {
    name: 'l1d-flush',
    since: 406,
    text: 'The first-level data cache can be flushed by MSR, against L1TF. Not for PV guests.',
  },
  { name: 'mcdt-no', since: 417, text: 'The CPU has no timing that depends on data in its vector units.' },
  { name: 'md-clear', since: 407, text: "VERW clears the CPU's buffers, the defence against MDS." },
  { name: 'mds-no', since: 414, text: 'The CPU is not open to microarchitectural data sampling.' },
  { name: 'pbrsb-no', since: 414, text: 'The CPU is not open to return predictions after a barrier.' },
  { name: 'psdp-no', since: 414, text: 'The CPU is not open to stale data from the primary buffers.' },
  {
    name: 'psfd',
    since: 413,
    text: 'The kernel can switch predictive store forwarding off, on AMD CPUs. Not for PV guests.',
  },
  {
    name: 'rdcl-no',
    since: 414,
    text: 'The CPU is not open to Meltdown, so that kernels keep one set of page tables.',
  },
  { name: 'rfds-clear', since: 415, text: 'VERW clears the register files too, against RFDS on Atom cores.' },
  { name: 'rfds-no', since: 415, text: 'The CPU is not open to register file data sampling.' },
  {
    name: 'rrsba',
    since: 414,
    text:
      'An empty return stack falls back to other predictions, which kernels must defend against. Xen sets ' +
      'it so that guests may migrate.',
  },
  {
    name: 'rrsba-ctrl',
    since: 415,
    text: 'That fallback of the return stack can be switched off by MSR. Not for PV guests.',
  },
  {
    name: 'rsba',
    since: 414,
    text:
      'Returns may be predicted otherwise than by the return stack: retpoline alone is not safe. Set it ' +
      'when guests may move to such a host.',
  },
  {
    name: 'rtm',
    since: 410,
    text:
      'Transactional memory (TSX). Open to attacks on older CPUs and switched off there; `rtm=0` lets ' +
      'guests move to hosts without it.',
  },
  { name: 'rtm-always-abort', since: 414, text: 'Transactions always abort, as a microcode update made them.' },
  { name: 'sbdr-ssdp-no', since: 414, text: 'The CPU is not open to stale data of shared buffers.' },
  { name: 'sbpb', since: 414, text: 'A cheaper barrier for branch predictions alone, on AMD CPUs.' },
  {
    name: 'skip-l1dfl',
    since: 414,
    text: 'The hypervisor below flushes the first-level cache already. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'srbds-ctrl',
    since: 409,
    text: 'The defence that slows RDRAND and RDSEED (SRBDS) can be switched off. Xen 4.22 shows it to no guest.',
  },
  {
    name: 'srso-msr-fix',
    since: 417,
    text:
      'An MSR bit reduces speculation against SRSO at lower cost, for the host. Xen 4.22 shows it to no ' + 'guest.',
  },
  { name: 'srso-no', since: 414, text: 'The AMD CPU is not open to speculative return stack overflow (Inception).' },
  { name: 'srso-us-no', since: 417, text: 'The AMD CPU is not open to SRSO between user and kernel.' },
  { name: 'ssb-no', since: 413, text: 'The AMD CPU is not open to speculative store bypass.' },
  { name: 'ssbd', since: 406, text: 'The kernel can switch speculative store bypass off, on Intel CPUs.' },
  {
    name: 'stibp',
    since: 406,
    text: 'The kernel can keep the other thread of a core from steering branch predictions.',
  },
  {
    name: 'stibp-always',
    since: 413,
    text: 'AMD recommends to leave STIBP switched on all the time. Not for PV guests.',
  },
  { name: 'taa-no', since: 414, text: 'The CPU is not open to asynchronous aborts of transactions.' },
  {
    name: 'tsa-l1-no',
    since: 417,
    text: 'The AMD CPU is not open to transient scheduler attacks by the first-level cache.',
  },
  { name: 'tsa-sq-no', since: 417, text: 'The AMD CPU is not open to transient scheduler attacks by the store queue.' },
  { name: 'tsx-ctrl', since: 414, text: 'Transactions can be switched off by MSR. Xen 4.22 shows it to no guest.' },
  {
    name: 'tsx-force-abort',
    since: 414,
    text:
      'Transactions can be made to abort always, to free a performance counter. Xen 4.22 shows it to no ' + 'guest.',
  },
  {
    name: 'tsxldtrk',
    since: 414,
    text: 'Loads can be left out of what a transaction tracks. Shown only when asked for.',
  },
  { name: 'verw-clear', since: 417, text: 'VERW clears buffers on AMD CPUs, against transient scheduler attacks.' },
  {
    name: 'virt-ssbd',
    since: 413,
    text: 'A register made for virtual machines that switches speculative store bypass off, on AMD.',
  },
];
