import { type Corpus, utf8 } from './corpus';
import { ESCAPES, ODDITIES, TOKENS } from './fragments';
import { mutate } from './mutate';
import type { Random } from './random';
import { KEYS, NUMBERS, STATEMENTS, STRINGS } from './words';

/** A generator of config texts: byte strings, one character for each byte. */
export type TextGenerator = (random: Random, corpus: Corpus) => string;

const WORDS = STRINGS.map(utf8);
const LINES = STATEMENTS.map(utf8);

function quoted(random: Random, content: string): string {
  const quote = random.pick(['"', "'"]);
  return quote + content.replace(/["'\\\n]/g, '_') + quote;
}

function escapedString(random: Random): string {
  let content = '';
  for (let i = random.few(0, 6); i >= 0; i--) {
    content += random.oneIn(2)
      ? random.pick(ESCAPES)
      : random
          .pick(WORDS)
          .replace(/["'\\\n]/g, '')
          .slice(0, 8);
  }
  return `"${content}"`;
}

function atom(random: Random): string {
  if (random.oneIn(3)) return random.pick(NUMBERS);
  return random.oneIn(12) ? escapedString(random) : quoted(random, random.pick(WORDS));
}

/** Blanks, newlines and comments as they may stand between the tokens of a list. */
function gap(random: Random): string {
  if (!random.oneIn(4)) return random.pick(['', '', ' ', '\t']);
  return random.pick(['\n', ' \n ', '# c\n', ' # "x", ]\n\t', '\n\n', '#\n#\n']);
}

function value(random: Random, depth: number): string {
  if (depth === 0 || !random.oneIn(3)) return atom(random);
  let list = `[${gap(random)}`;
  const count = random.few(0, 5);
  for (let i = 0; i < count; i++) {
    const comma = i + 1 < count || random.oneIn(3) ? ',' : '';
    list += value(random, depth - 1) + gap(random) + comma + gap(random);
  }
  return `${list}]`;
}

function statement(random: Random, keys: readonly string[]): string {
  const operator = random.pick(['=', ' = ', '=', '+=', ' += ', '\t=']);
  return random.pick(keys) + operator + value(random, random.few(0, 4));
}

function ending(random: Random): string {
  return random.pick(['\n', '\n', '\n', '\n\n', ';', ' ; ', ' # c\n', ';\n', '  \n']);
}

/** Statements in the grammar; the last one with or without its newline. */
export const statements: TextGenerator = (random) => {
  const keys = random.oneIn(2) ? KEYS : KEYS.slice(0, 3);
  let text = '';
  for (let i = random.few(1, 9); i > 0; i--) text += statement(random, keys) + ending(random);
  return random.oneIn(3) ? text.replace(/\s+$/, '') : text;
};

/** Statements in the grammar, damaged. */
const damaged: TextGenerator = (random, corpus) => mutate(random, statements(random, corpus), corpus, random.few(1, 5));

/** A whole file, as it is or damaged. */
const file: TextGenerator = (random, corpus) => {
  const text = random.pick(corpus.files);
  return random.oneIn(10) ? text : mutate(random, text, corpus, random.few(1, 6));
};

/** Lines of guest files, thrown together. */
const lines: TextGenerator = (random, corpus) => {
  let text = '';
  for (let i = random.few(1, 14); i > 0; i--)
    text += random.pick(random.oneIn(2) ? LINES : corpus.lines) + random.pick(['\n', '\n', '\n', '\r\n', ';']);
  return random.oneIn(3) ? mutate(random, text, corpus, 1) : text;
};

/** Tokens in any order: every state of the parser meets every token, errors stand close together. */
const tokens: TextGenerator = (random) => {
  let text = '';
  const odd = random.pick([0, 5, 30]);
  for (let i = random.few(1, 24); i > 0; i--) {
    text += odd > 0 && random.oneIn(odd) ? random.pick(ODDITIES) : random.oneIn(5) ? '\n' : random.pick(TOKENS);
    if (random.oneIn(2)) text += ' ';
  }
  return text;
};

/** Strings with every escape, right and wrong, ended and not. */
const strings: TextGenerator = (random) => {
  let text = '';
  for (let i = random.few(1, 4); i > 0; i--) {
    const string = escapedString(random);
    text += `${random.pick(KEYS)}=${random.oneIn(8) ? string.slice(0, -1) : string}\n`;
  }
  return text;
};

/** Pieces of characters that addition puts together, rightly or wrongly. */
const HALVES = ['\xc3', '\xa9', '\xe6\x97', '\xa5', '\xf0\x9f', '\x98\x80', '\xed\xa0', '\x80', 'a\xc3', '\xa9b'];

/** Additions to a handful of names: joined, mixed, on names never set. */
export const additions: TextGenerator = (random) => {
  let text = '';
  for (let i = random.few(2, 9); i > 0; i--) {
    const half = random.oneIn(8) && random.pick(HALVES);
    const right = half ? `"${half}"` : random.oneIn(3) ? value(random, 2) : atom(random);
    text += `${random.pick(['a', 'b'])}${random.pick(['=', '+=', '+=', '+='])}${random.oneIn(3) ? `[${right}]` : right}${ending(random)}`;
  }
  return text;
};

/** Deep, wide and long ones. */
const large: TextGenerator = (random, corpus) => {
  const size = random.few(20, 400);
  switch (random.below(5)) {
    case 0:
      return `a=${'['.repeat(size)}${random.pick(['', '1', '"x",'])}${']'.repeat(size - random.few(0, 2))}\n`;
    case 1:
      return `a=[${`${atom(random)},${gap(random)}`.repeat(size)}]\n`;
    case 2:
      return `a="${random.pick(WORDS).repeat(size)}"${ending(random)}${random.pick(LINES)}`;
    case 3:
      return `${'#'.repeat(size)}\n${random.pick(['%', 'A', '\xe2\x82\xac', '"'])}${'x'.repeat(size)} ${random.pick(LINES)}`;
    default:
      return mutate(random, `${random.pick(corpus.files)}\n`.repeat(random.few(2, 4)), corpus, 3);
  }
};

const ALPHABETS = [
  Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)),
  [...'abc=[],;"\'\\\n #\t019x.+-'],
  [...'a="\\01x\n', '\xc3', '\xa9', '\xff', '\0'],
];

/** Bytes in any order: of all 256, or of those that mean something. */
const bytes: TextGenerator = (random) => {
  const alphabet = random.pick(ALPHABETS);
  let text = random.oneIn(3) ? 'a="' : '';
  for (let i = random.few(1, 40); i > 0; i--) text += random.pick(alphabet);
  return text;
};

/** Every kind of text with its share of a run, in percent. */
export const TEXT_KINDS: Readonly<Record<string, { share: number; generate: TextGenerator }>> = {
  statements: { share: 12, generate: statements },
  damaged: { share: 22, generate: damaged },
  file: { share: 10, generate: file },
  lines: { share: 12, generate: lines },
  tokens: { share: 20, generate: tokens },
  strings: { share: 6, generate: strings },
  additions: { share: 6, generate: additions },
  large: { share: 1, generate: large },
  bytes: { share: 11, generate: bytes },
};

/** Every text of up to two bytes, every pair of bytes behind a backslash, every sequence of up to four tokens. */
export function* everyShortText(): Iterable<string> {
  const byte = ALPHABETS[0]!;
  yield '';
  for (const first of byte) {
    yield first;
    for (const second of byte) yield first + second;
  }
  for (const first of byte) for (const second of byte) yield `a="\\${first}${second}"`;
  const alphabet = ['a', '1', '"s"', '[', ']', ',', '=', '+=', ';', '\n', '#\n', '%'];
  let sequences = [''];
  for (let length = 1; length <= 4; length++) {
    sequences = sequences.flatMap((start) => alphabet.map((token) => `${start}${token} `));
    yield* sequences;
  }
  for (const depth of [100, 1998, 1999, 2000, 2001, 2499, 2500, 3332, 3333, 3334, 4996, 4997, 4998, 4999, 12000]) {
    for (const open of ['[', '[1,', '[\n', '[1,\n', '[[],']) {
      yield `a=${open.repeat(depth)}`;
      yield `a=${open.repeat(depth)}${']'.repeat(depth)}\nb=1\n`;
    }
  }
}
