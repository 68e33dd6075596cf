import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { CONFIG_NAMES, readConfig } from '../../server/src/workspace/config';
import { configSchema } from '../../server/src/workspace/config-schema';
import { JsonError, type JsonNode, parseJson } from '../../server/src/workspace/json-places';

const validate = new Ajv({ strict: false }).compile(configSchema());

/** Texts of which the reader and the schema have to think the same. */
const CASES: readonly (readonly [object: unknown, good: boolean])[] = [
  [{}, true],
  [{ $schema: './x.json', release: '4.17' }, true],
  [{ release: '4.1' }, true],
  [{ release: 4.17 }, false],
  [{ release: '4.99' }, false],
  [{ release: null }, false],
  [{ severities: { 'mac-prefix': 'off', 'redundant-default': 'hint' } }, true],
  [{ severities: { 'no-such-rule': 'off' } }, false],
  [{ severities: { 'mac-prefix': 'loud' } }, false],
  [{ severities: [] }, false],
  [{ knownKeys: ['a', 'b'], excludes: ['*.old'] }, true],
  [{ knownKeys: 'a' }, false],
  [{ excludes: [1] }, false],
  [{ host: { cpus: 8, nodes: 1, memory: 4096, arch: 'arm64' } }, true],
  [{ host: { cpus: 0 } }, false],
  [{ host: { cpus: 1.5 } }, false],
  [{ host: { cpus: '8' } }, false],
  [{ host: { colour: 'red' } }, false],
  [{ host: { arch: 'sparc' } }, false],
  [{ colour: 'red' }, false],
  [[], false],
  ['4.17', false],
];

test('the reader and the JSON schema accept the same', () => {
  for (const [object, good] of CASES) {
    const text = JSON.stringify(object);
    assert.equal(readConfig(text).problems.length === 0, good, `reader: ${text}`);
    assert.equal(validate(object), good, `schema: ${text}`);
  }
});

test('the schema that the extension contributes is that of the reader, name by name', () => {
  const schema = JSON.parse(readFileSync('schemas/xencfg.schema.json', 'utf8'));
  assert.deepEqual(schema, JSON.parse(JSON.stringify(configSchema())), 'node scripts/man.mjs');
  assert.deepEqual(Object.keys(schema.properties).sort(), ['$schema', ...CONFIG_NAMES].sort());
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(manifest.contributes.jsonValidation, [
    { fileMatch: '.xencfg.json', url: './schemas/xencfg.schema.json' },
  ]);
});

test('what is wrong is said at its place, and the rest counts', () => {
  const text =
    '{\n  "release": "4.17",\n  "severities": { "mac-prefix": "off", "mac-prefiks": "off" },\n  "host": { "cpus": -1 }\n}\n';
  const { config, problems } = readConfig(text);
  assert.equal(config.release, 417);
  assert.deepEqual(config.severities, { 'mac-prefix': 'off' });
  assert.deepEqual(
    problems.map(({ span }) => text.slice(span.start, span.end)),
    ['"mac-prefiks"', '-1'],
  );
});

test('JSON is read as JSON.parse reads it, and refused where it is not', () => {
  const good = [
    '{}',
    ' [1, -2.5e3, true, false, null, "a\\u00e9\\n"] ',
    '{"a": {"b": []}, "c": "\u00e9"}',
    '\ufeff{"a":1}',
    '"\\ud800"',
    '{"a":1,"a":2}',
  ];
  for (const text of good) assert.deepEqual(plain(parseJson(text)), JSON.parse(text.replace(/^\ufeff/, '')), text);
  const bad = [
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '[1 2]',
    '01',
    '1.',
    '.5',
    '"\n"',
    '"\\x"',
    '{} x',
    'nul',
  ];
  for (const text of [...bad, '{"a" 1}', '// c\n{}', 'NaN', '['.repeat(5000)]) {
    assert.throws(() => parseJson(text), JsonError, text);
    assert.throws(() => JSON.parse(text), SyntaxError, text);
  }
});

test('every beginning of a configuration is refused, with a place inside of it', () => {
  const text = JSON.stringify({ release: '4.17', severities: { 'mac-prefix': 'off' }, host: { cpus: 2 } }, null, 1);
  for (let end = 0; end < text.length; end++) {
    const { problems } = readConfig(text.slice(0, end));
    assert.equal(problems.length, 1, text.slice(0, end));
    assert.ok(problems[0]!.span.start <= end);
  }
});

function plain({ value }: JsonNode): unknown {
  if (value.kind === 'array') return value.items.map(plain);
  if (value.kind === 'object')
    return Object.fromEntries(value.members.map((member) => [member.name, plain(member.value)]));
  return value.value;
}
