import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { domainJson } from '../../../server/src/model';
import { renderXlValue } from '../../../server/src/python';
import { type Analysis, analyse, format } from '../../../server/src/service/index';
import { RELEASES } from '../../../server/src/syntax/release';
import { applyEdits } from '../../../server/src/syntax/span';
import { fromBytes } from '../../../server/src/syntax/specs/bytes';
import { readCorpus } from '../../conformance/generate/corpus';
import { Random } from '../../conformance/generate/random';
import { schemaGuest } from '../../conformance/generate/schema-guests';
import { TEXT_KINDS } from '../../conformance/generate/texts';
import { analysed } from './marked';

const COUNT = 150;
const corpus = readCorpus(process.cwd());
const generators = Object.entries(TEXT_KINDS).map(([name, { generate }]) => [name, generate] as const);

/** Everything that a program makes of a text, but for the numbers of its lines. */
function meaning({ reading, inspection, text, tree }: Analysis): unknown {
  const { domain, python } = inspection.input;
  const { settings, ok } = reading;
  const said = (message: string) => message.replace(/:\d+: /g, ':N: ');
  const comments = Array.from({ length: tree.tokens.count }, (_, i) => tree.tokens.comment(i)).flatMap((span) =>
    span ? [text.slice(span.start, span.end)] : [],
  );
  return {
    ok,
    settings: settings.map(({ name, op, value }) => [name, op, value]),
    messages: reading.messages.map(said),
    verdict: domain.verdict,
    said: domain.messages.map(({ text }) => said(text)),
    domain: domain.domain ? domainJson(domain.domain) : undefined,
    comments,
    python: [...(python?.evaluation.variables ?? [])].map(([name, { value }]) => [name, renderXlValue(value, 422)]),
    words: text.replace(/\s+/g, ''),
  };
}

/** Gives whether there was something to lay out. */
function check(before: Analysis, again: (text: string) => Analysis): boolean {
  const { text } = before;
  let changed = false;
  for (const indent of ['    ', '\t']) {
    const once = again(applyEdits(text, format(before, { indent })));
    changed ||= once.text !== text;
    const plain = (value: unknown) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? String(v) : v));
    assert.equal(plain(meaning(once)), plain(meaning(before)), `the meaning of ${JSON.stringify(text)}`);
    const twice = applyEdits(once.text, format(once, { indent }));
    assert.equal(twice, once.text, `once is enough for ${JSON.stringify(text)}`);
  }
  return changed;
}

for (const [kind, generate] of [...generators, ['schema', schemaGuest] as const]) {
  test(`generated texts (${kind}): the same settings, messages, domain and comments; once is enough`, () => {
    const random = new Random(`format ${kind}`);
    let changed = 0;
    for (let n = 0; n < COUNT; n++) {
      const text = fromBytes(generate(random, corpus));
      const release = n % 3 === 0 ? random.pick(RELEASES) : 422;
      const read = (of: string) => analyse(of, { release });
      if (check(read(text), read)) changed++;
    }
    // tokens and bytes in any order are hardly ever a setting
    if (!['tokens', 'bytes'].includes(kind))
      assert.ok(changed > COUNT / 50, `${changed} texts have something to lay out`);
  });
}

test('fixtures, xm files with their Python among them', async () => {
  await analysed('');
  const folders = ['clean', 'xm', 'python'].map((name) => path.join('test/fixtures', name));
  for (const folder of folders) {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      if (name.endsWith('.json')) continue;
      const before = await analysed(text);
      const { python } = before.options;
      check(before, (of) => analyse(of, { release: 422, ...(python && { python }) }));
    }
  }
});
