import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'Python whose result is not known',
  why: 'What this code comes to depends on something that is not in the file: the host, the time, another file, a parameter.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Write the value that it has on your host.',
  before: 'import socket\nname = socket.gethostname()',
  after: 'name = "web1"',
};

export const pythonUndecidable = pythonRule('python-undecidable');
