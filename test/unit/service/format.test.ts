import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, formatOnType } from '../../../server/src/service/index';
import { applyEdits } from '../../../server/src/syntax/span';
import { analysed, cursor } from './marked';

const options = { indent: '    ' };

async function formatted(text: string): Promise<string> {
  return applyEdits(text, format(await analysed(text), options));
}

async function typed(marked: string): Promise<string> {
  const { analysis, offset } = await cursor(marked);
  return applyEdits(analysis.text, formatOnType(analysis, options, offset));
}

test('one blank around =, none before a semicolon or at the end of a line', async () => {
  assert.equal(
    await formatted('name="a"\n  memory =5 ;vcpus=  2   \nboot\t=\t"c"'),
    'name = "a"\nmemory = 5;vcpus = 2\nboot = "c"',
  );
  assert.equal(await formatted('a="x"# c\nb="y"   # d\n'), 'a = "x" # c\nb = "y"   # d\n');
});

test('where = stand in one column, they stay there', async () => {
  const text = 'name   = "a"\nmemory = 5\n\n# c\nvif    = []\n';
  assert.equal(await formatted(text), text);
  const wide = 'name      = "a"\nmemory    = 5\n';
  assert.equal(await formatted(`${wide}\nvif=[]\n`), `${wide}\nvif = []\n`);
  assert.equal(await formatted('name  = "a"\nmemory = 5\n'), 'name = "a"\nmemory = 5\n');
  assert.equal(await formatted('name   = "a"\n'), 'name = "a"\n');
});

test('lists on one line: a blank behind commas, the blanks within brackets as they begin', async () => {
  assert.equal(
    await formatted('a=["x","y" ,"z"]\nb = [ "x","y"]\nc=[]\nd=[  ]\ne=[["x"],["y"]]\n'),
    'a = ["x", "y", "z"]\nb = [ "x", "y" ]\nc = []\nd = [ ]\ne = [["x"], ["y"]]\n',
  );
});

test('lists on several lines: an entry a line, comments where they were', async () => {
  assert.equal(
    await formatted('disk = [ "a", # one\n# "out",\n   # two\n"b","c"\n ]\n'),
    'disk = [\n    "a", # one\n# "out",\n    # two\n    "b",\n    "c"\n]\n',
  );
  assert.equal(
    await formatted('v = [\n["a",\n"b"],["c"] ]\n'),
    'v = [\n    [\n        "a",\n        "b"\n    ],\n    ["c"]\n]\n',
  );
});

test('lists with commas at the start of lines stay', async () => {
  const text = 'disk = [ "a"\n       , "b"\n       ]\n';
  assert.equal(await formatted(text), text);
});

test('what xl cannot read stays, and so does what is around comments of their own', async () => {
  for (const text of ['disk=[ "a" "b"\n]\n', 'name=  "a\n', '  # x  \n#y\n', 'memory=5 6\n', '', '\n\n']) {
    const result = await formatted(text);
    assert.equal(result, text);
  }
});

test('Python: settings as xl reads them alone, and never the indentation', async () => {
  const text = 'vm=3\nname="a%d"%vm\nif vm==3:\n    memory=5\ndisk=["a",\n"b"]\n';
  assert.equal(
    await formatted(text),
    'vm = 3\nname="a%d"%vm\nif vm==3:\n    memory=5\ndisk = [\n    "a",\n    "b"\n]\n',
  );
});

test('a part of the text', async () => {
  const text = 'name="a"\nmemory=5\nvcpus=2\n';
  const analysis = await analysed(text);
  const within = { start: text.indexOf('memory'), end: text.indexOf('memory') + 3 };
  assert.equal(applyEdits(text, format(analysis, options, within)), 'name="a"\nmemory = 5\nvcpus=2\n');
});

test('while typing: the setting that was ended', async () => {
  assert.equal(await typed('vcpus=2\nname="a"\n|\nmemory=5\n'), 'vcpus=2\nname = "a"\n\nmemory=5\n');
  assert.equal(await typed('disk=["a",\n"b"]|\n'), 'disk = [\n    "a",\n    "b"\n]\n');
  assert.equal(await typed('name="a";|\n'), 'name = "a";\n');
  assert.equal(await typed('disk=["a",\n|"b"]\n'), 'disk=["a",\n"b"]\n');
  assert.equal(await typed('|name="a"\n'), 'name="a"\n');
});
