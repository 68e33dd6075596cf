import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'A helper variable',
  why: 'A variable that only other expressions read is of no use once these are evaluated. xl cannot read a name with upper case letters, nor a tuple, None or True.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Remove it once nothing reads it.',
  before: 'VG = "/dev/vg0"',
  after: '',
};

export const pythonHelper = pythonRule('python-helper');
