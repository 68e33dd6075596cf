import type { Random } from './random';
import { additions, statements, type TextGenerator } from './texts';
import { NUMBERS, STRINGS } from './words';

const DIGITS = ['0123456789', '01234567', '0123456789abcdef', '0123456789ABCDEFabcdef', '01'];
const LIMITS = [
  '9223372036854775807',
  '9223372036854775808',
  '0x7fffffffffffffff',
  '0x8000000000000000',
  '0777777777777777777777',
  '01000000000000000000000',
  '18446744073709551616',
  '0',
  '1',
  '255',
  '256',
  '0377',
  '0400',
  '0xff',
  '0x100',
];
const BEFORE = ['', '', '', '', ' ', '\t', '\\n', '\\v\\f', '\\r ', '  ', '_', '\xc2\xa0', 'x'];
const SIGNS = ['', '', '', '-', '+', '--', '+-', '- '];
const BASES = ['', '', '0', '0x', '0X', '0b', '00', '0o'];
const BEHIND = ['', '', '', '', ' ', 'L', '.0', 'k', 'x', 'g', '\\n', '\xff', ',', '_000'];

function number(random: Random): string {
  if (random.oneIn(4)) return random.pick(SIGNS) + random.pick(LIMITS);
  const digits = random.pick(DIGITS);
  let text = '';
  for (let i = random.few(0, 20); i > 0; i--) text += random.pick([...digits]);
  return random.pick(BEFORE) + random.pick(SIGNS) + random.pick(BASES) + text + random.pick(BEHIND);
}

/** Settings with everything that strtol may meet, right and wrong, and what is no single value. */
const numbers: TextGenerator = (random) => {
  let text = '';
  for (let i = random.few(2, 8); i > 0; i--) {
    const operator = random.oneIn(8) ? '+=' : '=';
    const value = random.oneIn(8)
      ? random.pick(['[]', '["1"]', '[1,2]', '[[1]]', '[1,[2],3]', ...NUMBERS, `"${random.pick(STRINGS)}"`])
      : `"${number(random)}"`;
    text += `${'abcdefgh'[random.below(8)]}${operator}${value}\n`;
  }
  return text;
};

/** Every kind of text whose typed readings are compared. */
export const NUMBER_KINDS = {
  numbers: { share: 70, generate: numbers },
  statements: { share: 20, generate: statements },
  additions: { share: 10, generate: additions },
};
