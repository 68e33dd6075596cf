import type { Corpus } from './corpus';
import type { Random } from './random';
import type { TextGenerator } from './texts';
import { NUMBERS, STRINGS } from './words';

const ATOM = /"[^"\\\n]*"|'[^'\\\n]*'|(?<![\w.])[0-9][0-9a-fx]*/g;
const SETTING = /^[ \t]*[a-z][a-z0-9_.]*[ \t]*=.*$/gm;

/** What stands between, before and behind the parts of a spec. */
const PIECES = [
  ',',
  ';',
  '=',
  ':',
  '-',
  '^',
  '@',
  ' ',
  '',
  '0',
  '1',
  '-1',
  '99999',
  '/',
  '.',
  '*',
  'x',
  '0x10',
  'yes',
  'all',
  'none',
  ',,',
  'é',
];

function replaceOne(random: Random, text: string, pattern: RegExp, by: (found: string) => string): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const place = random.pick(places);
  return text.slice(0, place.index) + by(place[0]) + text.slice(place.index + place[0].length);
}

/** Another part for one part of a spec, or none, or one more. */
export function changeSpec(random: Random, content: string): string {
  const parts = content.split(/([,;=:@^-])/);
  const at = random.below(parts.length);
  parts.splice(at, random.below(2), random.oneIn(3) ? random.pick(parts) : random.pick(PIECES));
  return parts.join('');
}

function changedAtom(random: Random, found: string): string {
  const quote = /^["']/.test(found) ? found[0]! : '';
  const content = quote ? found.slice(1, -1) : found;
  switch (random.below(6)) {
    case 0:
      return random.pick(NUMBERS);
    case 1:
      return `[ ${found} ]`;
    case 2:
      return `"${random.pick(STRINGS)}"`;
    default:
      return `${quote || '"'}${changeSpec(random, content)}${quote || '"'}`;
  }
}

function settingsOf(text: string): string[] {
  return text.match(SETTING) ?? [];
}

/** A guest file that libxlutil mostly still reads, with values, specs and settings changed: what xl makes of it is the question. */
export const changedGuest: TextGenerator = (random, corpus) => {
  let text = random.pick(corpus.files);
  for (let i = random.few(1, 5); i > 0; i--) {
    switch (random.below(8)) {
      case 0:
        text = replaceOne(random, text, SETTING, () => '');
        break;
      case 1:
        text += `\n${random.pick([...settingsOf(random.pick(corpus.files)), 'a=1'])}\n`;
        break;
      case 2:
        text = replaceOne(random, text, /^[ \t]*[a-z][a-z0-9_.]*/gm, () => random.pick(keysOf(corpus)));
        break;
      default:
        text = replaceOne(random, text, ATOM, (found) => changedAtom(random, found));
    }
  }
  return text;
};

const keys = new WeakMap<Corpus, string[]>();

/** Every name that is set somewhere in the corpus. */
function keysOf(corpus: Corpus): string[] {
  const known = keys.get(corpus);
  if (known) return known;
  const found = new Set<string>(['x']);
  for (const file of corpus.files)
    for (const setting of settingsOf(file)) found.add(/[a-z][a-z0-9_.]*/.exec(setting)![0]);
  const all = [...found];
  keys.set(corpus, all);
  return all;
}
