import { type Arguments, callValue } from './calls';
import { exceptionClass, isException, setArguments } from './exception-classes';
import { evaluateExpression } from './expressions';
import { inFrame } from './functions';
import type { Machine } from './machine';
import { membersOf } from './members';
import { scopeOf } from './scopes';
import { giveUp, type Result, runBlock } from './statements';
import { child, type PyNode, parts } from './tree';
import {
  type CallableValue,
  type ClassValue,
  Hidden,
  type InstanceValue,
  NONE,
  PyError,
  str,
  typeName,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** Runs a class statement: its body has names of its own, and sees nothing of the file's. */
export function defineClass(machine: Machine, node: PyNode): Result {
  const definition = child(node, 'definition') ?? node;
  const name = child(definition, 'name')!;
  const label = machine.text.slice(name.start, name.end);
  const decorators = node.children.filter((c) => c.type === 'decorator');
  const superclasses = child(definition, 'superclasses');
  const bases = superclasses ? parts(superclasses).map((one) => evaluateExpression(machine, one)) : [];
  const line = decorators.length > 0 ? undefined : lineOf(bases);
  if (!line) return giveUp(machine, node, unknown('Xencfg does not evaluate this kind of class', name));
  const body = child(definition, 'body')!;
  const attributes = new Map<string, Value>();
  let hidden: UnknownValue | undefined;
  const scope = scopeOf(machine.text, [body]);
  inFrame(machine, scope, machine.frame, node.height, () => {
    const frame = machine.frame!;
    frame.isClass = true;
    const result = runBlock(machine, body);
    hidden = result.undecided ?? frame.lost;
    for (const [key, value] of frame.variables) attributes.set(key, value);
  });
  if (hidden) return giveUp(machine, node, hidden);
  const made: ClassValue = {
    kind: 'class',
    name: label,
    line: [],
    attributes,
    isOld: bases.length === 0 || bases.every(isOldClass),
  };
  (made.line as ClassValue[]).push(made, ...line);
  if (attributes.has('__metaclass__') || attributes.has('__slots__') || attributes.has('__new__'))
    return giveUp(machine, node, unknown('Xencfg does not evaluate this kind of class', name));
  machine.bind(label, made, name);
  return { flow: 'next' };
}

const isOldClass = (base: Value) => base.kind === 'class' && base.isOld;

/** The classes that a class inherits from, in order; undefined where Python's own order is not worked out here. */
function lineOf(bases: readonly Value[]): readonly ClassValue[] | undefined {
  if (bases.length === 0) return [];
  if (bases.length > 1) return undefined;
  const [base] = bases;
  if (base?.kind === 'class') return base.line;
  return base?.kind === 'callable' && base.name === 'object' ? [] : undefined;
}

/** The attribute that a class has or inherits. */
export function inClass(one: ClassValue, name: string): Value | undefined {
  for (const each of one.line) {
    const value = each.attributes.get(name);
    if (value) return value;
  }
  return undefined;
}

/** Makes an instance and runs what the class does with it. */
export function instantiate(machine: Machine, one: ClassValue, given: Arguments): Value {
  const instance: InstanceValue = {
    kind: 'instance',
    class: one,
    attributes: new Map(),
    send: (method, positional) => {
      const found = inClass(one, method);
      // An old-style instance is asked for its special methods as for any attribute.
      if (!found && one.isOld && method !== '__getattr__' && inClass(one, '__getattr__'))
        throw new Hidden(unknown('Xencfg does not evaluate this kind of class', given.node));
      if (found?.kind !== 'callable' || !found.code) return undefined;
      const call = { positional: [instance, ...positional], named: new Map(), node: given.node };
      return callValue(machine, found, call);
    },
  };
  const raises = isException(one);
  // These check what they are made of.
  if (one.line.some(({ name }) => /^Unicode(En|De)codeError$|^UnicodeTranslateError$/.test(name)))
    return unknown('Xencfg does not evaluate this kind of exception', given.node);
  const init = inClass(one, '__init__');
  // What a class of the file is made of, its own method hands on or not.
  if (raises) setArguments(instance, init?.kind === 'callable' && init.code ? [] : given.positional);
  if (init?.kind === 'callable' && init.code) {
    const result = callValue(machine, init, { ...given, positional: [instance, ...given.positional] });
    const hidden = unknownIn(result);
    if (hidden) return hidden;
    if (result.kind !== 'none')
      throw new PyError('TypeError', `__init__() should return None${one.isOld ? '' : `, not '${typeName(result)}'`}`);
  } else if (init && init.kind !== 'callable') {
    return unknown('Xencfg does not evaluate this kind of class', given.node);
  } else if (raises && given.named.size > 0) {
    throw new PyError('TypeError', `${one.name} does not take keyword arguments`);
  } else if (!raises && given.positional.length + given.named.size > 0) {
    throw new PyError('TypeError', one.isOld ? 'this constructor takes no arguments' : 'object() takes no parameters');
  }
  return instance;
}

const SPECIAL: ReadonlySet<string> = new Set(['__dict__', '__doc__', '__module__', '__bases__', '__mro__']);

/** `instance.name`: its own attribute, or that of its class, with functions bound to it. */
export function instanceAttribute(machine: Machine, self: InstanceValue, name: string, at: PyNode): Value {
  if (self.lost) return self.lost;
  if (name === '__class__') return self.class;
  if (name === '__dict__' && !isException(self.class)) return membersOf(machine, self);
  if (SPECIAL.has(name)) return unknown(`Xencfg does not evaluate .${name}`, at);
  const found = inClass(self.class, name);
  if (found?.kind === 'callable' && found.wrapped === 'property')
    return callValue(machine, found.self!, { positional: [self], named: new Map(), node: at });
  const own = self.attributes.get(name);
  if (own) return own;
  if (found) return bound(found, self, self.class);
  const computed = self.send('__getattr__', [str(name)]);
  if (computed) return computed;
  if (inClass(self.class, '__getattribute__')) return unknown('Xencfg does not evaluate this kind of class', at);
  const what = self.class.isOld ? `${self.class.name} instance` : `'${self.class.name}' object`;
  if (
    isException(self.class) &&
    /^(errno|strerror|filename|code|start|end|reason|object|encoding|args|message|msg|lineno|offset|text)$/.test(name)
  )
    return unknown(`Xencfg does not evaluate .${name}`, at);
  if (name.startsWith('__')) return unknown(`Xencfg does not evaluate .${name}`, at);
  throw new PyError('AttributeError', `${what} has no attribute '${name}'`);
}

/** `Class.name`: a function comes unbound, and wants an instance. */
export function classAttribute(one: ClassValue, name: string, at: PyNode): Value {
  if (name === '__name__') return str(one.name);
  const found = inClass(one, name);
  if (found?.kind === 'callable' && found.wrapped)
    return found.wrapped === 'property'
      ? unknown('Xencfg does not evaluate properties of classes', at)
      : bound(found, one, one);
  if (found) return found;
  if (name.startsWith('__') || isException(one) || !one.isOld) return unknown(`Xencfg does not evaluate .${name}`, at);
  throw new PyError('AttributeError', `class ${one.name} has no attribute '${name}'`);
}

function bound(found: Value, self: Value, one: ClassValue): Value {
  if (found.kind !== 'callable') return found;
  if (found.wrapped === 'staticmethod') return found.self!;
  if (found.wrapped === 'classmethod') return { ...(found.self as CallableValue), self: one };
  return found.code && !found.self ? { ...found, self } : found;
}

/** Sets an attribute; undefined when it was set, else why nothing is known of that. */
export function setAttribute(
  machine: Machine,
  target: Value,
  name: string,
  value: Value,
  at: PyNode,
): UnknownValue | undefined {
  if (target.kind === 'instance') {
    if (target.lost) return target.lost;
    const found = inClass(target.class, name);
    if (
      inClass(target.class, '__setattr__') ||
      (found?.kind === 'callable' && found.wrapped === 'property') ||
      SPECIAL.has(name) ||
      name === '__class__'
    )
      return unknown('Xencfg does not evaluate this kind of class', at);
    target.attributes.set(name, value);
    machine.changed.add(target);
    return undefined;
  }
  if (target.kind === 'class' && !exceptionClass(target.name)?.line.includes(target) && !name.startsWith('__')) {
    target.attributes.set(name, value);
    machine.changed.add(target);
    return undefined;
  }
  return unknown('Xencfg does not follow attributes', at);
}

/** `Exception.__init__(self, ...)`, as classes call what they inherit. */
export function initialiseException(given: Arguments): Value | undefined {
  const [self, ...rest] = given.positional;
  if (self?.kind !== 'instance' || !isException(self.class) || given.named.size > 0) return undefined;
  setArguments(self, rest);
  return NONE;
}
