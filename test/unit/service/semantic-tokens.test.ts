import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analysis, eachToken, TOKEN_TYPES } from '../../../server/src/service/index';
import type { Span } from '../../../server/src/syntax/span';
import { analysed } from './marked';

function semanticTokens(analysis: Analysis, within?: Span) {
  const found: { span: Span; type: string; deprecated: boolean }[] = [];
  const take = (start: number, end: number, type: number, deprecated: boolean) =>
    found.push({ span: { start, end }, type: TOKEN_TYPES[type]!, deprecated });
  eachToken(analysis, take, within);
  return found;
}

async function words(text: string): Promise<string[]> {
  const analysis = await analysed(text);
  return semanticTokens(analysis).map(
    ({ span, type, deprecated }) =>
      `${analysis.text.slice(span.start, span.end)}: ${type}${deprecated ? ' deprecated' : ''}`,
  );
}

test('keys that xl knows, those that are replaced, those of xm, and others', async () => {
  assert.deepEqual(await words('memory = 5\nbuilder = "hvm"\nvcpu_avail = 3\nfoo = 1\n'), [
    'memory: property',
    'builder: property deprecated',
    'vcpu_avail: property deprecated',
    'foo: variable',
  ]);
});

test('options, words, flags, numbers and prefixes in specs', async () => {
  assert.deepEqual(await words('disk = [ "phy:/dev/x,xvda,rw,discard" ]\nvif = [ "bridge=a,type=vif,nonsense=1" ]'), [
    'disk: property',
    'phy:: keyword',
    'rw: enumMember',
    'discard: enumMember',
    'vif: property',
    'bridge: parameter',
    'type: parameter',
    'vif: enumMember',
  ]);
});

test('names of Python', async () => {
  assert.deepEqual(await words('import os\ndef f(a):\n    return a\nx = f(3)\nname = "v%d" % x\nmemory = 5\n'), [
    'os: namespace',
    'f: function',
    'a: parameter',
    'a: variable',
    'x: variable',
    'f: function',
    'name: property',
    'x: variable',
    'memory: property',
  ]);
});

test('in order, without overlaps, also for a part of the text', async () => {
  const text = 'name = "a"\nvif = [ "bridge=a" ]\nx = "%s" % name\ndisk = [ "/dev/x,raw,xvda,rw" ]\n';
  const analysis = await analysed(text);
  const all = semanticTokens(analysis);
  for (const [i, { span }] of all.entries()) assert.ok(i === 0 || all[i - 1]!.span.end <= span.start);
  const within = { start: text.indexOf('vif'), end: text.indexOf('x =') };
  const some = semanticTokens(analysis, within);
  const wanted = all.filter(({ span }) => span.start >= within.start && span.end <= within.end);
  assert.equal(wanted.length, 2);
  assert.deepEqual(some.slice(0, 2), wanted);
  assert.ok(some.length < all.length);
});
