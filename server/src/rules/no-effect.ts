import { guestsOf } from '../schema/keys';
import { GUEST_TYPES, type GuestType } from '../schema/types';
import { commentOut } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

const NAMES: Readonly<Record<GuestType, string>> = { pv: 'PV', hvm: 'HVM', pvh: 'PVH' };

export const docs: RuleDocs = {
  title: 'A key that does nothing for a guest of this type',
  why: 'What the file asks for does not happen. Often it is the type that is missing: without one the guest is a PV guest.',
  xl: 'xl does not look at the key for such a guest, and says nothing.',
  remedy: 'Set type to what the guest is, or remove the key.',
  before: 'type = "pv"\nnographic = 1',
  after: 'type = "pv"',
};

export const noEffect: Rule = {
  code: 'no-effect',
  severity: 'warning',
  general: true,
  converts: true,
  itemwise: true,
  *check(file) {
    const type = file.guestType;
    if (file.isComputed('type', 'builder')) return;
    const said = file.sets('type') || file.sets('builder');
    for (const { setting, row, read } of file.keys) {
      if (read) continue;
      const guests = guestsOf(row);
      const types = GUEST_TYPES.filter((guest) => guests.includes(guest)).map((guest) => NAMES[guest]);
      const fatal = file.isFatal(setting.name);
      // xl looks at such a key for every guest, to refuse it
      if (
        !fatal &&
        type === 'pv' &&
        row.checks?.some(({ when, since = 0 }) => when === 'PV guest' && since <= file.release)
      )
        continue;
      const xl = fatal ? 'xl refuses it for' : 'xl does not read it for';
      const why = said ? '' : ', and without a type this is one';
      const silence = fatal ? '' : ' and says nothing';
      const remedy = said ? 'Remove it.' : `Set type = "${guests[0]}", or remove it.`;
      const message = `"${setting.name}" is for ${types.join(' and ')} guests: ${xl} ${type === 'hvm' ? 'an' : 'a'} ${NAMES[type]} guest${silence}${why}. ${remedy}`;
      // xm read it for HVM guests alone, and left it in the files of all others
      const fixes: Fix[] =
        fatal && file.isXm
          ? [
              {
                title: 'Make it a comment, as xm took it',
                kind: 'safe',
                edits: commentOut(file, [...file.all(setting.name)], `nothing to ${NAMES[type]} guests`),
                converts: true,
              },
            ]
          : [];
      yield report(noEffect, setting.nameSpan, message, fixes, fatal ? 'error' : 'warning');
    }
  },
};
