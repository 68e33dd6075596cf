import type { LanguageRow } from '../../types';

/** The mini-languages of processors, memory and limits. */
export const PROCESSOR_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'cpuid',
    since: 401,
    separator: ',',
    assign: '=',
    values: ['cpuid_value'],
    unknown: 'warns',
    missingEquals: 'warns',
    note: 'string form: first word must be host, then FLAG=VALUE',
    options: [
      {
        name: 'host',
        kind: 'form',
        note: 'mandatory first word of the string form',
        text:
          'First word of the string form of `cpuid`: start from what Xen shows a guest on this host, then ' +
          'apply the changes behind it. Nothing else may stand there, and a string without it is refused.',
      },
    ],
    text:
      'What the CPUID instruction tells the guest, as one string: `cpuid="host,aes=0,avx2=0"`. The word ' +
      '`host` must come first: what is not named stays as Xen would show it. Most features can only be ' +
      'taken away: Xen masks bits that it or the machine cannot do. An unknown name is reported, and the ' +
      'guest starts without that change.',
  },
  {
    name: 'cpuid-xend',
    since: 401,
    separator: ',',
    assign: '=',
    unknown: 'warns',
    missingEquals: 'warns',
    note: 'list form: LEAF[,SUBLEAF]:REG=BITS[,REG=BITS...]; LEAF decimal, 0x hex or 0 octal; REG eax ebx ecx edx; BITS exactly 32 characters',
    options: [
      {
        name: 'eax',
        kind: 'named',
        type: 'bits',
        text:
          'The bits of register EAX in a leaf of `cpuid`: 32 characters, bit 31 first, each `1`, `0`, `x` ' +
          "(Xen's default), `k` or `s` (the host's). In leaf 1 it holds family, model and stepping.",
      },
      {
        name: 'ebx',
        kind: 'named',
        type: 'bits',
        text:
          'The bits of register EBX in a leaf of `cpuid`, 32 characters. In leaf `7,0` most newer features ' +
          'stand here (AVX2, BMI, SMEP, AVX-512).',
      },
      {
        name: 'ecx',
        kind: 'named',
        type: 'bits',
        text:
          'The bits of register ECX in a leaf of `cpuid`, 32 characters. In leaf 1 it holds SSE3 to RDRAND, ' +
          'and in bit 31 the mark of a hypervisor.',
      },
      {
        name: 'edx',
        kind: 'named',
        type: 'bits',
        text:
          'The bits of register EDX in a leaf of `cpuid`, 32 characters. In leaf 1 it holds the features ' +
          'from FPU to PBE, in leaf `7,0` those against speculative attacks.',
      },
      {
        name: 'LEAF[,SUBLEAF]:',
        kind: 'form',
        text:
          'The leaf that a string changes, and after a comma its subleaf where it has some: `1:`, ' +
          '`0x80000001:`, `7,0:`. A number without `0x` is decimal, and with a leading 0 octal: xm read ' +
          'hexadecimal leaves without `0x`.',
      },
    ],
    text:
      'One CPUID leaf in the form of xend, with all 32 bits of a register written out, the highest first: ' +
      '`"1:ecx=xxxxxx0xxxxxxxxxxxxxxxxxxxxxxxxx"` hides AES. Needed for bits that have no name; otherwise ' +
      'the string form (`"host,aes=0"`) is easier to read. A wrong length is reported and the leaf left as ' +
      'it was.',
  },
  {
    name: 'cpus',
    since: 402,
    separator: ',',
    note: 'pieces N, N-M, ^N, ^N-M, all; 4.4+ also node:N, nodes:N-M and their ^ forms; up to 4.3 all had to be the whole string; decimal only; exclusions apply in order since 4.4, after everything else before',
    options: [
      {
        name: 'N',
        kind: 'form',
        note: 'one CPU, decimal',
        text:
          'One CPU of the host by its number in `xl vcpu-list` or `xl info -n`, decimal, counted from 0. ' +
          'Numbers beyond the last CPU are left out without a message, so a file from a bigger host may pin ' +
          'to fewer CPUs than it says.',
      },
      {
        name: 'N-M',
        kind: 'form',
        note: 'range, N <= M',
        text:
          'All CPUs from N to M, both included: `"4-7"`. N must not be greater than M. With hyperthreading, ' +
          'neighbouring numbers are mostly threads of one core.',
      },
      {
        name: '^N',
        kind: 'form',
        note: 'exclude; also ^N-M',
        text:
          'Takes one CPU (or a range, `^N-M`) out of those named before: `"all,^0"` keeps CPU 0 for dom0. ' +
          'Since 4.4 the order counts: an exclusion at the front does nothing.',
      },
      {
        name: 'all',
        kind: 'form',
        note: '^all is an error',
        text:
          'Every CPU of the host; the default. Useful before exclusions, as in `"all,^0-1"`. `^all` is an ' + 'error.',
      },
      {
        name: 'node:N',
        kind: 'form',
        since: 404,
        note: 'all CPUs of a NUMA node; also nodes:N-M, ^node:N; the two spellings are interchangeable',
        text:
          'All CPUs of one NUMA node; `nodes:0-1` for several and `^node:1` to leave one out. Keeps the ' +
          "guest's CPUs near its memory: libxl then places the memory on those nodes too.",
      },
    ],
    text:
      "Set of host CPUs on which the guest's vCPUs may run: numbers and ranges joined by commas, `^` " +
      'takes some out again, `node:1` is all of a NUMA node: `"0-7,^0"`. As a list, each element is for ' +
      'one vCPU: `["2", "3"]`. Up to 4.3 `all` had to stand alone, and exclusions were applied last; ' +
      'from 4.4 on everything counts in the order written.',
  },
  {
    name: 'vnuma',
    since: 406,
    assign: '=',
    blanks: 'around',
    unknown: 'ignores',
    note: 'value is a list of virtual nodes, each a list of quoted key=value strings; man page calls all options mandatory, the parser does not check that',
    options: [
      {
        name: 'pnode',
        kind: 'named',
        type: 'integer',
        note: 'must exist on the host; switches automatic placement off',
        text:
          'Node of the host on which this virtual node lives, as numbered by `xl info -n`. A node that does ' +
          "not exist is refused; naming one also switches off libxl's automatic placement.",
      },
      {
        name: 'size',
        kind: 'named',
        type: 'integer',
        unit: 'MiB',
        text:
          "Memory of this virtual node in MiB. All of them together are the guest's `maxmem`; where that " +
          'is given too, the sum must equal it.',
      },
      {
        name: 'vcpus',
        kind: 'named',
        type: 'string',
        note: 'decimal numbers and ranges joined by ,; text that is no number is not detected and counts as 0',
        text:
          'The vCPUs of this virtual node: `"vcpus=0-3"` or `"vcpus=0-2,5"`. Together the nodes must name ' +
          'every vCPU from 0 on, and agree with `maxvcpus`. A word that is no number counts as 0 without a ' +
          'message.',
      },
      {
        name: 'vdistances',
        kind: 'named',
        type: 'string',
        note: 'decimal numbers joined by ,; one per virtual node (documented); more than the number of nodes is not detected',
        text:
          'How far this node is from each virtual node, itself included, in their order: ' +
          '`"vdistances=10,20"`. 10 means local; take the others from `xl info -n`. One number per node: xl ' +
          'does not notice too many.',
      },
    ],
    text:
      "The guest's own NUMA nodes: a list of nodes, each a list of strings: " +
      '`[["pnode=0","size=2048","vcpus=0-1","vdistances=10,20"], ' +
      '["pnode=1","size=2048","vcpus=2-3","vdistances=20,10"]]`. For large HVM guests that span sockets. ' +
      'Not for PV guests, and such a guest cannot be saved or migrated. The manual wants all four options; ' +
      'xl does not check that.',
  },
  {
    name: 'llc_colors',
    since: 420,
    separator: '-',
    note: 'decimal COLOR or FIRST-LAST per element; trailing junk not detected',
    text:
      'One colour, or a range such as `"0-3"`, of the last-level cache whose pages the guest gets: guests ' +
      'with different colours do not push one another out of the cache, which real-time guests on Arm need. ' +
      'Colours cost memory: each is one share of all RAM. Xen must be built and booted with cache ' +
      'colouring.',
  },
  {
    name: 'xenstore_quota',
    since: 422,
    assign: '=',
    unknown: 'passes',
    note: 'NAME=NUMBER per element; NUMBER decimal, 0x hex or 0 octal, 32 bits; names are defined by the running Xenstore',
    text:
      'One limit of what the guest may use in Xenstore, instead of the daemon\'s default: `"nodes=2000"`, ' +
      '`"watches=256"`. Raise it for a driver domain that watches many devices. The names come from the ' +
      'running daemon: `xl xenstore-quota-get -g` lists them, and xl passes others on unchecked.',
  },
];
