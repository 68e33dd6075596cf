import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysFor, shapeOf } from '../../server/src/schema';
import { parseSpec } from '../../server/src/schema/spec-parsers';
import { type Completion, completions } from '../../server/src/service/index';
import { NEWEST_RELEASE, RELEASES, type Release } from '../../server/src/syntax/release';
import { applied, at } from './completion-at';

interface Offer {
  readonly language: string;
  readonly completion: Completion;
  /** The spec after the completion, with something in its places. */
  readonly spec: string;
}

/** Texts for places of snippets that are empty: a number that is a word, an address and a name as well. */
const FILLING = '1';

/** What is offered in an empty spec of every key, and what the spec then is. */
function* offers(release: Release): Generator<Offer> {
  for (const row of keysFor(release)) {
    const depth = { scalar: 0, list: 1, either: row.listLanguage ? 0 : 1, nested: 2 }[shapeOf(row)];
    const language = depth > 0 ? (row.listLanguage ?? row.language) : row.language;
    if (language === undefined || row.type === 'boolean') continue;
    const before = `${row.name} = ${'[ '.repeat(depth)}"`;
    const after = `"${' ]'.repeat(depth)}`;
    const { analysis, offset } = at(`${before}|${after}`, release);
    for (const completion of completions(analysis, offset)) {
      const text = applied(analysis.text, completion, (inner) => inner || FILLING);
      yield { language, completion, spec: text.slice(before.length, text.length - after.length) };
    }
  }
}

test('every option that is offered is one to the parser of the release', () => {
  let count = 0;
  for (const release of RELEASES) {
    for (const { language, completion, spec } of offers(release)) {
      const read = completion.kind === 'option' ? parseSpec(language, spec, release) : undefined;
      if (!read) continue;
      count++;
      const known = read.parts.some(({ role }) => role !== 'unknown');
      assert.ok(known, `${language} of ${release}: ${spec}: ${read.errors.map(({ problem }) => problem).join()}`);
    }
  }
  assert.ok(count > 1000);
});

test('whole specs are without a mistake', () => {
  let count = 0;
  for (const { language, completion, spec } of offers(NEWEST_RELEASE)) {
    const read = completion.kind === 'snippet' ? parseSpec(language, spec, NEWEST_RELEASE) : undefined;
    if (!read) continue;
    count++;
    assert.deepEqual(read.errors, [], `${language}: ${completion.label}: ${spec}`);
  }
  assert.ok(count > 20);
});

test('words and switches that are offered behind an option are values to the parser', () => {
  let count = 0;
  for (const { language, completion } of offers(NEWEST_RELEASE)) {
    const choice = /^([\w-]+)=\$\{1\|(.*)\|\}$/.exec(completion.edit.newText);
    for (const word of choice?.[2]?.split(',') ?? []) {
      const read = parseSpec(language, `${choice![1]}=${word}`, NEWEST_RELEASE)!;
      const wrong = read.errors.filter(
        ({ span, problem }) => span.start > choice![1]!.length && !PROBLEMS_OF_XL.test(problem),
      );
      assert.deepEqual(wrong, [], `${language}: ${choice![1]}=${word}`);
      count++;
    }
  }
  assert.ok(count > 50);
});

/** xl 4.15 and later refuse every policy of RDM that exists. */
const PROBLEMS_OF_XL = /refuses every policy/;
