import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'A value that Python computes',
  why: 'xm ran the file as a Python program, so that a value could be any expression. xl reads quoted texts, numbers and lists only.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Write the value that the expression has.',
  before: 'memory = 2 * 1024',
  after: 'memory = 2048',
};

export const pythonExpression = pythonRule('python-expression');
