import { matchMember } from '../../schema/enums';
import { strtoul } from '../../syntax/strtol';
import { type Fields, int32, uint32 } from '../fields';
import type { Guest } from '../guest';
import type { Place } from '../message';
import { pieces, splitPair, trimmed } from '../split';
import { parseUlong } from '../vnuma';
import { options, specs } from './options';

const REQUIRED = ['path', 'security_model', 'tag'];
const FIELDS: Readonly<Record<string, string>> = {
  security_model: 'security_model',
  path: 'path',
  tag: 'tag',
  backend: 'backend_domname',
};

/** Shared folders over 9pfs. */
export function p9s(guest: Guest): void {
  const devices: Fields[] = [];
  // until 4.17 what an entry does not say is what the entry before it said
  let fields: Fields = {};
  for (const [spec, place] of specs(guest, 'p9')) {
    if (guest.release >= 418) fields = {};
    if (guest.release >= 418) readNew(guest, spec, place, fields);
    else readOld(guest, spec, place, fields);
    devices.push({ ...fields });
  }
  if (devices.length > 0) guest.config.p9s = devices;
}

function readOld(guest: Guest, spec: string, place: Place, fields: Fields): void {
  for (const { name, value, place: at } of options(spec, place)) {
    if (value === undefined) break;
    const field = FIELDS[name];
    if (field === undefined) guest.refuse(at, `Unknown string \`${name}' in 9pfs spec`);
    fields[field] = value;
  }
  requireAll(guest, place, fields);
}

function requireAll(guest: Guest, place: Place, fields: Fields): void {
  if (REQUIRED.some((name) => fields[name] === undefined)) guest.refuse(place, '9pfs spec missing required field!');
}

function readNew(guest: Guest, spec: string, place: Place, fields: Fields): void {
  const parts = pieces(spec, ',');
  if (parts.length === 0) guest.crash(place);
  for (const { text, start, end } of parts) {
    const at = { ...place, part: { start, end } };
    const pair = splitPair(text, guest.release);
    if (!pair) guest.refuse(at, `failed to parse 9pfs configuration: ${text}`);
    readOption(guest, trimmed(pair[0]), trimmed(pair[1]), at, fields);
  }
  if (guest.release < 419) requireAll(guest, place, fields);
  else if (fields.type === 'xen_9pfsd') fields.path ??= `/var/log/xen/guests/${guest.create.name as string}`;
}

const NUMBERS: Readonly<Record<string, string>> = {
  'max-files': 'max_files',
  'max-open-files': 'max_open_files',
  'max-space': 'max_space',
};

function readOption(guest: Guest, name: string, value: string, at: Place, fields: Fields): void {
  const field = FIELDS[name];
  const number = NUMBERS[name];
  if (field !== undefined) fields[field] = value;
  else if (guest.release < 419) guest.refuse(at, `Unknown 9pfs parameter '${name}'`);
  else if (name === 'type') {
    const member = matchMember('p9_type', value, guest.release);
    if (!member) guest.refuse(at, `failed to parse 9pfs type: ${value}`);
    fields.type = member.value;
  } else if (number !== undefined) fields[number] = uint32(parseUlong(guest, value, at));
  else if (name === 'auto-delete') fields.auto_delete = int32(strtoul(value, 0).value) !== 0;
  else guest.refuse(at, `Unknown 9pfs parameter '${name}'`);
}
