import { assumptionKey } from './assumption-key';
import { toBytes } from './bytes';
import type { Machine } from './machine';
import { peekName } from './scopes';
import type { PyNode } from './tree';
import { FALSE, NONE, str, TRUE, unknown, type Value } from './values';

/** What `xm_file` holds as long as nobody says where xm found the file (xm 4.4, opts.py). */
export const XM_FILE = unknown('it is the path by which xm found the file', { start: 0, end: 0 });

/** What a name that stands for `XM_FILE` is taken to be: the path of the file. */
export function filePath(machine: Machine, node: PyNode): Value {
  if (machine.file === undefined) return unknown(XM_FILE.reason, node);
  machine.assume(`xm_file is the file's path, '${machine.file}'`, node);
  return str(toBytes(machine.file));
}

/** Words that stand for what Python means by them; every other is a text. */
const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['True', TRUE],
  ['False', FALSE],
  ['None', NONE],
]);

const ASSUMABLE = new Set(['identifier', 'attribute', 'subscript', 'call']);

/** What the user says that an expression comes to; undefined when nothing is said, or a variable has a known value. */
export function assumedValue(machine: Machine, node: PyNode): Value | undefined {
  if (!ASSUMABLE.has(node.type)) return undefined;
  const key = assumptionKey(machine.text.slice(node.start, node.end));
  const text = machine.assumed.get(key);
  if (text === undefined) return undefined;
  if (node.type === 'identifier') {
    const value = peekName(machine, key);
    if (value && value.kind !== 'unknown') return undefined;
    if (!machine.frame) machine.looked.add(key);
  }
  machine.assume(`${key} is ${CONSTANTS.has(text) ? text : `'${text}'`}`, node);
  return CONSTANTS.get(text) ?? str(toBytes(text));
}
