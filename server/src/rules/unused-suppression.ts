import { type Rule, type RuleDocs, report } from './rule';
import { suppressions, unusedSuppressions } from './suppressions';

export const docs: RuleDocs = {
  title: 'A comment that keeps no finding quiet',
  why: 'A comment "xencfg: ignore" that is left behind hides the next mistake of its kind.',
  xl: 'xl takes no notice of comments.',
  remedy: 'Remove the comment, or correct the code in it.',
  before: 'vcpus = 2   # xencfg: ignore unknown-key -- read by our backup',
  after: 'vcpus = 2',
};

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  severity: 'hint',
  // handed to it: the registry holds this one too
  *check(file, found, rules = []) {
    const codes = new Set(rules.map((rule) => rule.code));
    // one file does not tell what shows only across files
    const across = new Set(rules.flatMap((rule) => (rule.across ? rule.code : [])));
    const quiet = suppressions(file).filter(({ code }) => !across.has(code));
    for (const { code, span } of unusedSuppressions(quiet, found)) {
      const known = codes.has(code);
      const message =
        code === ''
          ? 'This comment names no rule. Write "xencfg: ignore CODE -- reason".'
          : known
            ? `Nothing here is a finding of ${code}. Remove it from the comment.`
            : `"${code}" is no rule of Xencfg. "xencfg rule" lists their codes.`;
      yield report(unusedSuppression, span, message);
    }
  },
};
