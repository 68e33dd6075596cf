import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selections } from '../../../server/src/service/index';
import { cursor } from './marked';

async function selected(marked: string): Promise<string[]> {
  const { analysis, offset } = await cursor(marked);
  return selections(analysis, offset).map(({ start, end }) => analysis.text.slice(start, end));
}

test('value, option, content, string, list, setting, file', async () => {
  assert.deepEqual(await selected('name = "a"\nvif = [ "mac=00:16:3e:00:00:01,bridge=xen|br0" ]\n'), [
    'xenbr0',
    'bridge=xenbr0',
    'mac=00:16:3e:00:00:01,bridge=xenbr0',
    '"mac=00:16:3e:00:00:01,bridge=xenbr0"',
    '[ "mac=00:16:3e:00:00:01,bridge=xenbr0" ]',
    'vif = [ "mac=00:16:3e:00:00:01,bridge=xenbr0" ]',
    'name = "a"\nvif = [ "mac=00:16:3e:00:00:01,bridge=xenbr0" ]\n',
  ]);
});

test('a positional part, a plain string, a name, a place outside', async () => {
  assert.deepEqual((await selected('disk = [ "/dev/x,raw,xv|da,rw" ]')).slice(0, 3), [
    'xvda',
    '/dev/x,raw,xvda,rw',
    '"/dev/x,raw,xvda,rw"',
  ]);
  assert.deepEqual(await selected('name = "a|b"'), ['ab', '"ab"', 'name = "ab"']);
  assert.deepEqual(await selected('na|me = "ab"'), ['name', 'name = "ab"']);
  assert.deepEqual(await selected('name = "ab"\n# |c\n'), ['name = "ab"\n# c\n']);
  assert.deepEqual(await selected('|'), ['']);
});

test('escapes', async () => {
  assert.deepEqual((await selected("vif = [ 'script=\\'a\\',bri|dge=b' ]")).slice(0, 2), ['bridge', 'bridge=b']);
});

test('Python: the nodes of its tree', async () => {
  assert.deepEqual((await selected('n = 1\nname = "a%d" % (n| + 1)\n')).slice(0, 4), [
    'n',
    'n + 1',
    '(n + 1)',
    '"a%d" % (n + 1)',
  ]);
});
