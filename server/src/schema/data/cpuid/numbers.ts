import type { CpuidFlagRow } from '../../types';

/** Flags of `cpuid`: numbers, topology and identity. */
export const CPUID_NUMBERS: readonly CpuidFlagRow[] = [
  {
    name: 'apicidsize',
    since: 401,
    bits: 4,
    text: 'Number of bits of the APIC number that count the cores of a package, on AMD: a number, not a bit.',
  },
  {
    name: 'brandid',
    since: 401,
    bits: 8,
    text: "Number of the CPU's brand in an old table: a number that nothing reads any more.",
  },
  {
    name: 'clflush',
    since: 401,
    bits: 8,
    text:
      'Size of a cache line in units of 8 bytes, usually 8: a number. The flag for the instruction is ' + '`clfsh`.',
  },
  {
    name: 'cmp-legacy',
    since: 414,
    text: 'The threads of a package are cores, not hyperthreads, on AMD. Xen sets it with the topology.',
  },
  {
    name: 'cmplegacy',
    since: 401,
    text: 'Cores instead of hyperthreads under its older name; the same bit as `cmp-legacy`.',
  },
  {
    name: 'family',
    since: 401,
    bits: 8,
    text:
      'Family of the CPU, as a decimal number. A wrong one confuses the choice of workarounds in the guest, ' +
      'so change it with `model` and `stepping` or not at all.',
  },
  {
    name: 'htt',
    since: 401,
    text: 'The package has more than one thread. Xen sets it with the topology of the guest.',
  },
  {
    name: 'localapicid',
    since: 401,
    bits: 8,
    text: 'First APIC number of the CPU: a number that Xen sets for each vCPU.',
  },
  {
    name: 'maxhvleaf',
    since: 405,
    bits: 8,
    text:
      "Greatest leaf for the hypervisor, in its lowest 8 bits. Hide Xen's later leaves from a guest that " +
      'stumbles over them.',
  },
  {
    name: 'maxleaf',
    since: 401,
    bits: 32,
    text: 'Greatest basic leaf of CPUID: a number. Old systems such as Windows NT 4 need `maxleaf=2` or 3.',
  },
  {
    name: 'model',
    since: 401,
    bits: 8,
    text: 'Model of the CPU within its family, as a decimal number; see `family`.',
  },
  {
    name: 'nc',
    since: 401,
    bits: 8,
    text: 'Number of cores of the package less one, on AMD: a number that belongs to the topology.',
  },
  {
    name: 'proccount',
    since: 401,
    bits: 8,
    text: 'Greatest number of threads in the package: a number that belongs to the topology.',
  },
  {
    name: 'procpkg',
    since: 401,
    bits: 6,
    text: 'Number of cores of the package less one, on Intel: a number that belongs to the topology.',
  },
  {
    name: 'stepping',
    since: 401,
    bits: 4,
    text: 'Revision of the CPU model, from 0 to 15. Kernels choose workarounds by it.',
  },
  {
    name: 'topoext',
    since: 401,
    text: 'More leaves about caches and threads, on AMD CPUs. Xen 4.22 shows it to no guest.',
  },
];
