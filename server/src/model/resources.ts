import type { Release } from '../syntax/release';
import { type DeviceSpec, parseIomem, parseIoports, parseIrq } from '../syntax/specs';
import type { FieldValue } from './fields';
import type { Guest } from './guest';
import { judge } from './spec-errors';
import { type Step, step } from './step';

/** Parts of the host's hardware that the guest may touch: I/O ports, interrupts, memory. */
export const RESOURCES: readonly Step[] = [step('ioports', ioports), step('irqs', irqs), step('iomem', iomem)];

/** Reads a list of which xl wants every element to be a string; undefined when there is none. */
export function everyItem(
  guest: Guest,
  key: string,
  parse: (spec: string, release: Release) => DeviceSpec,
  missing: (item: number) => string,
): DeviceSpec['device'][] | undefined {
  return guest.settings.list(key)?.map((text, item) => {
    const place = { key, item };
    if (typeof text !== 'string') guest.refuse(place, missing(item));
    const spec = parse(text, guest.release);
    judge(guest, place, spec);
    return spec.device;
  });
}

function put(guest: Guest, key: string, values: readonly FieldValue[] | undefined): void {
  if (values && values.length > 0) guest.build[key] = values;
}

function ioports(guest: Guest): void {
  const missing = (item: number) => `xl: Unable to get element #${item} in ioport list`;
  put(guest, 'ioports', everyItem(guest, 'ioports', parseIoports, missing));
}

function irqs(guest: Guest): void {
  const missing = (item: number) => `xl: Unable to get element ${item} in irq list`;
  const found = everyItem(guest, 'irqs', parseIrq, missing);
  put(
    guest,
    'irqs',
    found?.map(({ irq }) => irq!),
  );
}

function iomem(guest: Guest): void {
  const missing = (item: number) => `xl: Unable to get element ${item} in iomem list`;
  put(guest, 'iomem', everyItem(guest, 'iomem', parseIomem, missing));
}
