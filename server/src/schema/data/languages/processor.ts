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
    options: [{ name: 'host', kind: 'form', note: 'mandatory first word of the string form' }],
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
      { name: 'eax', kind: 'named', type: 'bits' },
      { name: 'ebx', kind: 'named', type: 'bits' },
      { name: 'ecx', kind: 'named', type: 'bits' },
      { name: 'edx', kind: 'named', type: 'bits' },
      { name: 'LEAF[,SUBLEAF]:', kind: 'form' },
    ],
  },
  {
    name: 'cpus',
    since: 402,
    separator: ',',
    note: 'pieces N, N-M, ^N, ^N-M, all; 4.4+ also node:N, nodes:N-M and their ^ forms; up to 4.3 all had to be the whole string; decimal only; exclusions apply in order since 4.4, after everything else before',
    options: [
      { name: 'N', kind: 'form', note: 'one CPU, decimal' },
      { name: 'N-M', kind: 'form', note: 'range, N <= M' },
      { name: '^N', kind: 'form', note: 'exclude; also ^N-M' },
      { name: 'all', kind: 'form', note: '^all is an error' },
      {
        name: 'node:N',
        kind: 'form',
        since: 404,
        note: 'all CPUs of a NUMA node; also nodes:N-M, ^node:N; the two spellings are interchangeable',
      },
    ],
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
      },
      { name: 'size', kind: 'named', type: 'integer', unit: 'MiB' },
      {
        name: 'vcpus',
        kind: 'named',
        type: 'string',
        note: 'decimal numbers and ranges joined by ,; text that is no number is not detected and counts as 0',
      },
      {
        name: 'vdistances',
        kind: 'named',
        type: 'string',
        note: 'decimal numbers joined by ,; one per virtual node (documented); more than the number of nodes is not detected',
      },
    ],
  },
  {
    name: 'llc_colors',
    since: 420,
    separator: '-',
    note: 'decimal COLOR or FIRST-LAST per element; trailing junk not detected',
  },
  {
    name: 'xenstore_quota',
    since: 422,
    assign: '=',
    unknown: 'passes',
    note: 'NAME=NUMBER per element; NUMBER decimal, 0x hex or 0 octal, 32 bits; names are defined by the running Xenstore',
  },
];
