import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { buildDomain, domainJson } from '../../server/src/model';
import type { Python } from '../../server/src/python';
import { allXmNames } from '../../server/src/schema/xm';
import { allXmLanguages } from '../../server/src/schema/xm-forms';
import { analyse, type Conversion, convert } from '../../server/src/service';
import { readSettings } from '../../server/src/syntax/reading';
import { RELEASES, type Release, releaseName } from '../../server/src/syntax/release';
import { pythonForTests } from './python-for-tests';
import { CASES, readXmCases, valueAt, type XmCase } from './xm-cases';

const cases = readXmCases();

let python: Python;
before(async () => {
  python = await pythonForTests();
});

/** Every row of the tables about xm, as the cases name it. */
function rows(): string[] {
  const languages = allXmLanguages().flatMap(({ name, options = [], ...row }) => [
    ...(row.form || row.values || options.length === 0 || isDevice(options[0]?.kind) ? [`language ${name}`] : []),
    ...options.map((option) => `${name}/${option.name}`),
  ]);
  const constructs = readFileSync(`${CASES}/constructs.txt`, 'utf8').trim().split('\n');
  return [...allXmNames().map(({ name }) => name), ...languages, ...constructs.map((name) => `python ${name}`)];
}

function isDevice(kind: string | undefined): boolean {
  return kind === 'option' || kind === 'prefix';
}

test('every row of the tables about xm has a case', (t) => {
  const all = new Set(rows());
  const shown = new Set(cases.flatMap((one) => one.rows));
  const missing = [...all].filter((row) => !shown.has(row));
  const unknown = [...shown].filter((row) => !all.has(row));
  t.diagnostic(`${all.size - missing.length} of ${all.size} rows have a case, ${cases.length} cases`);
  assert.deepEqual(missing, []);
  assert.deepEqual(unknown, []);
});

test('the tables are whole', () => {
  const options = allXmLanguages().flatMap((language) => language.options ?? []);
  assert.deepEqual([allXmNames().length, options.length, rows().length], [132, 103, 132 + 103 + 16 + 28]);
});

test('a changed default has a case in which it is kept, and one in which it is not', () => {
  for (const { name, xmDefault } of allXmNames()) {
    if (xmDefault === undefined) continue;
    const of = cases.filter((one) => one.rows.includes(name));
    assert.ok(
      of.some(({ options }) => options.keepXmDefaults),
      `${name}: no case with keep`,
    );
    assert.ok(
      of.some(({ options }) => !options.keepXmDefaults),
      `${name}: no case without keep`,
    );
  }
});

function run({ text, options, unsafe }: XmCase, release: Release = options.release): Conversion {
  return convert(text, { ...options, release, unsafe, python });
}

function domainOf(text: string, release: Release): unknown {
  const { domain, verdict } = buildDomain(readSettings(text, { release }), { release });
  return verdict === 'accepted' && domain ? JSON.parse(domainJson(domain)) : undefined;
}

/** Without what rules about any xl file say and have no fix for: more of these may come. */
const isAboutXm = (finding: string) => !finding.endsWith(':none') || /^(xm|python)-/.test(finding);

test('each case: the findings, and the text after the conversion', () => {
  for (const one of cases) {
    const { findings } = analyse(one.text, { ...one.options, python });
    const found = findings.map(({ code, fixes }) => {
      const fix = fixes.find(({ kind }) => kind !== 'unsafe') ?? fixes[0];
      return `${code}:${fix?.kind ?? 'none'}`;
    });
    const { text, left, verdict } = run(one);
    assert.equal(text, one.after, one.label);
    assert.deepEqual(found.filter(isAboutXm), one.findings.filter(isAboutXm), `${one.label}: findings`);
    assert.deepEqual(
      left.map(({ code }) => code),
      one.left,
      `${one.label}: what is left`,
    );
    if (one.left.length === 0) assert.equal(verdict, 'accepted', one.label);
    const again = run({ ...one, text });
    assert.equal(again.text, text, `${one.label}: converted again`);
    assert.deepEqual(
      again.applied.map(({ title }) => title),
      [],
      one.label,
    );
  }
});

test('each case: the domain that xl builds has what xm had', (t) => {
  let count = 0;
  for (const { label, after, options, domain } of cases) {
    const built = domainOf(after, options.release);
    for (const [place, value] of domain) {
      assert.equal(valueAt(built, place) ?? 'nothing', value, `${label}: ${place}`);
      count++;
    }
  }
  t.diagnostic(`${count} values compared`);
  assert.ok(count > 100);
});

test('a case with a restoring fix says what it restores', () => {
  for (const one of cases) {
    if (!run(one).applied.some(({ kind }) => kind === 'restoring')) continue;
    assert.ok(one.domain.size > 0, `${one.label}: no >>> line`);
  }
});

test('for every release: what comes out is accepted, or says what is left; and rests', (t) => {
  let accepted = 0;
  for (const one of cases) {
    for (const release of RELEASES) {
      const { text, left, verdict } = run(one, release);
      const label = `${one.label} for ${releaseName(release)}`;
      if (left.length === 0) assert.equal(verdict, 'accepted', label);
      if (verdict === 'accepted') accepted++;
      assert.equal(run({ ...one, text }, release).text, text, `${label}: converted again`);
    }
  }
  t.diagnostic(`${cases.length * RELEASES.length} conversions, ${accepted} accepted`);
});
