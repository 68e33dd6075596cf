import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'A Python import',
  why: 'The modules that a file imports are needed only by the Python code in it.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Remove the import once nothing uses it.',
  before: 'import os',
  after: '',
};

export const pythonImport = pythonRule('python-import');
