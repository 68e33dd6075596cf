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
      {
        name: 'card',
        kind: 'item',
        anyCase: true,
        text:
          'First word of the string that opens a sound card: its names, its backend, and limits for all ' +
          'that follows.',
      },
      {
        name: 'pcm',
        kind: 'item',
        anyCase: true,
        text:
          'First word of a string that opens a sound device within the card before it; a card may have ' + 'several.',
      },
      {
        name: 'stream',
        kind: 'item',
        anyCase: true,
        text:
          'First word of a string that adds one direction of sound, playback or capture, to the PCM device ' +
          'before it.',
      },
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        default: '0',
        items: ['card'],
        text:
          'The domain that plays and records the sound of this card, by name or number. It needs a sound ' +
          'backend, which is no part of Xen.',
      },
      {
        name: 'buffer-size',
        kind: 'named',
        type: 'integer',
        items: ['card', 'pcm', 'stream'],
        unit: 'bytes',
        text:
          'Size of the buffer per stream in bytes at most. A larger one rides out delays of the scheduler, ' +
          'a smaller one makes sound more prompt.',
      },
      {
        name: 'channels-max',
        kind: 'named',
        type: 'integer',
        items: ['card', 'pcm', 'stream'],
        text:
          'Greatest number of channels, 2 for stereo. A stream may only narrow what the PCM device and the ' +
          'card above it allow.',
      },
      {
        name: 'channels-min',
        kind: 'named',
        type: 'integer',
        items: ['card', 'pcm', 'stream'],
        text: 'Smallest number of channels, 1 for mono, within what the card or PCM device above allows.',
      },
      {
        name: 'long-name',
        kind: 'named',
        type: 'string',
        items: ['card'],
        text:
          "Full name of the card, as the guest's mixers show it: `long-name=Virtual sound of cabin`. Commas " +
          'would end it.',
      },
      {
        name: 'name',
        kind: 'named',
        type: 'string',
        items: ['pcm'],
        text: 'Name of a PCM device within its card, such as `name=General`, as `aplay -l` lists it in the ' + 'guest.',
      },
      {
        name: 'sample-formats',
        kind: 'named',
        type: 'enums',
        values: 'vsnd_pcm_format',
        items: ['card', 'pcm', 'stream'],
        note: 'the man page lists float_le/be and float64_le/be but the parser knows f32_le/be and f64_le/be',
        text:
          'Sample formats that may be used, joined by `;`: `sample-formats=s16_le;u8`. The manual writes ' +
          '`float_le` and `float64_le` for floating point, but xl knows `f32_le` and `f64_le` (and `_be`) ' +
          'instead.',
      },
      {
        name: 'sample-rates',
        kind: 'named',
        type: 'integers',
        items: ['card', 'pcm', 'stream'],
        text:
          'Sampling rates in Hz that may be used, joined by `;` because the comma ends the option: ' +
          '`sample-rates=44100;48000`.',
      },
      {
        name: 'short-name',
        kind: 'named',
        type: 'string',
        items: ['card'],
        text:
          "Short name of the card, by which programs in the guest select it, as with ALSA's `hw:Main`. Keep " +
          'it to a single word without blanks.',
      },
      {
        name: 'type',
        kind: 'named',
        type: 'enum',
        values: 'vsnd_stream_type',
        items: ['stream'],
        text:
          'Direction of a stream: `p` plays, `c` records (captures). A headset needs two streams, one of ' + 'each.',
      },
      {
        name: 'unique-id',
        kind: 'named',
        type: 'string',
        items: ['stream'],
        note: 'the man page example writes id=, which the parser rejects',
        text:
          'Word by which the backend tells this stream from all others, such as `unique-id=pcm0`; it must ' +
          "agree with the backend's configuration. The manual's example writes `id=`, which xl refuses.",
      },
    ],
    text:
      'One paravirtual sound card, as a list of strings that start with `card`, `pcm` or `stream`, each ' +
      'belonging to the last one above: `["card, short-name=Main", "pcm, name=out", "stream, unique-id=0, ' +
      'type=p"]`. A backend in a driver domain must serve it; used on Arm boards. What a card says about ' +
      'rates, formats and buffers holds for its parts, which may narrow it.',
  },
  {
    name: 'soundhw',
    since: 401,
    values: ['sound_card'],
    earlier: [{ until: 414, unknown: 'passes' }],
    note: 'refused by libxl, not by xl',
    text:
      'The sound card that QEMU emulates for an HVM guest, such as `soundhw="hda"`. Only one from 4.15 on, ' +
      'when libxl began to check the word itself; earlier releases handed the text to QEMU, which took a ' +
      'list with commas or `all`. QEMU needs a sound backend on the host to be heard.',
  },
];
