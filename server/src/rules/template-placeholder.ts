import { Token } from '../syntax/scanner';
import type { FileContext } from './context';
import { type Rule, type RuleDocs, report } from './rule';

/** What templates leave open: @@NAME@@, {{ name }}, ${NAME}. */
const PLACEHOLDER = /@@\w+@@|\{\{[^{}\n]*\}\}|\$\{\w+\}/g;
/** The same, and {name}, which a Python program may use too. */
const WITH_BRACES = /@@\w+@@|\{\{[^{}\n]*\}\}|\$\{\w+\}|\{[A-Za-z_]\w*\}/g;

export const docs: RuleDocs = {
  title: 'A template that is not filled in',
  why: 'The text becomes a guest file once a program puts values into it. What stands there until then says nothing about the guest, so nothing else is reported.',
  xl: 'xl takes placeholders for what they are: a part of a string, or a syntax error.',
  remedy: 'Fill the template in, and check the result.',
  before: 'name = "@@NAME@@"',
  after: 'name = "web"',
};

export const templatePlaceholder: Rule = {
  code: 'template-placeholder',
  severity: 'information',
  *check(file) {
    if (!file.text.includes('{') && !file.text.includes('@@')) return;
    const python = file.circumstances.python !== undefined && file.circumstances.python.constructs.length > 0;
    for (const { 0: placeholder, index } of file.text.matchAll(python ? PLACEHOLDER : WITH_BRACES)) {
      if (inComment(file, index)) continue;
      const span = { start: index, end: index + placeholder.length };
      const message = `${placeholder} is a placeholder of a template. xl would take it as it stands. Fill the template in and check the result: nothing else in it is judged.`;
      yield report(templatePlaceholder, span, message);
      return;
    }
  },
};

function inComment({ input: { tree } }: FileContext, at: number): boolean {
  const index = tree.tokens.indexAt(at);
  const comment = tree.tokens.kind(index) === Token.Newline ? tree.tokens.comment(index) : undefined;
  return comment !== undefined && comment.start <= at && at < comment.end;
}
