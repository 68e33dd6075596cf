import { assumptionKey } from './assumption-key';
import { toBytes } from './bytes';
import type { Machine } from './machine';
import { peekName } from './scopes';
import type { PyNode } from './tree';
import { str, type Value } from './values';

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
  machine.assume(`${key} is '${text}'`, node);
  return str(toBytes(text));
}
