import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { applyFixes, convertKinds, isConversion } from '../../server/src/migrate/convert';
import type { Python } from '../../server/src/python';
import { inspect } from '../../server/src/rules/inspect';
import { pythonForTests } from './python-for-tests';
import { readRuleCases } from './rule-cases';
import { readConvertedFiles } from './xm-file-list';

let python: Python;
before(async () => {
  python = await pythonForTests();
});

/** A conversion as far as anybody sees it, with all rules or without those that it does not need. */
function conversion(text: string, options: object, forConversion: boolean) {
  const all = { ...options, python, forConversion };
  const { result, ...rest } = applyFixes(inspect(text, all), convertKinds(false), all, isConversion);
  const left = rest.left.map(({ code, severity, message, span, origin }) => ({
    code,
    severity,
    message,
    span,
    origin,
  }));
  return { ...rest, left, verdict: result.verdict };
}

/** General rules of which a conversion applies fixes. */
const GENERAL = ["vif = [ 'accel=1' ]", 'timer_mode = 1'].map((line) => {
  return { text: `name = 'a'\nkernel = '/k'\nbuilder = 'linux'\n${line}\n`, options: {} };
});

test('a conversion comes to the same without the rules that it does not ask', () => {
  const texts = [
    ...GENERAL,
    ...readConvertedFiles().map(({ text, options }) => ({ text, options })),
    ...[...readRuleCases('test/fixtures/rules').values()].flatMap(({ report, quiet }) => [...report, ...quiet]),
  ];
  assert.ok(texts.length > 500, `${texts.length} texts`);
  for (const { text, options } of texts) {
    assert.deepEqual(conversion(text, options, true), conversion(text, options, false), text);
  }
});

test('a general rule that somebody calls an error is left to decide', () => {
  const text = 'name = "a"\nkernel = "/k"\nbuilder = "linux"\nmemory = 010\n';
  const options = { severities: { 'octal-number': 'error' } } as const;
  assert.deepEqual(
    conversion(text, options, true).left.map(({ code }) => code),
    ['octal-number'],
  );
});
