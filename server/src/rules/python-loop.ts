import { pythonRule } from './python-rule';
import type { RuleDocs } from './rule';

export const docs: RuleDocs = {
  title: 'A Python loop',
  why: 'xm ran the loop. xl knows no loops.',
  xl: 'xl refuses the file with a parsing error; where one of + - . ( ) : stands outside a string it adds that the file looks like Python.',
  remedy: 'Write the settings that the loop comes to.',
  before: 'disk = []\nfor d in ["a", "b"]:\n    disk.append("phy:/dev/vg/%s,xvd%s,w" % (d, d))',
  after: 'disk = [\n    "phy:/dev/vg/a,xvda,w",\n    "phy:/dev/vg/b,xvdb,w",\n]',
};

export const pythonLoop = pythonRule('python-loop');
