import type { Span } from '../syntax/span';
import { DICT_METHODS } from './dicts';
import { LIST_METHODS } from './lists';
import { moduleMember } from './modules';
import { MATCH_METHODS } from './patterns';
import { STRING_METHODS } from './strings';
import { type CallableValue, PyError, typeName, unknown, type Value } from './values';

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

/** `value.name`. Throws PyError when the value has no such attribute. */
export function attributeOf(value: Value, name: string, at: Span): Value {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'module') return moduleMember(value.name, name, at);
  const methods = methodsOf(value);
  if (methods?.has(name)) return { kind: 'callable', name, self: value } satisfies CallableValue;
  if (!methods || name.startsWith('__')) return unknown(`Xencfg does not evaluate .${name}`, at);
  throw new PyError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}
