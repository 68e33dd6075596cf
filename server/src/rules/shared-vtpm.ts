import { related, where } from './across';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Two guests with one virtual TPM',
  why: 'A virtual TPM keeps the keys of one guest; a second one would read and replace them.',
  xl: 'xl reads each file by itself and accepts it.',
  remedy: 'Give each guest a vTPM domain of its own, and each vTPM domain a UUID of its own.',
  before: "vtpm = [ 'backend=web-vtpm' ]   # in web.cfg and in db.cfg",
  after: "vtpm = [ 'backend=db-vtpm' ]",
};

export const sharedVtpm: Rule = {
  code: 'shared-vtpm',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('vtpm')) {
      const rivals = others.rivals(claim);
      if (rivals.count === 0) continue;
      const message = `The guest of ${where(rivals)} has this virtual TPM (${claim.id}) too: xl accepts each file, but a TPM keeps the keys of one guest. Give this one another TPM.`;
      yield { ...report(sharedVtpm, claim.place, message), related: related(rivals, 'the same virtual TPM') };
    }
  },
};
