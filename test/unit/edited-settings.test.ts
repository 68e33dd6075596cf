import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/finding';
import { type InspectOptions, inspect } from '../../server/src/rules/inspect';
import { PAGES } from '../../server/src/rules/pages';
import { RuleMemory } from '../../server/src/rules/rule-memory';
import { tables } from '../../server/src/schema/tables';
import { readSettings } from '../../server/src/syntax/reading';
import { RELEASES } from '../../server/src/syntax/release';
import { TextMemory } from '../../server/src/syntax/text-memory';
import { readCorpus } from '../conformance/generate/corpus';
import { Random } from '../conformance/generate/random';
import { schemaGuest } from '../conformance/generate/schema-guests';

/** Change it to try other edits. */
const SEED = 'edited settings';
const FILES = 60;
const EDITS = 40;

const CORPUS = readCorpus(process.cwd());
const OF_XM = tables().xmNames.map(({ name }) => `${name} = 1`);
const COMMENTS = ['# xencfg: ignore no-effect', '# xencfg: ignore-file unknown-key', '# note', ''];
const TYPED = ['1', '0', 'x', ' ', '"', ',', '.', '-', 'G', 'no', '#', '; nosuch = 1', '/dev/'];

/** What somebody may say about the file while it is open. */
const CIRCUMSTANCES: readonly InspectOptions[] = [
  {},
  { knownKeys: ['nosuch'] },
  { host: { cpus: 2, nodes: 1, memory: 1024, arch: 'x86' } },
  { host: { cpus: 16, nodes: 2, memory: 65_536, arch: 'arm' } },
  { severities: { 'no-effect': 'off', 'unknown-key': 'error' } },
  { severities: { 'mac-prefix': 'off' } },
  { configFile: 'xl.conf' },
  { fileName: 'web1.cfg' },
];

/** A text after what people do to it line by line: write, remove, copy and move settings, and type into them. */
function edited(random: Random, text: string, lines: readonly string[]): string {
  const all = text.split('\n');
  const at = random.below(all.length);
  switch (random.below(7)) {
    case 0:
      all.splice(at, 1);
      break;
    case 1:
      all.splice(random.below(all.length), 0, all[at]!);
      break;
    case 2:
      all.splice(random.below(all.length), 0, ...all.splice(at, random.few(1, 4)));
      break;
    case 3:
      all.splice(at, random.below(2), random.pick(lines));
      break;
    case 4:
      all.splice(at, random.below(2), random.pick(random.oneIn(3) ? OF_XM : COMMENTS));
      break;
    default: {
      const line = all[at]!;
      const place = random.below(line.length + 1);
      all[at] =
        line.slice(0, place) + (random.oneIn(3) ? '' : random.pick(TYPED)) + line.slice(place + random.below(3));
    }
  }
  return all.join('\n');
}

function worked(findings: readonly Finding[]): unknown {
  return findings.map(({ code, severity, message, span, related, fixes }) => [
    code,
    severity,
    message,
    { ...span },
    related,
    fixes,
  ]);
}

test(`a file edited line by line is judged as one that nobody knows (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const guest = () => schemaGuest(random, CORPUS);
  // what any rule has something to say about, and settings of every kind
  const examples = Object.values(PAGES).flatMap(({ before, after }) => [before, after, ...before.split('\n')]);
  const lines = [...examples, ...Array.from({ length: 200 }, () => guest().split('\n')).flat()];
  const codes = new Set<string>();
  let read = 0;
  for (let file = 0; file < FILES; file++) {
    const memories = { memory: new TextMemory(), findings: new RuleMemory() };
    let text = random.oneIn(3) ? guest() + guest() : random.pick(CORPUS.files);
    let options: InspectOptions = { release: random.oneIn(3) ? random.pick(RELEASES) : 422 };
    for (let edit = 0; edit < EDITS; edit++) {
      if (random.oneIn(20)) options = { ...random.pick(CIRCUMSTANCES), release: random.pick(RELEASES) };
      if (random.oneIn(20)) options = { ...options, ...random.pick(CIRCUMSTANCES) };
      const again = inspect(text, { ...options, ...memories });
      const once = inspect(text, options);
      assert.deepEqual(worked(again.findings), worked(once.findings), text);
      assert.equal(again.verdict, once.verdict, text);
      for (const { code } of once.findings) codes.add(code);
      if (once.input.reading.ok) read++;
      const next = edited(random, text, lines);
      // what cannot be read at all is judged as a whole
      if (readSettings(next, options).ok || random.oneIn(5)) text = next;
    }
  }
  assert.ok(read > (FILES * EDITS) / 2, `${read} read`);
  assert.ok(codes.size > 40, `${codes.size} rules found something`);
});
