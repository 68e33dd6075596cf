import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'A Python if',
  why: 'xm took the branch whose condition held. xl knows no conditions.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Keep the settings of the branch that is taken.',
  before: 'if 1 + 1 == 2:\n    memory = 512\nelse:\n    memory = 256',
  after: 'memory = 512',
};

export const pythonIf = pythonRule('python-if');
