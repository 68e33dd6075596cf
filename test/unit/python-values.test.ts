import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate, type Python } from '../../server/src/python';
import { pythonForTests } from './python-for-tests';
import { show } from './python-show';

let parser: Python;
before(async () => {
  parser = await pythonForTests();
});

function resultOf(expression: string): unknown {
  const { variables, error } = evaluate(parser.parse(`import os, re, string\nresult = ${expression}\n`));
  if (error) return `${error.type}: ${error.message}`;
  return show(variables.get('result')!.value);
}

test('expressions come to what Python 2.7 makes of them', () => {
  const expected: readonly (readonly [string, unknown])[] = [
    ['7 / 2', 3],
    ['-7 / 2', -4],
    ['-7 % 3', 2],
    ['7.0 / 2', 3.5],
    ['2 ** 64', '18446744073709551616L'],
    ['9223372036854775807 + 1', '9223372036854775808L'],
    ['0777 + 0o17 + 0b11 + 0x1F', 511 + 15 + 3 + 31],
    ['10L', '10L'],
    ['1 < 2 < 3', true],
    ['1 <> 2', true],
    ["'a' < 1", false],
    ['None < 0', true],
    ["'a' 'b' \"c\"", 'abc'],
    ["r'\\n' + '\\x41\\101\\q'", '\\nAA\\q'],
    ["'''a\nb'''", 'a\nb'],
    ["u'x'", 'u:x'],
    ["len('é')", 2],
    ["'%02x:%5.1f|%-4s|%r' % (10, 2.25, 'a', 'b')", "0a:  2.2|a   |'b'"],
    ["'%(a)s-%(b)d' % {'a': 1, 'b': 2}", '1-2'],
    ["'%s' % 1e16", '1e+16'],
    ['str(1.0) + repr(0.1) + str(1/3.0)', '1.00.10.333333333333'],
    ["'{0}-{1:>3}-{x}'.format('a', 5, x=1)", 'a-  5-1'],
    ["'a,b,c'.split(',')[-1]", 'c'],
    ["'abcdef'[::-2]", 'fdb'],
    ["' '.join(['a', 'b']).upper()", 'A B'],
    ['[x * 2 for x in range(4) if x]', [2, 4, 6]],
    ["sorted({'b': 1, 'a': 2})", ['a', 'b']],
    [
      "zip('ab', [1, 2])",
      [
        ['tuple', 'a', 1],
        ['tuple', 'b', 2],
      ],
    ],
    ["'x' if re.search('64', 'x86_64') else 'y'", 'x'],
    ["re.match('(\\w+)-(\\d+)', 'vm-12').group(2)", '12'],
    ["re.sub('[0-9]+', 'N', 'a12b3')", 'aNbN'],
    ["os.path.join('/dev', 'vg', 'lv')", '/dev/vg/lv'],
    ['string.ascii_lowercase[3]', 'd'],
    ['map(str, [1, 2])', ['1', '2']],
    ['not [] and (1 or 2)', 1],
    ['hex(255) + oct(8) + chr(65)', '0xff010A'],
    ["int('0x1f', 16) + int(' 7 ')", 38],
    ['min(3, 1, 2) + max([1, 5]) + sum([1, 2]) + abs(-4)', 13],
    ['1 / 0', 'ZeroDivisionError: integer division or modulo by zero'],
    ["'a' + 1", "TypeError: cannot concatenate 'str' and 'int' objects"],
    ["'%d' % 'x'", 'TypeError: %d format: a number is required, not str'],
    ["'%s'  % (1, 2)", 'TypeError: not all arguments converted during string formatting'],
    ['[1][5]', 'IndexError: list index out of range'],
    ["{'a': 1}['b']", "KeyError: 'b'"],
  ];
  for (const [expression, value] of expected) assert.deepEqual(resultOf(expression), value, expression);
});
