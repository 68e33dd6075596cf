import { parseCpus } from '../syntax/specs';
import { atoi } from '../syntax/strtol';
import { Bitmap } from './bitmap';
import { addCpus } from './cpu-range';
import { int32, kibibytes, Repeated } from './fields';
import type { Guest } from './guest';
import { llcColors } from './llc-colors';
import { negativeCpus, outOfMemory } from './log';
import type { Place } from './message';
import { plain, type Step, step, type When } from './step';
import { vnuma } from './vnuma';

/** How much of the host's CPUs and memory the guest gets. */
export const PROCESSORS: readonly Step[] = [
  plain('int', 'cpu_weight', 'schedule.weight'),
  plain('int', 'cap', 'schedule.cap'),
  plain('int', 'period', 'schedule.period'),
  plain('int', 'slice', 'schedule.slice'),
  plain('int', 'latency', 'schedule.latency'),
  plain('int', 'extratime', 'schedule.extratime'),
  ...memory({ since: 406 }),
  step('llc_colors', llcColors),
  step('vcpus', vcpus),
  plain('int', 'maxvcpus', 'build.max_vcpus'),
];

/** The part after `vuart`, which stands between `maxvcpus` and these. */
export const PLACEMENT: readonly Step[] = [
  step('vnuma', vnuma),
  step(['vcpus', 'maxvcpus', 'memory', 'maxmem'], settleSizes, { since: 406 }),
  step('cpus', oldCpus, { until: 404 }),
  step('cpus', (guest) => affinity(guest, 'cpus', 'vcpu_hard_affinity'), { since: 405 }),
  step('cpus_soft', (guest) => affinity(guest, 'cpus_soft', 'vcpu_soft_affinity')),
  ...memory({ until: 405 }),
];

function memory(when: When): readonly Step[] {
  return [step('memory', targetMemory, when), plain('mebibytes', 'maxmem', 'build.max_memkb', when)];
}

function targetMemory(guest: Guest): void {
  const memory = guest.settings.long('memory');
  if (memory === undefined) return;
  guest.build.target_memkb = kibibytes(memory);
  if (guest.release < 406) guest.build.max_memkb = kibibytes(memory);
}

function vcpus(guest: Guest): void {
  let count = guest.settings.long('vcpus');
  if (guest.release >= 422) count = count === undefined || count < 1n ? 1n : count;
  if (count === undefined) return;
  guest.vcpus = count;
  if (guest.release < 406) guest.build.max_vcpus = int32(count);
  if (int32(count) < 0 && guest.release >= 402) {
    const logged = negativeCpus(guest.release);
    if (logged !== undefined) guest.say({ key: 'vcpus', text: logged, severity: 'error' });
    guest.refuse({ key: 'vcpus' }, 'Unable to allocate cpumap');
  }
  const death = outOfMemory(int32(count));
  if (death !== undefined) guest.refuse({ key: 'vcpus' }, death);
  const map = new Bitmap(int32(count) === 0 ? guest.host.cpus : Math.min(int32(count), MOST_VCPUS));
  for (let vcpu = 0; vcpu < Math.min(int32(count), MOST_VCPUS); vcpu++) map.set(vcpu);
  guest.build.avail_vcpus = map;
}

/** Above every limit of Xen; a file that asks for more is no guest that could be shown. */
const MOST_VCPUS = 1 << 20;

function settleSizes(guest: Guest): void {
  const { build } = guest;
  build.max_memkb ??= build.target_memkb;
  if (!build.max_vcpus) build.max_vcpus = int32(guest.vcpus);
  if (BigInt(build.max_vcpus as number) < guest.vcpus) {
    guest.refuse({ key: 'maxvcpus' }, 'xl: maxvcpus < vcpus');
  }
}

function affinity(guest: Guest, key: string, field: 'vcpu_hard_affinity' | 'vcpu_soft_affinity'): void {
  const list = guest.settings.strings(key, 'quiet');
  const text = list ? undefined : guest.settings.string(key);
  const limit = (guest.build.max_vcpus as number | undefined) ?? 0;
  if (text !== undefined) {
    const map = cpumap(guest, text, { key });
    if (limit > 0) guest.build[field] = new Repeated(limit, map);
    if (field === 'vcpu_soft_affinity' || guest.release < 412) guest.build.numa_placement = false;
  } else if (list) {
    const all = guest.settings.list(key, 'quiet')!.length;
    const count = Math.min(all, Math.max(limit, 0));
    const maps = list.slice(0, count).map((cpus, item) => cpumap(guest, cpus, { key, item }));
    // beyond a nested list xl leaves the array's memory as it was
    if (maps.length < count) guest.doom = { key, item: maps.length };
    if (maps.length > 0) guest.build[field] = maps;
    guest.build.numa_placement = false;
  }
}

/** Before 4.5 the CPUs of all virtual ones together, in a list one number each. */
function oldCpus(guest: Guest): void {
  const key = 'cpus';
  const map = new Bitmap(guest.host.cpus);
  const list = guest.settings.strings(key, 'quiet');
  const text = list ? undefined : guest.settings.string(key);
  for (const [item, cpu] of (list ?? []).entries()) {
    const number = atoi(cpu);
    if (number < 0 || number >= map.size) guest.refuse({ key, item }, `cpu ${number} illegal`, { ofHost: number >= 0 });
    map.set(number);
  }
  if (list || text !== undefined) {
    guest.build.cpumap = text === undefined ? map : cpumap(guest, text, { key });
    guest.build.numa_placement = false;
  }
}

function cpumap(guest: Guest, text: string, place: Place): Bitmap {
  const spec = parseCpus(text, guest.release);
  for (const { span, message = '' } of spec.errors) guest.refuse({ ...place, part: span }, message);
  const map = new Bitmap(guest.host.cpus);
  addCpus(spec.items, map, guest.host);
  return map;
}
