import { related, where } from './across';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Two files give one name to their guests',
  why: 'A host runs one guest of a name at a time, and commands that take a name cannot tell the two apart.',
  xl: 'xl reads each file by itself and accepts it; creating the second guest fails while the first one runs.',
  remedy: 'Give each guest a name of its own.',
  before: 'name = "web"   # in web.cfg and in web-old.cfg',
  after: 'name = "web-old"',
};

export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('name')) {
      const rivals = others.rivals(claim);
      if (rivals.count === 0) continue;
      const message = `The guest of ${where(rivals)} is called "${claim.id}" too. xl accepts each file, but creates the second guest only while the first one is not running. Give it another name.`;
      yield {
        ...report(duplicateName, claim.place, message),
        related: related(rivals, `another guest called "${claim.id}"`),
      };
    }
  },
};
