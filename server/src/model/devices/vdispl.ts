import { strtoul } from '../../syntax/strtol';
import type { Fields } from '../fields';
import type { Guest } from '../guest';
import type { Place } from '../message';
import { pieces, splitPair } from '../split';
import { options, specs } from './options';

/** PV displays. */
export function vdispls(guest: Guest): void {
  const displays: Fields[] = [];
  for (const [spec, place] of specs(guest, 'vdispl')) {
    const display: Fields = { devid: displays.length };
    for (const { name, value, text, place: at } of options(spec, place)) {
      if (value !== undefined && name === 'backend') display.backend_domname = value;
      else if (value !== undefined && name === 'be-alloc') display.be_alloc = strtoul(value, 0).value !== 0n;
      else if (value !== undefined && name === 'connectors') display.connectors = connectors(guest, value, at);
      else guest.refuse(at, `Unknown string "${text}" in vdispl spec`);
    }
    if (display.connectors === undefined) guest.refuse(place, 'At least one connector should be specified.');
    displays.push(display);
  }
  if (displays.length > 0) guest.config.vdispls = displays;
}

/** As sscanf reads `%ux%u`: how far it comes decides what xl does. */
const RESOLUTION = /^\s*([+-]?[0-9]+)(?:x\s*([+-]?[0-9]+))?/;

function connectors(guest: Guest, value: string, place: Place): Fields[] {
  const list = pieces(value, ';');
  if (list.length === 0) guest.crash(place);
  const fields: Fields[] = list.map(() => ({}));
  for (const [i, { text }] of list.entries()) {
    const pair = splitPair(text, guest.release, ':');
    // xl goes on with a pointer that it never set
    if (!pair) guest.crash(place);
    const [id, resolution] = pair;
    fields[i]!.unique_id = id;
    const match = RESOLUTION.exec(resolution);
    const width = match?.[1];
    const height = match?.[2];
    if (width !== undefined) fields[i]!.width = unsigned(width);
    if (height !== undefined) fields[i]!.height = unsigned(height);
    else {
      const problem = "Can't parse connector resolution";
      // xl takes it for success that no number was found in some text, and reads no further connector
      if (match || /^\s*$/.test(resolution)) guest.refuse(place, problem);
      guest.warn(place, problem);
      break;
    }
  }
  return fields;
}

function unsigned(digits: string): number {
  return Number(BigInt.asUintN(32, strtoul(digits, 10).value));
}
