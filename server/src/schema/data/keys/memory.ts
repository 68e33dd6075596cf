import type { KeyRow } from '../../types';

/** Memory: how much, and how its address space is laid out. */
export const MEMORY_KEYS: readonly KeyRow[] = [
  {
    name: 'e820_host',
    type: 'boolean',
    since: 402,
    guests: ['pv'],
    default: '0',
    defaultNote: '1 as soon as pci has an entry',
    note: 'xl forces it on for a PV guest with any pci entry, even over an explicit 0',
    text:
      'Lays out the memory of a PV guest like that of the host, with the same holes, which a Linux kernel needs to ' +
      'map PCI devices that are passed through. Set it for a guest that will get such a device later, by hotplug. ' +
      'With any entry in `pci` xl switches it on by itself, even if the file says 0, although the manual speaks ' +
      'only of a default.',
  },
  {
    name: 'llc_colors',
    type: 'spec',
    shape: 'list',
    since: 420,
    arch: 'arm',
    language: 'llc_colors',
    checks: [
      { when: 'not a number or range', xl: 'refuses' },
      { when: 'range start above end', xl: 'refuses' },
      { when: 'element is a list', xl: 'refuses' },
    ],
    text:
      'Gives an Arm guest memory from certain parts (colors) of the last level cache only, so that busy neighbours ' +
      'cannot evict its data: `llc_colors = ["0-3", "8"]`. For real-time guests. Xen must have been built with ' +
      'cache coloring and started with it switched on, or the guest is not created; more colors mean more memory to ' +
      'choose from.',
  },
  {
    name: 'maxmem',
    type: 'integer',
    since: 401,
    unit: 'MiB',
    defaultNote: 'the value of memory',
    checks: [{ when: 'differs from the sum of vnuma sizes', xl: 'refuses', since: 406 }],
    note: 'documented as having to be >= memory',
    text:
      'Memory that the guest can grow to while it runs, by `xl mem-set`; it starts with `memory`. An HVM guest ' +
      'needs a balloon driver early in its boot for that, or it crashes when it touches more than it was given, and ' +
      'with devices passed through a difference between the two is refused. The guest keeps page tables for all of ' +
      'it, so a very high value costs memory from the start. xl does not check that it is at least `memory`.',
  },
  {
    name: 'memory',
    type: 'integer',
    since: 401,
    unit: 'MiB',
    default: '32',
    defaultNote: 'when maxmem is not given either',
    text:
      'Memory that the guest has when it starts, as a plain number of MiB: `memory = 2048`. With a unit, as in ' +
      '"2G", xl warns, ignores the line, and the guest gets `maxmem`, or if that is absent too a mere 32 MiB and ' +
      'fails to boot. The host needs a little more than this for each guest: page tables, video memory, the device ' +
      'model.',
  },
  {
    name: 'mmio_hole',
    type: 'integer',
    since: 405,
    guests: ['hvm'],
    range: [256, 3840],
    unit: 'MiB',
    checks: [{ when: 'outside 256..3840', xl: 'refuses' }],
    text:
      'Size of the range below 4 GiB that an HVM guest keeps free for devices: memory that would be there moves ' +
      'above. Enlarge it for passed-through cards with big windows, such as GPUs whose memory does not fit: ' +
      '`mmio_hole = 3072`. A 32-bit system without PAE then loses that much memory.',
  },
  {
    name: 'rdm',
    type: 'spec',
    since: 406,
    arch: 'x86',
    language: 'rdm',
    checks: [{ when: 'unknown strategy/policy/property: value dropped', xl: 'warns' }],
    note: 'documented HVM only; a string that fails to parse is dropped and creation continues; from 4.15 any valid policy= makes the parser fail, so the whole value is lost without a message',
    text:
      "What to do with memory that the host's firmware has reserved for devices (RMRR), when an HVM guest has " +
      'devices passed through: `rdm = "strategy=host"` keeps all those ranges free in the guest, so that devices ' +
      'can be added later. From 4.15 on a `policy` in the string makes xl drop the whole value in silence, whatever ' +
      'the manual says; give `rdm_policy` for each device in `pci` instead.',
  },
  {
    name: 'rdm_mem_boundary',
    type: 'integer',
    since: 406,
    guests: ['hvm'],
    unit: 'MiB',
    default: '2048',
    text:
      'When reserved memory of a passed-through device (RMRR) lies where an HVM guest would have RAM, this address ' +
      "decides what happens: above it the guest's RAM is moved out of the way, below it the guest is refused or " +
      'the range given up with a warning, as `rdm_policy` says. Lower it, as in `rdm_mem_boundary = 1024`, if a ' +
      'conflict keeps such a device from being passed through.',
  },
  {
    name: 'shadow_memory',
    type: 'integer',
    since: 401,
    meantFor: ['hvm', 'pvh'],
    unit: 'MiB',
    defaultNote: '1 MiB per vCPU plus 8 KiB per MiB of memory, 4 KiB with hap since 4.17',
    text:
      'Memory set aside in Xen for the page tables that it keeps for the guest. The toolstack computes a good ' +
      'value; raise it for guests without `hap` that run very many processes, for many memory views ' +
      '(`altp2m_count`), or on Arm when the guest runs out of it. The manual gives 1 MiB for each vCPU and 8 KiB ' +
      'for each MiB of memory, but in 4.17 and later a guest with `hap` gets only 4 KiB for each.',
  },
];
