import { namesNoCpu } from '../rules/xm-cpus';
import type { PlainValue } from '../syntax/reading';
import type { Release } from '../syntax/release';
import type { XmSettings } from './xm-guest';

/** The first release in which xl refuses an empty cpus. */
const REFUSED_SINCE: Release = 406;

/**
 * Puts into xl's words how many processors the guest could have (`vcpus` to xm) and started with (`vcpu_avail`, a bit
 * mask), and where they ran: `cpu` stood before `cpus`, and a `cpus` without any CPU was none. Gives what xl makes of values
 * that may stay, by key.
 */
export function startedProcessors(settings: XmSettings, release: Release): Map<string, string> {
  const forms = new Map<string, string>();
  const mask = settings.get('vcpu_avail');
  const most = Number(settings.get('vcpus') ?? 1);
  if (typeof mask === 'string' && /^(0x[0-9a-fA-F]{1,16}|\d{1,19})$/.test(mask)) {
    const bits = [...BigInt(mask).toString(2)].toReversed();
    const started = bits.filter((bit, i) => bit === '1' && i < most).length;
    // xl starts the first processors of a guest: a mask with gaps stays what it is, a name of xm
    const first = bits.slice(0, started).every((bit) => bit === '1');
    if (first && started > 0) {
      settings.delete('vcpu_avail');
      if (started < most && !settings.has('maxvcpus')) {
        settings.set('maxvcpus', String(most));
        settings.set('vcpus', String(started));
      }
    }
  }
  const cpu = settings.get('cpu');
  const cpus = settings.get('cpus');
  if (typeof cpu === 'string') {
    settings.delete('cpu');
    const rest = typeof cpus === 'string' && cpus !== '' ? [cpus] : [];
    if (/^\d+$/.test(cpu) && !Array.isArray(cpus)) settings.set('cpus', [cpu, ...rest].join(','));
  } else if (cpus !== undefined && sets(cpus).every(namesNoCpu)) {
    settings.delete('cpus');
    if (release < REFUSED_SINCE) forms.set('cpus', 'an empty cpus turns the placement on NUMA nodes off in xl');
  }
  // in a list xend left those processors alone that had no CPU
  if (Array.isArray(cpus) && release >= REFUSED_SINCE && settings.has('cpus'))
    settings.set(
      'cpus',
      cpus.map((one) => (typeof one === 'string' && namesNoCpu(one) ? 'all' : one)),
    );
  return forms;
}

/** The sets of CPUs in cpus, as texts. */
function sets(cpus: PlainValue): string[] {
  return (Array.isArray(cpus) ? cpus : [cpus]).map((one) => (typeof one === 'string' ? one : '-'));
}
