import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/service/index';
import { cursor } from './marked';

/** What the hover is about, and what it says. */
async function hovered(marked: string): Promise<[string, string]> {
  const { analysis, offset } = await cursor(marked);
  const found = hover(analysis, offset);
  return found ? [analysis.text.slice(found.span.start, found.span.end), found.markdown] : ['', ''];
}

test('a variable: its value at that place, and where it is from', async () => {
  const [about, says] = await hovered('vm = 3\nvm = vm + 4\nname = "vm%d" % v|m\nvm = 9 * 1\n');
  assert.equal(about, 'vm');
  assert.match(says, /```xen-cfg\n7\n```/);
  assert.match(says, /Set in line 2: `vm = vm \+ 4`/);
});

test('a setting that Python computes: the value, then the key', async () => {
  const [about, says] = await hovered('vm = 3\nna|me = "vm%d" % vm\n');
  assert.equal(about, 'name');
  assert.match(says, /'vm3'[\s\S]*---[\s\S]*\*\*name\*\*/);
});

test('an expression: the smallest one around the cursor', async () => {
  const text = 'vm = 3\nname = "vm%d" % (vm |+ 1) + "x"\n';
  const [about, says] = await hovered(text);
  assert.equal(about, 'vm + 1');
  assert.match(says, /\n4\n/);
  const [whole, value] = await hovered('vm = 3\nname = "v|m%d" % vm\n');
  assert.equal(whole, '"vm%d" % vm');
  assert.match(value, /'vm3'/);
});

test('what is not known, and why', async () => {
  const [, says] = await hovered('import time\nt = time.time()\nname = "a%d" % t|\n');
  assert.match(says, /What it comes to is not known: /);
  assert.match(says, /See line 2/);
});

test('what is taken for granted about the machine', async () => {
  const [, says] = await hovered('import os\nn| = os.uname()[4]\nname = "a" + n\n');
  assert.match(says, /Takes for granted|not known/);
});

test('nothing inside of functions and loops, and the key alone for settings as xl reads them', async () => {
  const [, inner] = await hovered('def f(a):\n    return a |+ 1\nmemory = f(2)\n');
  assert.equal(inner, '');
  const [, plain] = await hovered('vm = 3\nname = "vm%d" % vm\nmem|ory = 512\n');
  assert.match(plain, /^\*\*memory\*\*/);
});
