import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../server/src/rules/registry';
import { analyse } from '../../server/src/service';
import { applyEdits } from '../../server/src/syntax/span';
import { pythonForTests } from './python-for-tests';
import { type RuleCase, readRuleCases } from './rule-cases';

/** As many texts that it reports, and as many that it does not, every rule has at the least. */
const FEWEST = 3;

const cases = readRuleCases('test/fixtures/rules');

async function findingsOf({ code, text, options }: RuleCase) {
  const python = await pythonForTests();
  return analyse(text, { ...options, python }).findings.filter((finding) => finding.code === code);
}

test('every rule has its cases, and every fixture its rule', (t) => {
  for (const { code } of RULES) {
    const of = cases.get(code);
    assert.ok(of, `no test/fixtures/rules/${code}.json`);
    assert.ok(of.report.length >= FEWEST, `${code}: ${of.report.length} cases that it reports`);
    assert.ok(of.quiet.length >= FEWEST, `${code}: ${of.quiet.length} cases that it leaves alone`);
  }
  const codes = new Set(RULES.map(({ code }) => code));
  for (const code of cases.keys()) assert.ok(codes.has(code), `no rule ${code}`);
  const all = [...cases.values()];
  const reporting = all.flatMap(({ report }) => report);
  const fixes = reporting.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const quiet = all.reduce((sum, { quiet }) => sum + quiet.length, 0);
  t.diagnostic(`${codes.size} rules: ${reporting.length} cases reported with ${fixes} fixes, ${quiet} cases quiet`);
});

for (const [code, { report, quiet }] of cases) {
  test(`${code}: reports`, async () => {
    for (const given of report) {
      const findings = await findingsOf(given);
      const words = findings.map(({ message }) => message).join('\n');
      const spans = findings.map(({ span }) => span);
      assert.ok(given.spans.length > 0, `${given.label}: nothing is marked`);
      assert.deepEqual(spans, given.spans, `${given.label}: places\n${words}`);
      for (const { severity } of findings) assert.equal(severity, given.severity, given.label);
      const first = findings[0]!;
      assert.ok(given.message && first.message.includes(given.message), `${given.label}: ${first.message}`);
      const fixes = first.fixes.map(({ title, kind, edits }) => ({
        title,
        kind,
        after: applyEdits(given.text, edits),
      }));
      assert.deepEqual(fixes, given.fixes, `${given.label}: fixes`);
    }
  });

  test(`${code}: keeps quiet`, async () => {
    for (const given of quiet) {
      const words = (await findingsOf(given)).map(({ message }) => message);
      assert.deepEqual(words, [], given.label);
    }
  });
}
