import { parseXenstoreQuota } from '../syntax/specs';
import type { Guest } from './guest';
import { everyItem } from './resources';
import { plain, type Step, step } from './step';

/** What the guest may do in Xenstore. */
export const XENSTORE: readonly Step[] = [
  plain('uint', 'xenstore_feature_mask', 'build.xenstore_feature_mask'),
  step('xenstore_quota', quota),
];

function quota(guest: Guest): void {
  const key = 'xenstore_quota';
  const missing = (item: number) => `xl: Can't get element ${item} in Xenstore quota list`;
  const quota = everyItem(guest, key, parseXenstoreQuota, missing);
  if (quota) guest.build[key] = { quota };
}
