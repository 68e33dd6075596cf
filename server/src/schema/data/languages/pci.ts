import type { LanguageRow } from '../../types';

/** The mini-languages of the host's own devices. */
export const PCI_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'pci',
    since: 401,
    separator: ',',
    assign: '=',
    earlier: [
      { until: 405, missingEquals: 'warns' },
      { until: 414, unknown: 'warns' },
    ],
    note: 'BDF positional first, optionally @vslot; 4.15+ also bdf= or name= instead (exactly one of them)',
    options: [
      {
        name: 'bdf',
        kind: 'named',
        type: 'bdf',
        position: 1,
        required: 'or name',
        note: '[DDDD:]BB:SS.F in hex, F may be *; F 0-7, SS up to 1f; named form bdf= since 4.15',
      },
      { name: 'msitranslate', kind: 'named', type: 'boolean', defaultNote: 'the key pci_msitranslate' },
      { name: 'name', kind: 'named', since: 415, type: 'string', conflicts: ['bdf'] },
      { name: 'permissive', kind: 'named', since: 402, type: 'boolean', defaultNote: 'the key pci_permissive' },
      {
        name: 'power_mgmt',
        kind: 'named',
        type: 'boolean',
        defaultNote: 'the key pci_power_mgmt',
        note: 'documented HVM only',
      },
      {
        name: 'rdm_policy',
        kind: 'named',
        since: 406,
        type: 'enum',
        values: 'rdm_reserve_policy',
        defaultNote: "rdm's policy, else strict",
        note: 'case-insensitive since 4.15; a bad value is fatal',
      },
      { name: 'seize', kind: 'named', since: 405, type: 'boolean', defaultNote: 'the key pci_seize' },
      {
        name: 'vslot',
        kind: 'named',
        type: 'hex',
        range: [0, 31],
        note: 'after @ in the positional form; named form since 4.15; read as hex, so the man page example value 20 (0x20) is refused since 4.15; up to 4.14 any byte was let through',
      },
    ],
  },
  {
    name: 'rdm',
    since: 406,
    separator: ',',
    assign: '=',
    unknown: 'warns',
    missingEquals: 'ignores',
    note: '4.6-4.13 needed strategy first, then policy, both present; 4.14+ any order, each optional; 4.15+ the test on policy is inverted: strict/relaxed make the parse fail (value silently dropped), a bad policy only prints a message and is accepted',
    options: [
      { name: 'policy', kind: 'named', type: 'enum', values: 'rdm_reserve_policy' },
      { name: 'strategy', kind: 'named', type: 'enum', values: 'rdm_strategy' },
    ],
  },
  {
    name: 'iomem',
    since: 403,
    separator: ',',
    assign: '@',
    note: 'START,COUNT[@GFN], all hexadecimal page numbers; @GFN since 4.5; trailing junk tolerated up to 4.6',
  },
  {
    name: 'ioports',
    since: 402,
    separator: '-',
    note: 'hexadecimal PORT or FIRST-LAST; a reversed range is not detected',
  },
  { name: 'irqs', since: 402, note: 'one decimal number per element, quoted or not' },
  { name: 'dtdev', since: 406, unknown: 'passes', note: 'each element is an absolute device tree path' },
];
