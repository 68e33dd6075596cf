import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folds } from '../../../server/src/service/index';
import { analysed } from './marked';

/** `first-last kind` of each fold. */
async function folded(text: string): Promise<string[]> {
  return folds(await analysed(text)).map(({ startLine, endLine, kind }) =>
    `${startLine}-${endLine} ${kind ?? ''}`.trim(),
  );
}

test('lists: the closing bracket on a line of its own stays visible', async () => {
  assert.deepEqual(await folded('disk = [\n  "a",\n  "b",\n]\nvif = [ "x",\n  "y" ]\nboot = "c"\n'), ['0-2', '4-5']);
  assert.deepEqual(await folded('vnuma = [\n  [ "a",\n    "b" ],\n  [ "c" ]\n]\n'), ['0-3', '1-2']);
  assert.deepEqual(await folded('disk = [ "a" ]\nvif = [\n "x",\nname = "b"\n'), []);
});

test('comments of several lines, and regions', async () => {
  assert.deepEqual(await folded('# a\n# b\n\n# c\nname = "x" # d\n# e\n'), ['0-1 comment']);
  assert.deepEqual(await folded('# region disks\n# a\n# b\ndisk = []\n# endregion\n'), ['0-4 region', '1-2 comment']);
});

test('Python: blocks, lists, imports', async () => {
  const text = `import os
import sys
def f(n):
    if n:
        return 1
    return 2
disk = [
    "a" % (),
    "b",
]
for i in range(2):
    x = i
`;
  assert.deepEqual(await folded(text), ['0-1 imports', '2-5', '3-4', '6-8', '10-11']);
});

test('nothing in an empty text, and in one that cannot be read', async () => {
  for (const text of ['', '\n', 'a = [\n "b"\n', 'a = "\n"']) assert.deepEqual(await folded(text), []);
});
