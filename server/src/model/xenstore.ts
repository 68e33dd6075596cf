import { strtoul } from '../syntax/strtol';
import type { Guest } from './guest';
import { plain, type Step, step } from './step';

/** What the guest may do in Xenstore. */
export const XENSTORE: readonly Step[] = [
  plain('uint', 'xenstore_feature_mask', 'build.xenstore_feature_mask', { since: 421 }),
  step('xenstore_quota', xenstoreQuota, { since: 422 }),
];

function xenstoreQuota(guest: Guest): void {
  const key = 'xenstore_quota';
  const list = guest.settings.list(key);
  if (!list) return;
  guest.build.xenstore_quota = {
    quota: list.map((text, item) => {
      if (typeof text !== 'string') guest.refuse({ key, item }, `xl: Can't get element ${item} in Xenstore quota list`);
      const equals = text.indexOf('=');
      if (equals < 0) guest.refuse({ key, item }, `Quota specification "${text}" lacks "=".`);
      const number = text.slice(equals + 1);
      const { value, end, overflow } = strtoul(number, 0);
      if (overflow || number === '' || end < number.length || value > 0xffffffffn) {
        const part = { start: equals + 1, end: text.length };
        guest.refuse({ key, item, part }, `Quota specification "${text}" uses illegal value "${number}".`);
      }
      return { name: text.slice(0, equals), val: Number(value) };
    }),
  };
}
