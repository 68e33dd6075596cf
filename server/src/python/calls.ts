import { callBuiltin } from './builtins';
import { inClass, initialiseException, instantiate } from './classes';
import { callDictMethod, fromKeys } from './dicts';
import { evaluateExpression } from './expressions';
import { callFunction } from './functions';
import { HashTable, inOrder } from './hash-order';
import { itemsOf } from './iteration';
import { nextItem } from './iterators';
import { callListMethod } from './lists';
import { lose, type Machine } from './machine';
import { callMatchMethod } from './matches';
import { callModule } from './modules';
import { callPattern } from './patterns';
import { callSetMethod } from './sets';
import { callStringMethod } from './strings';
import { child, type PyNode, parts } from './tree';
import {
  type CallableValue,
  type DictEntry,
  type DictValue,
  type IteratorValue,
  isText,
  PyError,
  str,
  TYPE_NAMES,
  typeName,
  type UnknownValue,
  unknown,
  unknownIn,
  type Value,
} from './values';

/** The arguments of a call, and the node that is to blame for what cannot be known. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** The table that Python makes of the named ones where `**` stands. */
  readonly spread?: HashTable<DictEntry>;
  readonly node: PyNode;
}

/** The value of a call expression. */
export function callNode(machine: Machine, node: PyNode): Value {
  const callee = evaluateExpression(machine, child(node, 'function')!);
  const given = readArguments(machine, child(node, 'arguments')!, node, callee);
  if ('kind' in given) {
    lose(machine, callee, given.reason, given.cause);
    return given;
  }
  return callValue(machine, callee, given);
}

/** How Python names what is called where the arguments do not fit together. */
function labelOf(callee: Value): string {
  if (callee.kind !== 'callable') return '';
  const isType = !callee.self && !callee.code && TYPE_NAMES.has(callee.name);
  return isType ? 'type object ' : `${callee.name.replace(/^.*\.|^<(.*)>$/, '$1')}() `;
}

function readArguments(machine: Machine, node: PyNode, call: PyNode, callee: Value): Arguments | UnknownValue {
  const label = labelOf(callee);
  if (node.type === 'generator_expression')
    return { positional: [evaluateExpression(machine, node)], named: new Map(), node: call };
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let table: HashTable<DictEntry> | undefined;
  let hidden: UnknownValue | undefined;
  for (const part of parts(node)) {
    if (part.type === 'keyword_argument') {
      const name = machine.text.slice(part.children[0]!.start, part.children[0]!.end);
      named.set(name, evaluateExpression(machine, child(part, 'value')!));
    } else if (part.type === 'list_splat' || part.type === 'dictionary_splat') {
      const value = evaluateExpression(machine, parts(part)[0]!);
      if (part.type === 'dictionary_splat' && value.kind === 'dict') table = spreadTable(value.entries, named);
      const items =
        part.type === 'list_splat'
          ? spreadList(value, part, label)
          : spread(value, named, label, callee.kind === 'callable' && callee.code !== undefined);
      if ('kind' in items) hidden ??= items;
      else positional.push(...items);
    } else {
      positional.push(evaluateExpression(machine, part));
    }
  }
  if (!hidden) return { positional, node: call, ...inTableOrder(named, table) };
  for (const value of [...positional, ...named.values()]) lose(machine, value, hidden.reason, hidden.cause);
  return hidden;
}

/** Python copies what `**` gives, and adds the arguments that are named beside it from the last to the first. */
function spreadTable(entries: DictValue['entries'], named: ReadonlyMap<string, Value>): HashTable<DictEntry> {
  const table = new HashTable<DictEntry>().merge(entries);
  if (named.size === 0 && entries instanceof HashTable) return entries.clone();
  for (const [name, value] of [...named].reverse()) table.set(`s${name}`, { key: str(name), value });
  return table;
}

function inTableOrder(
  named: ReadonlyMap<string, Value>,
  spread: HashTable<DictEntry> | undefined,
): Pick<Arguments, 'named' | 'spread'> {
  if (!spread) return { named };
  const order = inOrder(spread)?.map(({ key, value }) => [isText(key) ? key.value : '', value] as const);
  return { named: order ? new Map(order) : named, spread };
}

/** The arguments of `*value`. */
function spreadList(value: Value, part: PyNode, label: string): ReturnType<typeof itemsOf> {
  try {
    return itemsOf(value, part);
  } catch (error) {
    if (!(error instanceof PyError) || !/ object is not iterable$/.test(error.message)) throw error;
    throw new PyError('TypeError', `${label}argument after * must be an iterable, not ${typeName(value)}`);
  }
}

/** Adds the arguments of `**value`; unknown when the value is. */
function spread(value: Value, named: Map<string, Value>, label: string, isOwn: boolean): Value[] | UnknownValue {
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'dict')
    throw new PyError('TypeError', `${label}argument after ** must be a mapping, not ${typeName(value)}`);
  if (value.lost) return value.lost;
  const twice = [...named.keys()].reverse().find((name) => value.entries.has(`s${name}`));
  if (twice !== undefined)
    throw new PyError('TypeError', `${label}got multiple values for keyword argument '${twice}'`);
  for (const { key, value: given } of value.entries.values()) {
    if (key.kind === 'unicode')
      return unknown('Xencfg does not evaluate arguments that a unicode text names', key.from ?? { start: 0, end: 0 });
    if (key.kind !== 'str') {
      // Functions of C need not look at the names.
      if (!isOwn) return unknown('Xencfg does not evaluate such arguments', key.from ?? { start: 0, end: 0 });
      throw new PyError('TypeError', `${label}keywords must be strings`);
    }
    named.set(key.value, given);
  }
  return [];
}

/** Calls a value. Whatever an unknown callee was given may be changed by it, and is unknown afterwards. */
export function callValue(machine: Machine, callee: Value, given: Arguments): Value {
  if (callee.kind === 'callable') {
    const result = dispatch(machine, callee, given);
    if (result) {
      if (machine.onUse && result.kind !== 'unknown')
        machine.onUse(callee.self ? `${callee.self.kind}.${callee.name}` : callee.name);
      return result;
    }
  } else if (callee.kind === 'class') {
    return instantiate(machine, callee, given);
  } else if (callee.kind === 'instance' && !callee.lost) {
    const method = inClass(callee.class, '__call__');
    if (!method && inClass(callee.class, '__getattr__'))
      return unknown('Xencfg does not evaluate this call', given.node);
    if (method) return callValue(machine, method, { ...given, positional: [callee, ...given.positional] });
    throw new PyError(
      callee.class.isOld ? 'AttributeError' : 'TypeError',
      callee.class.isOld
        ? `${callee.class.name} instance has no __call__ method`
        : `'${typeName(callee)}' object is not callable`,
    );
  } else if (callee.kind !== 'unknown' && callee.kind !== 'instance') {
    throw new PyError('TypeError', `'${typeName(callee)}' object is not callable`);
  }
  const shown = callee.kind === 'callable' ? notEvaluated(callee.name) : reasonOf(callee);
  const result = unknown(shown, callee.kind === 'unknown' ? callee.cause : given.node);
  for (const value of [callee, ...given.positional, ...given.named.values()])
    lose(machine, value, result.reason, result.cause);
  return result;
}

function reasonOf(callee: Value): string {
  if (callee.kind === 'unknown') return callee.reason;
  return callee.kind === 'instance' && callee.lost ? callee.lost.reason : 'Xencfg does not evaluate this call';
}

function notEvaluated(name: string): string {
  const own = /^<(.*)>$/.exec(name)?.[1];
  return own ? `Xencfg does not evaluate functions of the file (${own})` : `Xencfg does not evaluate ${name}()`;
}

/** Undefined when nothing is known of what the function does with these arguments. */
function dispatch(machine: Machine, callee: CallableValue, given: Arguments): Value | undefined {
  const { self, code } = callee;
  if (callee.wrapped) throw new PyError('TypeError', `'${callee.wrapped}' object is not callable`);
  if (code) return callFunction(machine, callee, code, given);
  if (callee.name === 'dict.fromkeys') return fromKeys(given);
  if (!self) {
    if (callee.name === 'BaseException.__init__') return initialiseException(given);
    if (callee.name.includes('.')) return callModule(machine, callee.name, given);
    return callBuiltin(machine, callee.name, given);
  }
  if (self.kind === 'list') return callListMethod(machine, self, callee.name, given);
  if (self.kind === 'dict') return callDictMethod(machine, self, callee.name, given);
  if (self.kind === 'set' || self.kind === 'frozenset') return callSetMethod(machine, self, callee.name, given);
  if (self.kind === 'iterator') return callNext(machine, self, given);
  if (callee.name.startsWith('type.')) return callTypeMethod(machine, self, callee.name.slice(5), given);
  // `format` looks at the arguments that the text names, and at no others.
  const hidden = callee.name === 'format' && isText(self) ? undefined : firstUnknown(given);
  if (hidden) return hidden;
  if (isText(self)) return callStringMethod(machine, self, callee.name, given);
  if (self.kind === 'match') return callMatchMethod(self, callee.name, given);
  if (self.kind === 'pattern')
    return callPattern(machine, callee.name, { ...given, positional: [self, ...given.positional] });
  if (self.kind === 'tuple')
    return callListMethod(machine, { kind: 'list', items: [...self.items] }, callee.name, given, 'tuple');
  return undefined;
}

function callNext(machine: Machine, self: IteratorValue, given: Arguments): Value {
  expectArguments('next', given, 0, 0);
  machine.changed.add(self);
  const item = nextItem(self);
  if (!item) throw new PyError('StopIteration', '', []);
  return item;
}

/** `str.upper(text)`: a method asked of the type. */
function callTypeMethod(machine: Machine, type: Value, name: string, given: Arguments): Value | undefined {
  const [self, ...positional] = given.positional;
  if (type.kind !== 'callable' || !self || self.kind === 'unknown') return self;
  if (typeName(self) !== type.name)
    throw new PyError(
      'TypeError',
      `descriptor '${name}' requires a '${type.name}' object but received a '${typeName(self)}'`,
    );
  return callValue(machine, { kind: 'callable', name, self }, { ...given, positional });
}

/** The first unknown among the arguments of a call. */
export function firstUnknown(given: Arguments): UnknownValue | undefined {
  for (const value of [...given.positional, ...given.named.values()]) {
    const hidden = unknownIn(value);
    if (hidden) return hidden;
  }
  return undefined;
}

/** Throws Python's TypeError unless the number of arguments lies between `least` and `most` and none is named. */
export function expectArguments(name: string, given: Arguments, least: number, most: number): void {
  if (given.named.size > 0) throw new PyError('TypeError', `${name}() takes no keyword arguments`);
  const count = given.positional.length;
  if (count >= least && count <= most) return;
  const bound = count < least ? least : most;
  const how = least === most ? 'exactly' : count < least ? 'at least' : 'at most';
  const amount =
    how === 'exactly' && bound === 1 && name !== 'zfill'
      ? 'one argument'
      : bound === 0
        ? 'no arguments'
        : `${bound} argument${bound === 1 ? '' : 's'}`;
  const verb = bound === 0 ? `takes ${amount}` : `takes ${how} ${amount}`;
  throw new PyError('TypeError', `${name}() ${verb} (${count} given)`);
}
