import { attributeOf } from './attributes';
import { type Arguments, expectArguments } from './calls';
import { setAttribute } from './classes';
import { lose, type Machine } from './machine';
import { bool, NONE, PyError, type Value } from './values';

/** `getattr`, `hasattr` and `setattr` with a name that is known; undefined otherwise. */
export function attributeCall(machine: Machine, name: string, given: Arguments): Value | undefined {
  expectArguments(name, given, name === 'setattr' ? 3 : 2, name === 'hasattr' ? 2 : 3);
  const [target, label, third] = given.positional;
  if (target!.kind === 'unknown') return target;
  if (label!.kind !== 'str') return label!.kind === 'unknown' ? label : undefined;
  if (name === 'setattr') {
    const hidden = setAttribute(machine, target!, label!.value, third!, given.node);
    if (hidden) lose(machine, target!, hidden.reason, hidden.cause);
    return hidden ?? NONE;
  }
  try {
    const found = attributeOf(machine, target!, label!.value, given.node);
    if (name === 'getattr') return found;
    return found.kind === 'unknown' ? found : bool(true);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    if (error.type !== 'AttributeError' && name === 'getattr') throw error;
    if (name === 'hasattr') return bool(false);
    if (third) return third;
    throw error;
  }
}
