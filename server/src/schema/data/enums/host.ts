import type { EnumRow } from '../../types';

/** Enumerations of xl.conf and of CPU pools. */
export const HOST_ENUMS: readonly EnumRow[] = [
  {
    name: 'autoballoon',
    since: 401,
    members: [
      {
        value: 'auto',
        note: 'on, unless dom0_mem stands on the command line of Xen',
        text: "Shrinks dom0 for new guests unless Xen's command line fixes its size with `dom0_mem`. The " + 'default.',
      },
      {
        value: 'on',
        text:
          'Always takes memory from dom0 when a new guest needs it. dom0 may run short, and it never gets ' +
          'back what was taken.',
      },
      {
        value: 'off',
        text:
          'Never shrinks dom0: a guest that does not fit is refused. The right choice together with a fixed ' +
          '`dom0_mem`.',
      },
      { value: '1', text: 'The same as `on`, for those who write a number.' },
      { value: '0', text: 'The same as `off`, for those who write a number.' },
    ],
  },
  {
    name: 'domid_policy',
    since: 414,
    members: [
      {
        value: 'xen',
        text:
          'Domain numbers count up from the last one, as Xen gives them. A number is used again only after ' +
          '32751 guests.',
      },
      {
        value: 'random',
        text:
          'Each new guest gets a random free number, so that nothing relies on the order; a restored guest ' +
          'does not meet traces of its predecessor.',
      },
    ],
  },
  {
    name: 'output_format',
    since: 402,
    members: [
      { value: 'json', text: '`xl list -l` and `xl create -N` print JSON, which programs such as `jq` can read.' },
      {
        value: 'sxp',
        text: 'Prints parentheses in the style of xm for old scripts. Incomplete: newer keys are missing.',
      },
    ],
  },
  {
    name: 'scheduler',
    since: 402,
    anyCaseSince: 402,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      {
        value: 'sedf',
        number: 4,
        text:
          'Earliest deadline first, with periods and slices per guest. Gone from Xen since 4.6; `rtds` took ' +
          'its place.',
      },
      {
        value: 'credit',
        number: 5,
        text:
          'The first proportional scheduler, with weight and cap; the default until 4.11. Still right for ' +
          'hosts whose weights and caps were tuned for it.',
      },
      {
        value: 'credit2',
        number: 6,
        text:
          'The present default: fairer with sleeping guests and hyperthreads, fit for hosts with many CPUs. ' +
          'Knows weights, and caps from 4.10 on.',
      },
      {
        value: 'arinc653',
        number: 7,
        text:
          'A fixed timetable of guests in time slots, as avionics standards want. It serves one CPU and ' +
          'guests of one vCPU.',
      },
      {
        value: 'rtds',
        number: 8,
        since: 405,
        text:
          'Real-time scheduler: each vCPU has a guaranteed budget in each period. Set them with `xl ' +
          'sched-rtds`; still experimental.',
      },
      {
        value: 'null',
        number: 9,
        since: 409,
        text:
          'Every vCPU keeps a CPU of its own and there is no scheduling at all: least delay. Needs as many ' +
          'CPUs as vCPUs in the pool.',
      },
    ],
  },
];
