import type { KeyRow } from '../../types';

/** The host's own devices, handed to a guest. */
export const PASSTHROUGH_KEYS: readonly KeyRow[] = [
  {
    name: 'gfx_passthru',
    type: 'boolean-or-enum',
    since: 401,
    reads: ['quiet-long', 'string'],
    guests: ['hvm'],
    values: 'gfx_passthru_kind',
    default: '0',
    earlier: [
      { until: 401, type: 'integer', reads: ['long'], guests: ['pv', 'hvm', 'pvh'] },
      { until: 406, type: 'boolean', reads: ['defbool'] },
    ],
    checks: [{ when: 'string value not known', xl: 'refuses', since: 407 }],
  },
  {
    name: 'iomem',
    type: 'spec',
    shape: 'list',
    since: 403,
    language: 'iomem',
    checks: [
      { when: 'not hex,hex[@hex]', xl: 'refuses' },
      { when: 'element is a list', xl: 'refuses' },
    ],
  },
  {
    name: 'ioports',
    type: 'spec',
    shape: 'list',
    since: 402,
    language: 'ioports',
    checks: [
      { when: 'not a hex number or range', xl: 'refuses' },
      { when: 'number too big', xl: 'refuses' },
      { when: 'element is a list', xl: 'refuses' },
    ],
    note: 'trailing junk after a single port is reported but not fatal',
  },
  {
    name: 'irqs',
    type: 'integer',
    shape: 'list',
    since: 402,
    language: 'irqs',
    checks: [
      { when: 'not a decimal number', xl: 'refuses' },
      { when: 'number too big', xl: 'refuses' },
      { when: 'element is a list', xl: 'refuses' },
    ],
    note: 'decimal only; trailing junk tolerated up to 4.6',
  },
  {
    name: 'pci',
    type: 'spec',
    shape: 'list',
    since: 401,
    language: 'pci',
    checks: [
      { when: 'device string not understood', xl: 'refuses', since: 406 },
      { when: 'device string not understood: device dropped', xl: 'warns', until: 405 },
    ],
  },
  {
    name: 'pci_msitranslate',
    type: 'integer',
    since: 401,
    default: '0',
    earlier: [{ until: 401, default: '1' }],
    note: 'used as a boolean default for pci entries; default was 1 in 4.1',
  },
  {
    name: 'pci_permissive',
    type: 'integer',
    since: 402,
    default: '0',
    note: 'used as a boolean default for pci entries',
  },
  {
    name: 'pci_power_mgmt',
    type: 'integer',
    since: 401,
    default: '0',
    note: 'used as a boolean default for pci entries; documented HVM only',
  },
  { name: 'pci_seize', type: 'integer', since: 405, default: '0', note: 'used as a boolean default for pci entries' },
];
