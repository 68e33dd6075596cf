import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/syntax/reading';
import { atoi, LONG_MAX, LONG_MIN, strtol, strtoul, ULONG_MAX } from '../../server/src/syntax/strtol';
import { leadingStrings, TypedReading } from '../../server/src/syntax/typed';

function typed(text: string, release = 417) {
  const warnings: string[] = [];
  const settings = new TypedReading(readSettings(text, { release }), {
    release,
    source: 'f',
    warn: (warning) => warnings.push(warning),
  });
  return { settings, warnings };
}

test('strtol chooses the numeral system by the prefix, and stops where the number ends', () => {
  assert.deepEqual(strtol(' \t-0x1Fz', 0), { value: -31n, end: 7, overflow: false });
  assert.deepEqual(strtol('010', 0), { value: 8n, end: 3, overflow: false });
  assert.deepEqual(strtol('08', 0), { value: 0n, end: 1, overflow: false });
  assert.deepEqual(strtol('0x', 0), { value: 0n, end: 1, overflow: false });
  assert.deepEqual(strtol('x', 0), { value: 0n, end: 0, overflow: false });
  assert.deepEqual(strtol('010', 10), { value: 10n, end: 3, overflow: false });
  assert.deepEqual(strtol('0x1g', 16), { value: 1n, end: 3, overflow: false });
});

test('strtol and strtoul stop at the ends of their types', () => {
  assert.deepEqual(strtol('9223372036854775808', 0), { value: LONG_MAX, end: 19, overflow: true });
  assert.deepEqual(strtol('-9223372036854775808', 0), { value: LONG_MIN, end: 20, overflow: false });
  assert.deepEqual(strtol(`-${'9'.repeat(500)}`, 10), { value: LONG_MIN, end: 501, overflow: true });
  assert.deepEqual(strtoul('-1', 10), { value: ULONG_MAX, end: 2, overflow: false });
  assert.deepEqual(strtoul('18446744073709551616', 10), { value: ULONG_MAX, end: 20, overflow: true });
  assert.equal(atoi('4294967295'), -1);
});

test('the last setting of a name counts', () => {
  const { settings } = typed('a="1"\na=2\n');
  assert.equal(settings.string('a'), '2');
  assert.equal(settings.has('b'), false);
});

test('a list where a single value is wanted is none, with a warning unless quiet', () => {
  const { settings, warnings } = typed('\na=["x"]\n');
  assert.equal(settings.string('a', 'quiet'), undefined);
  assert.deepEqual(warnings, []);
  assert.equal(settings.string('a'), undefined);
  assert.equal(settings.long('a'), undefined);
  const warning = "f:2: warning: parameter `a' is a list but should be a single value";
  assert.deepEqual(warnings, [warning, warning]);
});

test('a single value where a list is wanted is none, with a warning unless quiet', () => {
  const { settings, warnings } = typed('a="x"\n');
  assert.equal(settings.list('a', 'quiet'), undefined);
  assert.deepEqual(warnings, []);
  assert.equal(settings.strings('a'), undefined);
  assert.deepEqual(warnings, ["f:1: warning: parameter `a' is a single value but should be a list"]);
});

test('numbers: what is none, what has too many digits, and bounds, each with its warning', () => {
  const { settings, warnings } = typed('a="1x"\nb="99999999999999999999"\nc=""\nd=5\n');
  assert.equal(settings.long('a'), undefined);
  assert.equal(settings.long('b'), undefined);
  assert.equal(settings.long('c'), undefined);
  assert.equal(settings.boundedLong('d', 0n, 4n), undefined);
  assert.equal(settings.boundedLong('d', 6n, 9n), undefined);
  assert.equal(settings.boundedLong('d', 5n, 5n), 5n);
  assert.equal(settings.defbool('d'), true);
  assert.deepEqual(warnings, [
    "f:1: warning: parameter `a' is not a valid number",
    "f:2: warning: parameter `b' could not be parsed as a number: Numerical result out of range",
    "f:3: warning: parameter `c' is not a valid number",
    "f:4: warning: value `5' is greater than maximum bound '4'",
    "f:4: warning: value `5' is smaller than minimum bound '6'",
  ]);
});

test('numbers and += do not go together from 4.13 on', () => {
  const { settings, warnings } = typed('a+=1\n');
  assert.equal(settings.long('a'), undefined);
  assert.equal(settings.string('a'), '1');
  assert.deepEqual(warnings, ["f:1: warning: can't use += with numbers for parameter `a'"]);
});

test('strings of a list end at the first nested list', () => {
  assert.deepEqual(leadingStrings(['a', ['b'], 'c']), ['a']);
});
