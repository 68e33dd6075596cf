import { evaluate, type Python } from '../../../server/src/python';
import type { Judge } from '../cases';
import { type Answer, differences, textOf } from '../python/answers';

/** Programs of xm files, beside the real Python 2.7. */
export function pythonSubject(parser: Python): Judge {
  return {
    name: 'python',
    program: 'python2.7',
    args: ['test/conformance/oracle/xmeval.py', '0'],
    framing: 'length',
    difference(input, answer) {
      const text = textOf(input);
      return differences(text, evaluate(parser.parse(text)), JSON.parse(answer) as Answer).join('; ') || undefined;
    },
  };
}
