import {
  enumMembers,
  findLanguage,
  type KeyRow,
  keysFor,
  keyValues,
  languageAt,
  type Option,
  optionsOf,
  shapeOf,
} from '../../../server/src/schema';
import { changeSpec } from './guests';
import type { Random } from './random';
import type { TextGenerator } from './texts';
import { NUMBERS, STRINGS } from './words';

/** The release of the xl that Debian 12 has. */
const RELEASE = 417;
const KEYS = keysFor(RELEASE);

const PLACES = ['0', '1', '2', '3', '4', '7', '8', '15', '16', '17', '64', '128', '255', '256', '512', '1024', '65536'];
const TEXTS = [
  'a',
  'br0',
  '/dev/vg/a',
  'xvda',
  '00:16:3e:00:00:01',
  '01:00.0',
  '0-3',
  'all',
  '10Mb/s',
  '0',
  'Domain-0',
  '1,2',
];
const GUESTS = ['type="hvm"', 'type="pvh"\nkernel="/k"', 'type="pv"\nkernel="/k"', 'kernel="/k"', 'builder="hvm"'];

function integer(random: Random, range?: readonly [number, number]): string {
  if (range && random.oneIn(2)) return String(random.pick(range) + random.below(3) - 1);
  return random.oneIn(4) ? random.pick(NUMBERS) : random.pick(PLACES);
}

function optionValue(random: Random, option: Option): string {
  if (option.values && !random.oneIn(5)) return random.pick(enumMembers(option.values, RELEASE)).value;
  switch (option.type) {
    case 'integer':
    case 'integers':
      return integer(random, option.range);
    case 'boolean':
      return random.pick(['0', '1', 'true', 'yes']);
    default:
      return random.pick(random.oneIn(6) ? STRINGS : TEXTS);
  }
}

/** A string in a mini-language, mostly right; sometimes damaged. */
function spec(random: Random, name: string): string {
  const row = findLanguage(name);
  if (!row) return random.pick(STRINGS);
  const language = languageAt(row, RELEASE);
  const words = (language.values ?? []).flatMap((values) => enumMembers(values, RELEASE));
  const options = optionsOf(name, RELEASE);
  const part = () => {
    const option = options.length > 0 ? random.pick(options) : undefined;
    if (option?.kind === 'named') return `${option.name}${language.assign ?? '='}${optionValue(random, option)}`;
    if (option?.kind === 'prefix') return `${option.name}:${random.pick(TEXTS)}`;
    if (option?.kind === 'positional') return optionValue(random, option);
    if (option && random.oneIn(2)) return option.name;
    return words.length > 0 ? random.pick(words).value : random.pick(TEXTS);
  };
  const parts = Array.from({ length: random.few(1, 6) }, part);
  const text = parts.join(language.separator ?? random.pick([',', '-', '']));
  return random.oneIn(4) ? changeSpec(random, text) : text;
}

function atom(random: Random, key: KeyRow, listed: boolean): string {
  const language = listed ? (key.listLanguage ?? key.language) : key.language;
  const words = keyValues(key, RELEASE);
  if (random.oneIn(12)) return `"${random.pick(STRINGS)}"`;
  if (language && !random.oneIn(8)) return `"${spec(random, language)}"`;
  if (words.length > 0 && !random.oneIn(4)) return `"${random.pick(words).value}"`;
  switch (key.type) {
    case 'integer':
    case 'enum-or-integer':
      return integer(random, key.range);
    case 'boolean':
    case 'boolean-or-enum':
      return random.pick(['0', '1', '1', '2', '"1"']);
    case 'uuid':
      return random.pick(['"12345678-1234-1234-1234-123456789abc"', '"random"', '"x"', '"none"', '"generate"']);
    default:
      return `"${random.pick(TEXTS)}"`;
  }
}

function setting(random: Random): string {
  const key = random.pick(KEYS);
  const shape = random.oneIn(12) ? random.pick(['scalar', 'list', 'nested'] as const) : shapeOf(key);
  const listed = shape === 'list' || shape === 'nested' || (shape === 'either' && random.oneIn(2));
  const items = () => Array.from({ length: random.few(0, 4) }, () => atom(random, key, true)).join(', ');
  if (!listed) return `${key.name} = ${atom(random, key, false)}`;
  if (shape === 'nested')
    return `${key.name} = [ ${Array.from({ length: random.few(0, 3) }, () => `[ ${items()} ]`)} ]`;
  return `${key.name} = [ ${items()} ]`;
}

/** A small guest with settings of any keys that xl knows, their values made after the schema. */
export const schemaGuest: TextGenerator = (random) => {
  const lines = [random.pick(GUESTS), random.oneIn(20) ? '' : 'name="g"', random.oneIn(4) ? 'memory=512' : ''];
  for (let i = random.few(1, 8); i > 0; i--) lines.push(setting(random));
  return `${lines.join('\n')}\n`;
};
