import type { Finding, Fix } from './finding';
import type { PythonConstruct } from './python-report';
import { type Rule, report } from './rule';

/** A rule about one kind of Python construct: the Python layer found it and worked out what it comes to. */
export function pythonRule(code: string): Rule {
  const rule: Rule = {
    code,
    severity: 'error',
    *check(file) {
      for (const construct of file.circumstances.python?.constructs ?? []) {
        if (construct.code === code) yield finding(rule, construct);
      }
    },
  };
  return rule;
}

function finding(rule: Rule, construct: PythonConstruct): Finding {
  const { span, message, title, edits, bulk, alternative } = construct;
  const fixes: Fix[] = edits ? [{ title, kind: 'safe', edits, ...(bulk && { bulk }) }] : [];
  if (alternative) fixes.push({ title: alternative.title, kind: 'unsafe', edits: alternative.edits });
  return report(rule, span, message, fixes);
}
