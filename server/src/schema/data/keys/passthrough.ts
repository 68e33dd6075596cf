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
    text:
      'Makes a graphics card from `pci` the first one of an HVM guest, with its BIOS, in place of the emulated ' +
      'card: `gfx_passthru = "igd"` for Intel graphics. VNC then shows nothing, the picture comes out of the card ' +
      'itself. Only Intel graphics are known to this mode: with 1 and another card the guest does not start. AMD ' +
      'and NVIDIA cards are better passed through as a second card, without this key.',
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
    text:
      "Gives the guest pages of the host's device memory: first page and number of pages, all in hexadecimal, and " +
      'behind an @ where the guest sees them: `iomem = ["fe215,1@20000"]`. Page numbers, not addresses: drop the ' +
      'last three digits of an address. The IOMMU is not told, so a device that does DMA needs `pci` or `dtdev` as ' +
      'well. For trusted guests only.',
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
    text:
      'Lets the guest use I/O ports of the host, such as those of a serial card: `ioports = ["2f8-2ff"]`. Numbers ' +
      'are hexadecimal whether or not 0x stands in front. For trusted guests only, as ports reach straight into the ' +
      'machine; a wrong range can hang the host.',
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
    text:
      'Gives the guest interrupts of the host, by number: `irqs = [5]`. Mostly for Arm, with `iomem` and ' +
      '`device_tree`, where shared interrupt N of the board is written as N + 32. Unlike `ioports` and `iomem` the ' +
      'numbers are decimal. For trusted guests only.',
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
    text:
      'Devices of the host that the guest gets for itself: `pci = ["01:00.0", "02:00.*,permissive=1"]`. Each must ' +
      'first be taken from its driver by `xl pci-assignable-add`, or have `seize=1`. Addresses change when cards ' +
      'are added, so check them after each change of hardware. HVM guests need an IOMMU and no `maxmem` above ' +
      '`memory`; a PVH guest with this is refused on x86.',
  },
  {
    name: 'pci_msitranslate',
    type: 'integer',
    since: 401,
    default: '0',
    earlier: [{ until: 401, default: '1' }],
    note: 'used as a boolean default for pci entries; default was 1 in 4.1',
    text:
      'What `msitranslate` is for all entries of `pci` that do not say it themselves: the device uses MSI, while ' +
      'the guest still sees an ordinary interrupt line. It was made for guests that know no MSI, with the older ' +
      "device model; the one of today is not told of it. NVIDIA's and other drivers failed with it, which is why " +
      'it is no longer on as in 4.1.',
  },
  {
    name: 'pci_permissive',
    type: 'integer',
    since: 402,
    default: '0',
    note: 'used as a boolean default for pci entries',
    text:
      'What `permissive` is for all entries of `pci` that do not say it themselves: the guest may write to every ' +
      "part of the device's configuration space, and not just to what is known to be harmless. Some cards need it, " +
      'often wireless and graphics ones; give it to trusted guests only, and rather to one device: `pci = ' +
      '["03:00.0,permissive=1"]`.',
  },
  {
    name: 'pci_power_mgmt',
    type: 'integer',
    since: 401,
    default: '0',
    note: 'used as a boolean default for pci entries; documented HVM only',
    text:
      'What `power_mgmt` is for all entries of `pci` that do not say it themselves: an HVM guest may then put the ' +
      'device to sleep and wake it up. It dates from the older device model, qemu-xen-traditional; that of today is ' +
      'not told of it, so do not expect much.',
  },
  {
    name: 'pci_seize',
    type: 'integer',
    since: 405,
    default: '0',
    note: 'used as a boolean default for pci entries',
    text:
      'What `seize` is for all entries of `pci` that do not say it themselves: xl takes the device from its driver ' +
      'on the host without asking, which spares `xl pci-assignable-add` after each boot. Check the addresses twice: ' +
      "they change when cards are added, and xl would take the host's own disk controller or network card just as " +
      'gladly.',
  },
];
