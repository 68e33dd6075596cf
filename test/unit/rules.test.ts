import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/finding';
import { RULES } from '../../server/src/rules/registry';
import { analyse } from '../../server/src/service';
import { applyEdits } from '../../server/src/syntax/span';
import { acrossFindings } from '../../server/src/workspace/across';
import { GuestIndex } from '../../server/src/workspace/guests';
import { readRecord, recordOf } from '../../server/src/workspace/record';
import { pythonForTests } from './python-for-tests';
import { type RuleCase, readRuleCases } from './rule-cases';

/** As many texts that it reports, and as many that it does not, every rule has at the least. */
const FEWEST = 3;

const cases = readRuleCases('test/fixtures/rules');

/** The name of a case's own file among the others of its folder. */
const OWN = 'this.cfg';

async function findingsOf({ code, text, options, others, host }: RuleCase): Promise<Finding[]> {
  const judged = { ...options, python: await pythonForTests() };
  const { findings, inspection } = analyse(text, judged);
  const index = new GuestIndex();
  index.set(OWN, recordOf(inspection.file, inspection.isOther));
  for (const [name, other] of others) index.set(name, readRecord(other, judged));
  const around = { complete: others.size > 0, ...(host && { host }) };
  const across = acrossFindings(index, OWN, options.severities, around);
  return [...findings, ...across].filter((finding) => finding.code === code);
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
      const spans = findings.map(({ span: { start, end } }) => ({ start, end }));
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
