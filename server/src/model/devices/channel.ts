import { matchMember } from '../../schema/enums';
import type { Fields } from '../fields';
import type { Guest } from '../guest';
import type { Place } from '../message';
import { pieces, splitPair, trimmed } from '../split';
import { specs } from './options';

/** Channels: named byte streams between the guest and its host. */
export function channels(guest: Guest): void {
  const channels: Fields[] = [];
  for (const [spec, place] of specs(guest, 'channel')) {
    const channel: Fields = { devid: guest.release >= 418 ? -1 : channels.length };
    readChannel(guest, spec, place, channel);
    channels.push(channel);
  }
  if (channels.length > 0) guest.config.channels = channels;
}

function readChannel(guest: Guest, spec: string, place: Place, channel: Fields): void {
  let path: string | undefined;
  const parts = pieces(spec, ',');
  if (parts.length === 0) guest.crash(place);
  for (const { text, start, end } of parts) {
    const at = { ...place, part: { start, end } };
    const pair = splitPair(text, guest.release);
    if (!pair) guest.refuse(at, `failed to parse channel configuration: ${text}`);
    const [name, value] = [trimmed(pair[0]), trimmed(pair[1])];
    if (name === 'backend') channel.backend_domname = value;
    else if (name === 'name') channel.name = value;
    else if (name === 'path') path = value;
    else if (name === 'connection') {
      const member = matchMember('channel_connection', value, guest.release);
      if (!member) guest.refuse(at, `unknown channel connection '${value}'`);
      channel.connection = member.value;
    } else guest.warn(at, `unknown channel parameter '${name}', ignoring`);
  }
  if (channel.connection === undefined) guest.refuse(place, "channel has unknown 'connection'");
  if (channel.connection !== 'socket') return;
  if (path === undefined) guest.refuse(place, "channel connection 'socket' requires path=..");
  channel.socket = { path };
}
