import { parseArmSci } from '../syntax/specs';
import type { Guest } from './guest';
import { judge } from './spec-errors';
import { plain, type Step, step } from './step';
import { word } from './word';

/** What only Arm guests have, and what xl reads among it. */
export const ARM: readonly Step[] = [
  word('gic_version', {
    words: 'gic_version',
    to: 'arm.gic_version',
    refusal: (text) => `Unknown gic_version "${text}" specified`,
    loudness: 'quiet',
  }),
  word('tee', {
    words: 'tee_type',
    to: 'build.tee',
    refusal: (text) => `Unknown tee "${text}" specified`,
    loudness: 'quiet',
  }),
  word('sve', {
    words: 'sve_type',
    to: 'arm.sve_vl',
    refusal: (text) => `Unknown sve "${text}" specified`,
    loudness: 'quiet',
  }),
  plain('uint', 'nr_spis', 'arm.nr_spis'),
  plain('flag', 'trap_unmapped_accesses', 'build.trap_unmapped_accesses'),
  step('arm_sci', armSci),
];

function armSci(guest: Guest): void {
  const key = 'arm_sci';
  const text = guest.settings.string(key, 'quiet');
  if (text === undefined) return;
  const spec = parseArmSci(text, guest.release);
  judge(guest, { key }, spec);
  guest.arm[key] = { ...spec.device };
}

/** The last steps: what xl reads after the keyboards. */
export const LAST: readonly Step[] = [
  plain('flag', 'xend_suspend_evtchn_compat', 'create.xend_suspend_evtchn_compat'),
  step('msr_relaxed', msrRelaxed),
  plain('flag', 'vpmu', 'build.vpmu'),
];

function msrRelaxed(guest: Guest): void {
  const key = 'msr_relaxed';
  const value = guest.settings.defbool(key);
  if (value === undefined) return;
  guest.x86[key] = value;
  guest.warn(
    { key },
    'WARNING: msr_relaxed will be removed in future versions.\n' +
      'If it fixes an issue you are having please report to xen-devel@lists.xenproject.org.',
  );
}
