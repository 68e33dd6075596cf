import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  definitionsAt,
  occurrencesAt,
  renameMention,
  renameVariable,
  renamingAt,
} from '../../../server/src/service/index';
import { applyEdits } from '../../../server/src/syntax/span';
import { analysed, bracketed, cursor } from './marked';

/** The text with each place of the name at the cursor in ⟦ ⟧, and a ! where it gets its value. */
async function places(marked: string): Promise<string> {
  const { analysis, offset } = await cursor(marked);
  const found = occurrencesAt(analysis, offset);
  if (!found) return '';
  assert.ok(found.all.some(({ span }) => span.start === found.span.start));
  const text = bracketed(
    analysis.text,
    found.all.map(({ span }) => span),
  );
  return found.all
    .filter(({ write }) => write)
    .reduceRight((done, { span }) => {
      const at = span.start + 2 * found.all.filter((one) => one.span.start < span.start).length + 1;
      return `${done.slice(0, at)}!${done.slice(at)}`;
    }, text);
}

async function renamed(marked: string, name: string): Promise<string> {
  const { analysis, offset } = await cursor(marked);
  const result = renameVariable(analysis, offset, name);
  return 'problem' in result ? result.problem : applyEdits(analysis.text, result.edits);
}

async function defined(marked: string): Promise<string> {
  const { analysis, offset } = await cursor(marked);
  return bracketed(analysis.text, definitionsAt(analysis, offset));
}

test('a variable of Python, in its scope', async () => {
  assert.equal(
    await places('import os\nv|m = 7\nname = "vm%d" % vm\nmemory = vm * 2\n'),
    'import os\n⟦!vm⟧ = 7\nname = "vm%d" % ⟦vm⟧\nmemory = ⟦vm⟧ * 2\n',
  );
  const text = 'n = 1\ndef f(n, m=n):\n    k = n\n    return k\nmemory = f(n|)\n';
  assert.equal(await places(text), '⟦!n⟧ = 1\ndef f(n, m=⟦n⟧):\n    k = n\n    return k\nmemory = f(⟦n⟧)\n');
  assert.equal(
    await places('n = 1\ndef f(n):\n    k = n|\n    return k\nmemory = f(n)\n'),
    'n = 1\ndef f(⟦!n⟧):\n    k = ⟦n⟧\n    return k\nmemory = f(n)\n',
  );
  assert.equal(
    await places('n = 1\ndef f():\n    global n\n    n| = 2\nf()\nx = n.n\n'),
    '⟦!n⟧ = 1\ndef f():\n    global ⟦n⟧\n    ⟦!n⟧ = 2\nf()\nx = ⟦n⟧.n\n',
  );
});

test('comprehensions: those of lists share their names, others have their own', async () => {
  assert.equal(await places('a = [x| for x in (1, 2)]\nb = x\n'), 'a = [⟦x⟧ for ⟦!x⟧ in (1, 2)]\nb = ⟦x⟧\n');
  assert.equal(await places('x = 1\na = list(x| for x in (1, 2))\n'), 'x = 1\na = list(⟦x⟧ for ⟦!x⟧ in (1, 2))\n');
});

test('what values speak of: guests, bridges, addresses, scripts, images', async () => {
  assert.equal(
    await places('name = "a"\nvif = [ "bridge=xen|br0", "bridge=xenbr0,script=s" ]\nextra = "xenbr0"\n'),
    'name = "a"\nvif = [ "bridge=⟦xenbr0⟧", "bridge=⟦xenbr0⟧,script=s" ]\nextra = "xenbr0"\n',
  );
  assert.equal(
    await places('name = "sto|re"\ndisk = [ "vdev=xvda,backend=store,target=/x" ]\n'),
    'name = "⟦!store⟧"\ndisk = [ "vdev=xvda,backend=⟦store⟧,target=/x" ]\n',
  );
  assert.equal(
    await places('disk = [ "/srv/a|.img,raw,xvda,r", "vdev=xvdb,target=/srv/a.img" ]\n'),
    'disk = [ "⟦/srv/a.img⟧,raw,xvda,r", "vdev=xvdb,target=⟦/srv/a.img⟧" ]\n',
  );
});

test('keys that stand more than once', async () => {
  assert.equal(await places('memory = 5\nme|mory = 6\n'), '⟦!memory⟧ = 5\n⟦!memory⟧ = 6\n');
  assert.equal(await places('memory = 5|\n'), '');
  assert.equal(await places('# mem|ory\n'), '');
});

test('definition: the last place before it where it gets its value', async () => {
  assert.equal(await defined('n = 1\nn = 2\nx = n| + 1\nn = 3\n'), 'n = 1\n⟦n⟧ = 2\nx = n + 1\nn = 3\n');
  assert.equal(
    await defined('def f():\n    return n|\nn = 3\nx = f()\n'),
    'def f():\n    return n\n⟦n⟧ = 3\nx = f()\n',
  );
  assert.equal(await defined('memory = |5\n'), 'memory = 5\n');
});

test('rename: a variable, where the program stays the same', async () => {
  assert.equal(
    await renamed('vm| = 7\nname = "vm%d" % vm\ndef f(vm):\n    return vm\n', 'id_'),
    'id_ = 7\nname = "vm%d" % id_\ndef f(vm):\n    return vm\n',
  );
  assert.match(await renamed('vm| = 7\nname = "vm%d" % vm\n', 'memory'), /name of a setting/);
  assert.match(await renamed('vm| = 7\nname = "vm%d" % vm\n', 'not'), /no name/);
  assert.match(await renamed('vm| = 7\nb = vm * 1\n', 'b'), /in use/);
  assert.match(await renamed('import os\nx = o|s.name\n', 'b'), /from the module/);
  assert.match(await renamed('vm = 7\nname| = "vm%d" % vm\n', 'b'), /name of a setting/);
  assert.match(await renamed('vm| = 7\nname = "vm%(vm)d" % locals()\n', 'b'), /by their names/);
  assert.match(await renamed('x = "%s" % vm|\n', 'b'), /outside of this file/);
  assert.match(await renamed('def f(a|=1):\n    return a\nx = f(a=2)\n', 'b'), /argument in a call/);
});

test('rename: what values speak of; a key of the file has its name from xl', async () => {
  const analysis = await analysed('name = "a"\ndisk = [ "vdev=xvda,backend=a,target=/a" ]\n');
  const result = renameMention(analysis, 'guest', 'a', 'store');
  assert.ok('edits' in result);
  assert.equal(
    applyEdits(analysis.text, result.edits),
    'name = "store"\ndisk = [ "vdev=xvda,backend=store,target=/a" ]\n',
  );
  for (const bad of ['', 'a,b', 'a"b', ' a', 'a\\b', 'a\nb'])
    assert.ok('problem' in renameMention(analysis, 'guest', 'a', bad), bad);
  const key = await cursor('mem|ory = 5\n');
  assert.ok('problem' in renamingAt(key.analysis, key.offset)!);
  const comment = await cursor('# x|\n');
  assert.equal(renamingAt(comment.analysis, comment.offset), undefined);
});
