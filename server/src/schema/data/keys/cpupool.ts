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
  },
  {
    name: 'nodes',
    type: 'integer',
    shape: 'list',
    since: 401,
    checks: [{ when: 'no free CPU in these nodes', xl: 'refuses' }],
    note: 'documented as an integer or a list; a plain integer is only warned about and ignored',
  },
  {
    name: 'sched',
    type: 'enum',
    since: 401,
    values: 'scheduler',
    defaultNote: 'the scheduler of Pool-0',
    checks: [{ when: 'unknown scheduler', xl: 'refuses' }],
    note: 'man page lists credit, credit2, rtds; sedf is still a known name although Xen dropped it; case-insensitive since 4.2',
  },
];
