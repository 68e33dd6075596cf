import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul } from '../strtol';
import { type DeviceFields, DeviceReader, type DeviceSpec } from './device';
import { type Piece, pieces } from './pieces';

/** What xl makes of one sound card, which is a list of specs. */
export interface SoundCard {
  readonly card: Readonly<DeviceFields>;
  /** One for each spec that xl looks at: none after one that it refuses. */
  readonly items: readonly DeviceSpec[];
  readonly refused: boolean;
  readonly crash?: true;
}

/** The parts of a card that a spec can be about; its first word says which. */
const NOUNS = ['card', 'pcm', 'stream'] as const;
type Noun = (typeof NOUNS)[number];

const NUMBERS = new Map([
  ['channels-min', 'channels_min'],
  ['channels-max', 'channels_max'],
  ['buffer-size', 'buffer_size'],
]);

const TEXTS: Record<Noun, ReadonlyMap<string, string>> = {
  card: new Map([
    ['backend', 'backend_domname'],
    ['short-name', 'short_name'],
    ['long-name', 'long_name'],
  ]),
  pcm: new Map([['name', 'name']]),
  stream: new Map([['unique-id', 'unique_id']]),
};

const ENDIAN_FORMATS = ['s16', 'u16', 's24', 'u24', 's32', 'u32', 'f32', 'f64', 'iec958_subframe'];
const OTHER_FORMATS = ['s8', 'u8', 'mu_law', 'a_law', 'ima_adpcm', 'mpeg', 'gsm'];
/** The sample formats that libxl knows, in any case. */
export const PCM_FORMATS: readonly string[] = [
  ...OTHER_FORMATS,
  ...ENDIAN_FORMATS.flatMap((format) => [`${format}_le`, `${format}_be`]),
];

/**
 * Reads the specs of one sound card as xl 4.12 to 4.22: each starts with `card`, `pcm` or `stream`, in any case, and belongs to
 * the card, to the last pcm, or to the last stream of it. Never throws.
 */
export function parseSoundCard(specs: readonly string[], release: Release = NEWEST_RELEASE): SoundCard {
  const card: DeviceFields = { params: {} };
  const pcms: DeviceFields[] = [];
  card.pcms = pcms;
  const items: DeviceSpec[] = [];
  for (const spec of specs) {
    const device = new DeviceReader(spec, release);
    readItem(device, card, pcms);
    items.push(device.spec());
    if (device.refused) break;
  }
  const last = items.at(-1);
  return { card, items, refused: last?.refused ?? false, ...(last?.crash && { crash: true as const }) };
}

function readItem(device: DeviceReader, card: DeviceFields, pcms: DeviceFields[]): void {
  let noun: Noun | undefined;
  let fields: DeviceFields = card;
  for (const piece of pieces(device.bytes, ',', device.whole)) {
    const at = { start: piece.start, end: piece.end };
    while (device.bytes[at.start] === ' ') at.start++;
    if (noun === undefined) {
      const word = device.bytes.slice(at.start, at.end).toLowerCase();
      noun = NOUNS.find((known) => known === word);
      device.part(noun ? 'flag' : 'unknown', at, noun);
      if (noun) fields = fieldsFor(noun, card, pcms);
      else device.refuse('unknown word', at, `Invalid key: ${device.text(at)}`);
    } else readOption(device, noun, fields, at);
    if (device.refused) return;
  }
  if (device.bytes.endsWith(',')) device.part('name', { start: device.bytes.length, end: device.bytes.length });
}

/** What a spec with that first word is about; a pcm and a stream are new ones. */
function fieldsFor(noun: Noun, card: DeviceFields, pcms: DeviceFields[]): DeviceFields {
  if (noun === 'card') return card;
  if (noun === 'pcm' || pcms.length === 0) pcms.push({ params: {}, streams: [] });
  const pcm = pcms.at(-1)!;
  if (noun === 'pcm') return pcm;
  const stream: DeviceFields = { params: {} };
  (pcm.streams as DeviceFields[]).push(stream);
  return stream;
}

function readOption(device: DeviceReader, noun: Noun, fields: DeviceFields, at: Piece): void {
  const word = device.bytes.slice(at.start, at.end);
  const equals = word.indexOf('=');
  const name = equals < 0 ? '' : word.slice(0, equals);
  const value = { start: at.start + equals + 1, end: at.end };
  const params = fields.params as DeviceFields;
  const number = NUMBERS.get(name);
  const text = TEXTS[noun].get(name);
  const list = name === 'sample-rates' || name === 'sample-formats';
  if (number === undefined && text === undefined && !list && !(noun === 'stream' && name === 'type')) {
    device.part('unknown', at);
    device.refuse('unknown option', at, `Invalid parameter: ${device.text(at)}`);
    return;
  }
  device.part('name', { start: at.start, end: value.start - 1 }, name);
  if (list) {
    readList(device, name, params, value);
    return;
  }
  device.part('value', value, name);
  const bytes = word.slice(equals + 1);
  if (number !== undefined) params[number] = uint32(bytes);
  else if (text !== undefined) fields[text] = device.text(value);
  else {
    const type = bytes.toLowerCase();
    if (type === 'p' || type === 'c') fields.type = type;
    else device.refuse('unknown value', value, `Invalid stream type: ${device.text(value)}`);
  }
}

/** Rates or formats between semicolons. */
function readList(device: DeviceReader, name: string, params: DeviceFields, at: Piece): void {
  const list = [...pieces(device.bytes, ';', at)];
  const read: (string | number)[] = [];
  for (const piece of list) {
    device.part('value', piece, name);
    const word = device.bytes.slice(piece.start, piece.end);
    const format = word.toLowerCase();
    if (name === 'sample-rates') read.push(uint32(word));
    else if (PCM_FORMATS.includes(format)) read.push(format);
    else {
      device.refuse('unknown value', piece, `Invalid pcm format: ${device.text(piece)}`);
      break;
    }
  }
  params[name === 'sample-rates' ? 'sample_rates' : 'sample_formats'] = read;
  if (list.length > 0) return;
  device.part('value', at, name);
  device.crash('xl dies of an empty list', at);
}

function uint32(bytes: string): number {
  return Number(BigInt.asUintN(32, strtoul(bytes, 0).value));
}
