import type { LanguageRow } from '../../types';

/** The mini-languages of sound. */
export const SOUND_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'vsnd',
    since: 412,
    separator: ',',
    assign: '=',
    blanks: 'before',
    note: 'value is a list of cards, each card a list of strings; the first word of each string is card, pcm or stream and applies to the most recent parent',
    options: [
      { name: 'card', kind: 'item', anyCase: true },
      { name: 'pcm', kind: 'item', anyCase: true },
      { name: 'stream', kind: 'item', anyCase: true },
      { name: 'backend', kind: 'named', type: 'domain', default: '0', items: ['card'] },
      { name: 'buffer-size', kind: 'named', type: 'integer', items: ['card', 'pcm', 'stream'], unit: 'bytes' },
      { name: 'channels-max', kind: 'named', type: 'integer', items: ['card', 'pcm', 'stream'] },
      { name: 'channels-min', kind: 'named', type: 'integer', items: ['card', 'pcm', 'stream'] },
      { name: 'long-name', kind: 'named', type: 'string', items: ['card'] },
      { name: 'name', kind: 'named', type: 'string', items: ['pcm'] },
      {
        name: 'sample-formats',
        kind: 'named',
        type: 'enums',
        values: 'vsnd_pcm_format',
        items: ['card', 'pcm', 'stream'],
        note: 'the man page lists float_le/be and float64_le/be but the parser knows f32_le/be and f64_le/be',
      },
      { name: 'sample-rates', kind: 'named', type: 'integers', items: ['card', 'pcm', 'stream'] },
      { name: 'short-name', kind: 'named', type: 'string', items: ['card'] },
      { name: 'type', kind: 'named', type: 'enum', values: 'vsnd_stream_type', items: ['stream'] },
      {
        name: 'unique-id',
        kind: 'named',
        type: 'string',
        items: ['stream'],
        note: 'the man page example writes id=, which the parser rejects',
      },
    ],
  },
  {
    name: 'soundhw',
    since: 401,
    values: ['sound_card'],
    earlier: [{ until: 414, unknown: 'passes' }],
    note: 'refused by libxl, not by xl',
  },
];
