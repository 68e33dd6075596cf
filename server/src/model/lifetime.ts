import { matchMember } from '../schema/enums';
import type { Guest } from './guest';
import { type Step, step } from './step';
import { INT_MAX } from './xl-conf';

/** What the hypervisor grants the guest, and what happens when it ends. */
export const LIFETIME: readonly Step[] = [
  limit('max_grant_frames', 'maxGrantFrames'),
  limit('max_maptrack_frames', 'maxMaptrackFrames'),
  limit('max_grant_version', 'maxGrantVersion'),
  step(
    [],
    (guest) => {
      guest.build.claim_mode = guest.global.claimMode;
    },
    { since: 403 },
  ),
  action('on_poweroff', 'destroy'),
  action('on_reboot', 'restart'),
  action('on_watchdog', 'destroy'),
  action('on_crash', 'destroy'),
  action('on_soft_reset', 'soft-reset'),
];

/** The first release that looks at the bounds, and refuses what is no number within them, in silence. */
const BOUNDED = 412;

function limit(key: string, fallback: 'maxGrantFrames' | 'maxMaptrackFrames' | 'maxGrantVersion'): Step {
  return step(key, (guest) => {
    const bounded = guest.release >= BOUNDED;
    const value = bounded ? guest.settings.boundedLong(key, 0n, INT_MAX, 'quiet') : guest.settings.long(key);
    if (value === undefined && bounded && guest.settings.has(key)) guest.refuse({ key }, '');
    const number = value ?? guest.global[fallback];
    if (number !== undefined) guest.build[key] = Number(BigInt.asUintN(32, number));
  });
}

function action(key: string, fallback: string): Step {
  return step(key, (guest) => takeAction(guest, key, fallback));
}

/** libxl's names of the actions, where they are other ones than xl's. */
const LIBXL_NAMES: Readonly<Record<string, string>> = {
  'rename-restart': 'restart_rename',
  'coredump-destroy': 'coredump_destroy',
  'coredump-restart': 'coredump_restart',
  'soft-reset': 'soft_reset',
};

function takeAction(guest: Guest, key: string, fallback: string): void {
  const text = guest.settings.string(key) ?? fallback;
  const member = matchMember('on_action', text, guest.release);
  if (!member) guest.refuse({ key }, `Unknown ${key} action "${text}" specified`);
  guest.config[key] = LIBXL_NAMES[member.value] ?? member.value;
}
