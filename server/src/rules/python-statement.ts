import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'A Python statement',
  why: 'Statements such as print, del, pass or a function definition say nothing about the guest.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Remove it once nothing needs it.',
  before: 'print "starting"',
  after: '',
};

export const pythonStatement = pythonRule('python-statement');
