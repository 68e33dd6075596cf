import type { Corpus } from './corpus';
import { INSERTS } from './fragments';
import type { Random } from './random';

type Mutation = (random: Random, text: string, corpus: Corpus) => string;

const TOKEN = /"[^"\n]*"|'[^'\n]*'|[a-z][a-z0-9_.]*|[0-9][0-9a-fx]*|\+=|#[^\n]*|\n|[ \t]+|./gs;

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/** Replaces one item of a text that was cut into pieces. */
function onPieces(
  random: Random,
  pieces: string[],
  glue: string,
  change: (pieces: string[], at: number) => void,
): string {
  if (pieces.length > 0) change(pieces, random.below(pieces.length));
  return pieces.join(glue);
}

const insertSomething: Mutation = (random, text) =>
  splice(text, random.below(text.length + 1), 0, random.pick(INSERTS));

const removeByte: Mutation = (random, text) => splice(text, random.below(text.length + 1), 1, '');

const changeByte: Mutation = (random, text) =>
  splice(
    text,
    random.below(text.length + 1),
    1,
    String.fromCharCode(random.oneIn(2) ? random.below(256) : 32 + random.below(95)),
  );

const cut: Mutation = (random, text) => text.slice(0, random.below(text.length + 1));

const removeChunk: Mutation = (random, text) => splice(text, random.below(text.length + 1), random.few(2, 40), '');

const changeToken: Mutation = (random, text) =>
  onPieces(random, text.match(TOKEN) ?? [], '', (tokens, at) => {
    const other = random.pick(tokens);
    switch (random.below(4)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, other);
        break;
      case 2:
        tokens[at] = other;
        break;
      default:
        tokens[at] = random.pick(INSERTS);
    }
  });

const changeLine: Mutation = (random, text, corpus) =>
  onPieces(random, text.split('\n'), '\n', (lines, at) => {
    const line = lines[at]!;
    switch (random.below(7)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, random.pick(corpus.lines));
        break;
      case 2:
        lines[at] = random.pick(corpus.lines);
        break;
      case 3:
        lines.splice(at, 0, line);
        break;
      case 4:
        lines[at] = `#${line}`;
        break;
      case 5:
        lines[at] = `${line} # c`;
        break;
      default:
        lines[at] = line + random.pick(['\\', ',', ';', ' x', '"', '\r', ']', ' =', '%', '\0']);
    }
  });

const joinLines: Mutation = (random, text) => {
  const at = text.indexOf('\n', random.below(text.length + 1));
  return at < 0 ? text : splice(text, at, 1, random.pick(['', ' ', ';', ',']));
};

/** Takes one of the characters that come in pairs, or separate. */
const unbalance: Mutation = (random, text) => {
  const places = [...text.matchAll(/["'[\],=;\n]/g)];
  return places.length === 0 ? text : splice(text, random.pick(places).index, 1, '');
};

const wholeText: Mutation = (random, text) => {
  switch (random.below(7)) {
    case 0:
      return text.replaceAll('\n', '\r\n');
    case 1:
      return `\xef\xbb\xbf${text}`;
    case 2:
      return text.replace(/\n+$/, '');
    case 3:
      return text.replaceAll('=', '+=');
    case 4:
      return text.replaceAll('\n', '\r');
    case 5:
      return text.replace(/\n$/, random.pick([' # end', '%', ' ', '\0', '"', '\xff', '\xc3\xa9', ' %']));
    default:
      return text.toUpperCase();
  }
};

const MUTATIONS: readonly Mutation[] = [
  insertSomething,
  insertSomething,
  insertSomething,
  removeByte,
  removeByte,
  changeByte,
  changeByte,
  cut,
  removeChunk,
  changeToken,
  changeToken,
  changeToken,
  changeLine,
  changeLine,
  joinLines,
  unbalance,
  unbalance,
  wholeText,
];

/** A byte string after `times` random changes at the level of bytes, tokens and lines. */
export function mutate(random: Random, text: string, corpus: Corpus, times: number): string {
  let out = text;
  for (let i = 0; i < times; i++) out = random.pick(MUTATIONS)(random, out, corpus);
  return out;
}
