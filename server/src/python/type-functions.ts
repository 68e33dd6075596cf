import { inClass } from './classes';
import { isKind, typeOf } from './types';
import { bool, type CallableValue, type ClassValue, TYPE_NAMES, type Value } from './values';

/** `isinstance(value, type)`; undefined where it is not evaluated. */
export function isInstance(value: Value, type: Value): Value | undefined {
  const types = type.kind === 'tuple' ? type.items : [type];
  if (!types.every((one) => isType(one)) || value.kind === 'module') return undefined;
  const own = value.kind === 'instance' ? value.class : typeOf(value);
  return bool(types.some((one) => isKind(own, one)));
}

/** `issubclass(one, of)`; undefined where it is not evaluated. */
export function isSubclass(one: Value, of: Value): Value | undefined {
  const types = of.kind === 'tuple' ? of.items : [of];
  if (!isType(one) || !types.every((type) => isType(type))) return undefined;
  return bool(types.some((type) => isKind(one, type)));
}

function isType(one: Value): one is CallableValue | ClassValue {
  return (
    one.kind === 'class' ||
    (one.kind === 'callable' && !one.self && (TYPE_NAMES.has(one.name) || one.name === 'NoneType'))
  );
}

/** `callable(value)`. */
export function isCallable(value: Value): Value | undefined {
  if (value.kind === 'instance') return bool(inClass(value.class, '__call__') !== undefined);
  return bool(value.kind === 'callable' || value.kind === 'class');
}

/** What `staticmethod`, `classmethod` and `property` make of a function. */
export function wrap(wrapped: NonNullable<CallableValue['wrapped']>, self: Value): Value {
  return { kind: 'callable', name: wrapped, self, wrapped };
}
