import { type CallableValue, type ClassValue, typeName, type Value } from './values';

/** `type(value)`: a built-in type, or a class of the file. */
export function typeOf(value: Value): CallableValue | ClassValue {
  if (value.kind === 'instance' && !value.class.isOld) return value.class;
  return { kind: 'callable', name: typeName(value) };
}

const PARENTS: Record<string, readonly string[]> = { bool: ['int'], str: ['basestring'], unicode: ['basestring'] };

/** True when a type or class is another one, or a kind of it. */
export function isKind(type: CallableValue | ClassValue, wanted: CallableValue | ClassValue): boolean {
  if (wanted.kind === 'class') return type.kind === 'class' && type.line.includes(wanted);
  if (wanted.name === 'object') return !(type.kind === 'class' && type.isOld);
  return type.kind === 'callable' && (type.name === wanted.name || (PARENTS[type.name] ?? []).includes(wanted.name));
}
