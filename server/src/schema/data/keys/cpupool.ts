import type { KeyRow } from '../../types';

/** The keys of a file for `xl cpupool-create`. */
export const CPUPOOL_KEYS: readonly KeyRow[] = [
  {
    name: 'cpus',
    type: 'spec',
    shape: 'either',
    since: 401,
    reads: ['quiet-list', 'string'],
    language: 'cpus',
    defaultNote: 'the first free CPU when nodes is absent too',
    earlier: [{ until: 405, type: 'integer', shape: 'list', reads: ['list'] }],
    checks: [{ when: 'CPU does not exist or is not free', xl: 'refuses' }],
    note: 'list elements are plain numbers, never ranges; not looked at when nodes is a list',
    text:
      'Host CPUs that become members of the pool: `cpus = "4-7,^6"`, `cpus = "node:1"`, or a list of single ' +
      'numbers, `cpus = ["2", "3"]`. All of them must be free, so take them out of Pool-0 first by `xl ' +
      'cpupool-cpu-remove Pool-0 4-7`; otherwise no pool is created. Ranges inside a list do not work, and with a ' +
      '`nodes` list this key is not looked at.',
  },
  {
    name: 'name',
    type: 'string',
    since: 401,
    defaultNote: 'the name of the file',
    checks: [
      { when: 'missing and no file given', xl: 'refuses', since: 402 },
      { when: 'pool exists already', xl: 'refuses' },
    ],
    note: 'documented as mandatory, but xl falls back to the file name',
    text:
      'Name of the pool, which guests give in their `pool` key: `name = "realtime"`. It may not be that of a pool ' +
      'that exists. The manual calls it mandatory, but xl takes the name of the file when it is missing.',
  },
  {
    name: 'nodes',
    type: 'integer',
    shape: 'list',
    since: 401,
    checks: [{ when: 'no free CPU in these nodes', xl: 'refuses' }],
    note: 'documented as an integer or a list; a plain integer is only warned about and ignored',
    text:
      'Takes all free CPUs of these NUMA nodes into the pool: `nodes = [1]`. It wins over `cpus`. The manual allows ' +
      'a plain number too, but xl only warns of it and goes on as if it were absent; if no CPU of the nodes is ' +
      'free, the pool is not created.',
  },
  {
    name: 'sched',
    type: 'enum',
    since: 401,
    values: 'scheduler',
    defaultNote: 'the scheduler of Pool-0',
    checks: [{ when: 'unknown scheduler', xl: 'refuses' }],
    note: 'man page lists credit, credit2, rtds; sedf is still a known name although Xen dropped it; case-insensitive since 4.2',
    text:
      'Scheduler of this pool alone, for guests that need another one than the rest of the host: `sched = "rtds"` ' +
      'for real time, `credit2` for interactive work. Without it the pool has that of Pool-0, which the ' +
      "hypervisor's command line chose. Which ones exist depends on how Xen was built; `sedf` is still a known " +
      'word although Xen has dropped that scheduler.',
  },
];
