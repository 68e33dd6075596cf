import { matchMember } from '../../schema/enums';
import type { Fields } from '../fields';
import type { Guest } from '../guest';
import { parseUuid } from '../uuid';
import { options, specs } from './options';

/** Virtual TPMs. */
export function vtpms(guest: Guest): void {
  const vtpms: Fields[] = [];
  for (const [spec, place] of specs(guest, 'vtpm')) {
    const vtpm: Fields = { devid: vtpms.length };
    for (const { name, value, place: at } of options(spec, place)) {
      if (value === undefined) break;
      if (name === 'backend') vtpm.backend_domname = value;
      else if (name === 'uuid') {
        const uuid = parseUuid(value);
        if (uuid === undefined) guest.refuse(at, `Failed to parse vtpm UUID: ${value}`);
        vtpm.uuid = uuid;
      } else guest.refuse(at, `Unknown string \`${name}' in vtpm spec`);
    }
    if (vtpm.backend_domname === undefined) guest.refuse(place, 'vtpm spec missing required backend field!');
    vtpms.push(vtpm);
  }
  if (vtpms.length > 0) guest.config.vtpms = vtpms;
}

/** PV calls interfaces. */
export function pvcalls(guest: Guest): void {
  const interfaces: Fields[] = [];
  for (const [spec, place] of specs(guest, 'pvcalls')) {
    const device: Fields = { devid: interfaces.length };
    for (const { name, value, place: at } of options(spec, place)) {
      if (value === undefined) break;
      if (name !== 'backend') guest.refuse(at, `Unknown string \`${name}' in pvcalls spec`);
      device.backend_domname = value;
    }
    interfaces.push(device);
  }
  if (interfaces.length > 0) guest.config.pvcallsifs = interfaces;
}

/** Virtio devices, from 4.18 on. */
export function virtios(guest: Guest): void {
  const devices: Fields[] = [];
  for (const [spec, place] of specs(guest, 'virtio')) {
    const device: Fields = { devid: devices.length };
    const parts = options(spec, place);
    for (let i = 0; i < parts.length; i++) {
      const { name, text, place: at } = parts[i]!;
      let { value } = parts[i]!;
      if (name === 'type' && value?.startsWith('virtio')) {
        // a type may hold a comma: xl takes the next part into it, and dies when there is none
        const rest = parts[++i];
        if (!rest) guest.crash(at);
        value += `,${spec.slice(spec.lastIndexOf(',', rest.place.part!.start) + 1, rest.place.part!.end)}`;
      }
      if (value === undefined) guest.refuse(at, `Unknown string "${text}" in virtio spec`);
      if (name === 'backend') device.backend_domname = value;
      else if (name === 'type') device.type = value;
      else if (name === 'transport') {
        const member = matchMember('virtio_transport', value, guest.release);
        if (!member) guest.refuse(at, '');
        device.transport = member.value;
      } else if (name === 'grant_usage') device.grant_usage = /^\s*[+-]?0*[1-9]/.test(value);
      else guest.refuse(at, `Unknown string "${text}" in virtio spec`);
    }
    devices.push(device);
  }
  if (devices.length > 0) guest.config.virtios = devices;
}
