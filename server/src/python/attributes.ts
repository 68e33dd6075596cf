import { classAttribute, instanceAttribute } from './classes';
import { DICT_METHODS } from './dicts';
import { LIST_METHODS } from './lists';
import type { Machine } from './machine';
import { MATCH_METHODS } from './matches';
import { moduleMember } from './module-members';
import { PATTERN_METHODS } from './patterns';
import { SET_CHANGES, SET_METHODS } from './sets';
import { STRING_METHODS } from './strings';
import type { PyNode } from './tree';
import { typeOf } from './types';
import { type CallableValue, integer, isNumber, PyError, str, typeName, unknown, type Value } from './values';

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
    case 'pattern':
      return PATTERN_METHODS;
    case 'set':
    case 'frozenset':
      return SET_METHODS;
    case 'iterator':
      return ITERATOR_METHODS;
    case 'tuple':
      return TUPLE_METHODS;
    default:
      return undefined;
  }
}

const ITERATOR_METHODS: ReadonlySet<string> = new Set(['next']);
const TUPLE_METHODS: ReadonlySet<string> = new Set(['index', 'count']);
const TYPE_METHODS: Record<string, ReadonlySet<string>> = {
  str: STRING_METHODS,
  unicode: STRING_METHODS,
  list: LIST_METHODS,
  dict: DICT_METHODS,
};

/** What numbers and functions have, and is not evaluated. */
const NUMBER_MEMBERS = new Set(
  'real imag numerator denominator conjugate bit_length is_integer hex fromhex as_integer_ratio im_func im_self im_class'.split(
    ' ',
  ),
);

const isScalar = (value: Value) =>
  isNumber(value) ||
  value.kind === 'none' ||
  value.kind === 'xrange' ||
  (value.kind === 'callable' && value.code !== undefined && !value.self);

/** `value.name`. Throws PyError when the value has no such attribute. */
export function attributeOf(machine: Machine, value: Value, name: string, at: PyNode): Value {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'module') {
    const member = moduleMember(value.name, name, at);
    if (member.kind !== 'unknown') machine.onUse?.(`${value.name}.${name}`);
    return member;
  }
  if (value.kind === 'instance') return instanceAttribute(machine, value, name, at);
  if (value.kind === 'class') return classAttribute(value, name, at);
  if (name === '__class__') return typeOf(value);
  if (value.kind === 'callable' && !value.self && !value.wrapped) {
    if (name === '__name__') return str(value.name.replace(/^.*\.|^<(.*)>$/g, '$1') || '<lambda>');
    const known = TYPE_METHODS[value.name];
    if (known?.has(name)) return { kind: 'callable', name: `type.${name}`, self: value };
    if (value.name === 'dict' && name === 'fromkeys') return { kind: 'callable', name: 'dict.fromkeys' };
  }
  if (value.kind === 'pattern' && name === 'pattern') return value.source;
  if (value.kind === 'pattern' && name === 'flags') return integer(value.flags);
  if (value.kind === 'match' && name === 'string')
    return { kind: value.unicode ? 'unicode' : 'str', value: value.text };
  if (value.kind === 'frozenset' && SET_CHANGES.has(name))
    throw new PyError('AttributeError', `'frozenset' object has no attribute '${name}'`);
  const methods = methodsOf(value);
  if (methods?.has(name)) return { kind: 'callable', name, self: value } satisfies CallableValue;
  if (isScalar(value) && !name.startsWith('__') && !NUMBER_MEMBERS.has(name))
    throw new PyError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
  if (!methods || name.startsWith('__')) return unknown(`Xencfg does not evaluate .${name}`, at);
  throw new PyError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
}
