import type { Span } from '../syntax/span';
import { DICT_METHODS } from './dicts';
import { LIST_METHODS } from './lists';
import { moduleMember } from './modules';
import { MATCH_METHODS } from './patterns';
import { STRING_METHODS } from './strings';
import { type CallableValue, isNumber, PyError, typeName, unknown, type Value } from './values';

function methodsOf(value: Value): ReadonlySet<string> | undefined {
  switch (value.kind) {
    case 'str':
    case 'unicode':
      return STRING_METHODS;
    case 'list':
      return LIST_METHODS;
    case 'dict':
      return DICT_METHODS;
    case 'match':
      return MATCH_METHODS;
    default:
      return undefined;
  }
}

const isScalar = (value: Value) =>
  isNumber(value) ||
  value.kind === 'none' ||
  value.kind === 'tuple' ||
  (value.kind === 'callable' && value.code !== undefined);

/** `value.name`. Throws PyError when the value has no such attribute. */
export function attributeOf(value: Value, name: string, at: Span): Value {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'module') return moduleMember(value.name, name, at);
  const methods = methodsOf(value);
  if (methods?.has(name)) return { kind: 'callable', name, self: value } satisfies CallableValue;
  if (!methods && isScalar(value) && (STRING_METHODS.has(name) || LIST_METHODS.has(name) || DICT_METHODS.has(name)))
    throw new PyError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
  if (!methods || name.startsWith('__')) return unknown(`Xencfg does not evaluate .${name}`, at);
  throw new PyError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}
