import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/syntax/reading';
import { atomOffset, parse } from '../../server/src/syntax/tree';
import { growth } from './growth';

const SMALL = 2000;
const TIMES = 16;

/** Texts of a size, each of which could cost its square somewhere. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  settings: (size) => 'name = "x" # c\n'.repeat(size),
  'one list': (size) => `a = [\n${'  "x", 1,\n'.repeat(size)}]\n`,
  'lists by +=': (size) => 'a += [ "x" ]\n'.repeat(size),
  'texts by +=': (size) => 'a += "x"\n'.repeat(size),
  '+= of a list to a text': (size) => 'a += "x"\na += [ 1 ]\n'.repeat(size),
  'many names': (size) => Array.from({ length: size }, (_, i) => `a${i} += 1\n`).join(''),
  'an error on each line': (size) => 'a = x y\n'.repeat(size),
  'an open list on each line': (size) => 'a = [ "x",\n'.repeat(size),
  'an open string on each line': (size) => 'a = "x\n'.repeat(size),
  'open strings on one line': (size) => `a = ${'"\' '.repeat(size)}`,
  'carriage returns': (size) => 'a = "x"\r\n'.repeat(size),
  'stray bytes': (size) => '% '.repeat(size),
  'a last line of #': (size) => '# '.repeat(size),
  'brackets never closed': (size) => `a=${'['.repeat(size)}`,
  'brackets closed': (size) => `a=${'['.repeat(size)}${']'.repeat(size)}`,
  'an open list and empty lines': (size) => `a = [${'\n'.repeat(size)}x`,
  'an open string of blanks': (size) => `a = "${' '.repeat(size)}x`,
  'a comment of blanks without its newline': (size) => `a = [ 1 ] #${' '.repeat(size)}x`,
  'a string of escapes': (size) => `a = "${'\\t\\012'.repeat(size)}"\n`,
  'NULs in strings': (size) => 'a = "\0"\n'.repeat(size),
  'lone bytes': (size) => `a = "\\012${'\udcc3'.repeat(size)}"\n`,
};

function readAll(text: string): unknown {
  const settings = readSettings(text);
  const tree = parse(text);
  for (const { value } of tree.settings) {
    if (value.kind === 'string') atomOffset(tree, value, value.text.length);
  }
  return [settings, tree];
}

for (const [what, text] of Object.entries(TEXTS)) {
  test(`no cost grows with the square of the text: ${what}`, () => {
    const texts = new Map([SMALL, SMALL * TIMES].map((size) => [size, text(size)]));
    const grown = growth((size) => readAll(texts.get(size)!), SMALL, TIMES);
    // the square would be TIMES * TIMES
    assert.ok(grown < TIMES * 8, `${TIMES} times the text costs ${grown.toFixed(0)} times as much`);
  });
}
