import { Bitmap } from './bitmap';
import { type FieldValue, Repeated } from './fields';
import type { Guest } from './guest';

/**
 * Keeps the guest to the CPUs that xl.conf leaves to guests, after all else (xl's create_domain). A guest that has no
 * CPU left is refused, also when xl.conf says nothing.
 */
export function globalAffinity(guest: Guest): void {
  if (guest.doom) guest.crash(guest.doom);
  const { cpumask, hvmCpumask, pvCpumask } = guest.global;
  const masks = [cpumask, guest.type === 'pv' ? pvCpumask : hvmCpumask].filter((mask) => mask !== undefined);
  if (guest.build.vcpu_hard_affinity === undefined && masks.some((mask) => !mask.full)) {
    const all = new Bitmap(guest.host.cpus);
    all.setAll();
    const count = (guest.build.max_vcpus as number | undefined) ?? 0;
    if (count > 0) guest.build.vcpu_hard_affinity = new Repeated(count, all);
  }
  const affinity = guest.build.vcpu_hard_affinity;
  if (affinity instanceof Repeated) {
    guest.build.vcpu_hard_affinity = new Repeated(affinity.count, narrowed(guest, affinity.value as Bitmap, masks));
  } else if (affinity !== undefined) {
    const maps = affinity as Bitmap[];
    guest.build.vcpu_hard_affinity = maps.map((map, item): FieldValue => narrowed(guest, map, masks, item));
  }
}

function narrowed(guest: Guest, map: Bitmap, masks: readonly Bitmap[], item?: number): Bitmap {
  const result = map.copy();
  for (const mask of masks) result.intersect(mask);
  if (result.empty) {
    const place = { key: 'cpus', ...(item !== undefined && { item }) };
    guest.refuse(place, 'vcpu hard affinity map is empty', { ofHost: true });
  }
  return result;
}
