import type { FileContext } from './context';
import type { Finding, Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** A rule about one kind of Python construct: the Python layer found it and worked out what it comes to. */
export function pythonRule(code: string, docs: RuleDocs): Rule {
  const rule: Rule = {
    code,
    severity: 'error',
    docs,
    *check(file) {
      for (const construct of file.input.python?.constructs ?? []) {
        if (construct.code === code) yield finding(rule, file, construct);
      }
    },
  };
  return rule;
}

type Construct = NonNullable<FileContext['input']['python']>['constructs'][number];

function finding(rule: Rule, file: FileContext, construct: Construct): Finding {
  const fixes: Fix[] = [];
  if (construct.edits) fixes.push({ title: construct.title, kind: construct.kind, edits: construct.edits });
  const verdict = file.input.reading.ok ? '' : ' xl refuses the file: it reads no Python.';
  return report(
    rule,
    construct.span,
    `${construct.message}${verdict}${construct.remedy ? ` ${construct.remedy}` : ''}`,
    fixes,
  );
}
