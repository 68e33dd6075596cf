import type { EnumRow } from '../../types';

/** Enumerations of sound. */
export const SOUND_ENUMS: readonly EnumRow[] = [
  {
    name: 'sound_card',
    since: 401,
    anyCaseSince: 415,
    members: [
      {
        value: 'ac97',
        text: "Intel's AC97 codec, for guests of about 2000 to 2006; 64-bit Windows has no driver for it.",
      },
      { value: 'adlib', text: 'The FM synthesiser of the AdLib card: music of DOS games, but no sampled sound.' },
      {
        value: 'cs4231a',
        text: 'A Crystal CS4231A codec on the ISA bus (Windows Sound System), for DOS and Windows 3.',
      },
      { value: 'es1370', text: 'An Ensoniq AudioPCI card, for Windows 98 and 2000 and early Linux.' },
      { value: 'gus', text: 'A Gravis Ultrasound, for DOS demos and games that ask for one.' },
      {
        value: 'hda',
        text:
          'Intel High Definition Audio with a duplex codec: the right choice for Windows Vista and later ' +
          'and any recent Linux.',
      },
      { value: 'sb16', text: 'A Sound Blaster 16 on the ISA bus, which nearly every DOS program knows.' },
    ],
  },
  {
    name: 'vsnd_pcm_format',
    since: 412,
    anyCaseSince: 412,
    members: [
      { value: 's8', number: 1, text: 'Signed samples of 8 bits, one byte each.' },
      { value: 'u8', number: 2, text: 'Unsigned samples of 8 bits; the oldest and simplest format.' },
      {
        value: 's16_le',
        number: 3,
        text: 'Signed samples of 16 bits, lowest byte first; what CDs and nearly all programs use.',
      },
      { value: 's16_be', number: 4, text: 'Signed samples of 16 bits, highest byte first.' },
      { value: 'u16_le', number: 5, text: 'Unsigned samples of 16 bits, lowest byte first.' },
      { value: 'u16_be', number: 6, text: 'Unsigned samples of 16 bits, highest byte first.' },
      { value: 's24_le', number: 7, text: 'Signed samples of 24 bits, lowest byte first in 32-bit words.' },
      { value: 's24_be', number: 8, text: 'Signed samples of 24 bits, highest byte first in 32-bit words.' },
      { value: 'u24_le', number: 9, text: 'Unsigned samples of 24 bits, lowest byte first in 32-bit words.' },
      { value: 'u24_be', number: 10, text: 'Unsigned samples of 24 bits, highest byte first in 32-bit words.' },
      {
        value: 's32_le',
        number: 11,
        text: 'Signed samples of 32 bits, lowest byte first, for professional cards on little-endian machines.',
      },
      { value: 's32_be', number: 12, text: 'Signed samples of 32 bits, highest byte first.' },
      { value: 'u32_le', number: 13, text: 'Unsigned samples of 32 bits, lowest byte first.' },
      { value: 'u32_be', number: 14, text: 'Unsigned samples of 32 bits, highest byte first.' },
      {
        value: 'f32_le',
        number: 15,
        text:
          'Floating point samples of 32 bits, lowest byte first. The manual calls it `float_le`, which xl ' +
          'refuses.',
      },
      {
        value: 'f32_be',
        number: 16,
        text:
          'Floating point samples of 32 bits, highest byte first. The manual calls it `float_be`, which xl ' +
          'refuses.',
      },
      {
        value: 'f64_le',
        number: 17,
        text:
          'Floating point samples of 64 bits, lowest byte first. The manual calls it `float64_le`, which xl ' +
          'refuses.',
      },
      {
        value: 'f64_be',
        number: 18,
        text:
          'Floating point samples of 64 bits, highest byte first. The manual calls it `float64_be`, which ' +
          'xl refuses.',
      },
      {
        value: 'iec958_subframe_le',
        number: 19,
        text: 'Frames of a digital S/PDIF line, status bits included, lowest byte first.',
      },
      {
        value: 'iec958_subframe_be',
        number: 20,
        text: 'Frames of a digital S/PDIF line, status bits included, highest byte first.',
      },
      {
        value: 'mu_law',
        number: 21,
        text: 'One-byte logarithmic samples of telephony in North America and Japan (G.711).',
      },
      { value: 'a_law', number: 22, text: 'One-byte logarithmic samples of telephony in Europe (G.711).' },
      {
        value: 'ima_adpcm',
        number: 23,
        text: 'Four-bit differences in the IMA coding: a quarter of the room of 16-bit samples.',
      },
      { value: 'mpeg', number: 24, text: "An MPEG audio stream, which the backend's hardware must decode." },
      { value: 'gsm', number: 25, text: 'Speech in the GSM 06.10 coding of mobile telephones.' },
    ],
  },
  {
    name: 'vsnd_stream_type',
    since: 412,
    anyCaseSince: 412,
    members: [
      { value: 'p', number: 1, text: 'The guest plays: sound flows from it to the backend.' },
      { value: 'c', number: 2, text: 'The guest records (captures): sound flows from the backend to it.' },
    ],
  },
];
