import { matchMember } from '../../schema/enums';
import { strtoul } from '../../syntax/strtol';
import { leadingStrings } from '../../syntax/typed';
import { type Fields, uint32 } from '../fields';
import type { Guest } from '../guest';
import type { Place } from '../message';
import { pieces } from '../split';
import { type Option, options } from './options';

const KEY = 'vsnd';

interface Stream extends Fields {
  params: Fields;
}

interface Pcm extends Stream {
  streams: Stream[];
}

interface Card extends Stream {
  pcms: Pcm[];
}

/** Sound cards: each a list of items, `card`, `pcm` and `stream`, that build on one another. */
export function vsnds(guest: Guest): void {
  const list = guest.settings.list(KEY);
  if (!list) return;
  const cards: Fields[] = [];
  for (const [item, value] of list.entries()) {
    const place = { key: KEY, item };
    if (typeof value === 'string') {
      const { line } = guest.settings.setting(KEY)!;
      guest.warn(place, `${guest.settings.source}:${line}:0: warning: value is not a list`);
      guest.refuse(place, 'Failed to get vsnd card list: Invalid argument');
    }
    const card: Card = { devid: cards.length, params: {}, pcms: [] };
    for (const spec of leadingStrings(value)) readItem(guest, spec, place, card);
    cards.push(card);
  }
  if (cards.length > 0) guest.config.vsnds = cards;
}

function readItem(guest: Guest, spec: string, place: Place, card: Card): void {
  const [head, ...rest] = options(spec, place);
  if (!head) return;
  // xl keeps the blanks before the first word but skips them before it compares
  const kind = head.text.toLowerCase();
  let pcm = card.pcms.at(-1);
  if (kind === 'pcm' || (kind === 'stream' && !pcm)) {
    pcm = { params: {}, streams: [] };
    card.pcms.push(pcm);
  }
  if (kind === 'stream') pcm!.streams.push({ params: {} });
  if (kind !== 'card' && kind !== 'pcm' && kind !== 'stream') guest.refuse(place, `Invalid key: ${head.text}`);
  const target = kind === 'card' ? card : kind === 'pcm' ? pcm! : pcm!.streams.at(-1)!;
  for (const option of rest) {
    if (!readParameter(guest, option, target.params)) readOwn(guest, kind, option, target);
  }
}

/** The options that cards, PCMs and streams have in common; false when it is none of them. */
function readParameter(guest: Guest, { name, value, place }: Option, params: Fields): boolean {
  if (value === undefined) return false;
  switch (name) {
    case 'sample-rates':
      params.sample_rates = tokens(guest, value, place).map((text) => uint32(strtoul(text, 0).value));
      return true;
    case 'sample-formats':
      params.sample_formats = tokens(guest, value, place).map((text) => {
        const member = matchMember('vsnd_pcm_format', text, guest.release);
        if (!member) guest.refuse(place, `Invalid pcm format: ${text}`);
        return member.value;
      });
      return true;
    case 'channels-min':
    case 'channels-max':
    case 'buffer-size':
      params[name.replace('-', '_')] = uint32(strtoul(value, 0).value);
      return true;
    default:
      return false;
  }
}

function tokens(guest: Guest, value: string, place: Place): string[] {
  const list = pieces(value, ';');
  if (list.length === 0) guest.crash(place);
  return list.map(({ text }) => text);
}

const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  card: { backend: 'backend_domname', 'short-name': 'short_name', 'long-name': 'long_name' },
  pcm: { name: 'name' },
  stream: { 'unique-id': 'unique_id' },
};

function readOwn(guest: Guest, kind: string, { name, value, text, place }: Option, target: Fields): void {
  const field = OWN[kind]![name];
  if (value !== undefined && field !== undefined) target[field] = value;
  else if (value !== undefined && kind === 'stream' && name === 'type') {
    const member = matchMember('vsnd_stream_type', value, guest.release);
    if (!member) guest.refuse(place, `Invalid stream type: ${value}`);
    target.type = member.value;
  } else guest.refuse(place, `Invalid parameter: ${text}`);
}
