import { parseDisk } from '../../syntax/specs';
import type { Fields } from '../fields';
import type { Guest } from '../guest';
import { sayErrors } from '../spec-errors';
import { specs } from './options';

/** Block devices. */
export function disks(guest: Guest): void {
  const disks: Fields[] = [];
  for (const [text, place] of specs(guest, 'disk')) {
    const spec = parseDisk(text, guest.release, guest.settings.source);
    sayErrors(guest, place, spec, spec.rc === 0 ? 'warning' : 'error');
    if (spec.crash) guest.crash(place);
    if (spec.rc !== 0) guest.refuse(place, '');
    disks.push(given(spec.disk));
  }
  if (disks.length > 0) guest.config.disks = disks;
}

/** The fields that have a value. */
export function given(fields: object): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Fields;
}
