import { type FunctionBody, inFrame } from './functions';
import type { Machine } from './machine';
import type { Frame } from './scopes';
import { runBlock } from './statements';
import { type IteratorValue, PyError, type UnknownValue, unknown, type Value } from './values';

/** An iterator over items that are known when the first is asked for. */
export function iteratorOver(type: string, items: () => readonly Value[] | UnknownValue): IteratorValue {
  return makeIterator(type, () => {
    const found = items();
    return 'kind' in found ? found : { items: found };
  });
}

function makeIterator(type: string, work: IteratorValue['run']): IteratorValue {
  let done: ReturnType<IteratorValue['run']> | undefined;
  const run = () => {
    done ??= work();
    return done;
  };
  return { kind: 'iterator', type, at: 0, run };
}

/**
 * What calling a generator function gives. Its body is run to the end when the first item is asked for: it may change
 * nothing that others can see, or the order of things would not be Python's.
 */
export function generator(machine: Machine, code: FunctionBody, frame: Frame): IteratorValue {
  return makeIterator('generator', () => {
    const yielded: Value[] = [];
    const known = new Set(machine.changed);
    const outside = visible(frame);
    const globals = machine.globals.size;
    let error: PyError | undefined;
    let hidden: UnknownValue | undefined;
    try {
      const run = () => {
        machine.frame!.yielded = yielded;
        return runBlock(machine, code.body);
      };
      const result = inFrame(machine, frame, code.outer, code.node.height, run, frame.variables);
      hidden = result.undecided;
    } catch (raised) {
      if (!(raised instanceof PyError)) throw raised;
      error = raised;
    }
    const changes = [...machine.changed].some((value) => !known.has(value) && outside.has(value));
    if (changes || machine.globals.size !== globals || code.scope.globals.size > 0)
      hidden ??= unknown('Xencfg does not follow a generator that changes what others see', code.node);
    return hidden ?? (error ? { items: yielded, error } : { items: yielded });
  });
}

/** The lists, dictionaries and instances that a generator was given, or finds around itself. */
function visible(frame: Frame): Set<Value> {
  const found = new Set<Value>();
  const queue: Value[] = [];
  for (let at: Frame | undefined = frame; at; at = at.outer) queue.push(...at.variables.values());
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next.kind === 'list' || next.kind === 'tuple') queue.push(...next.items);
    if (next.kind === 'dict' || next.kind === 'set')
      for (const entry of next.entries.values()) queue.push('kind' in entry ? entry : entry.value);
    if (next.kind === 'instance') queue.push(...next.attributes.values());
  }
  return found;
}

/** Takes the rest of an iterator. Throws what it raises at its end. */
export function drain(
  machine: { changed: Set<Value> } | undefined,
  iterator: IteratorValue,
): readonly Value[] | UnknownValue {
  if (iterator.lost) return iterator.lost;
  const result = iterator.run();
  if ('kind' in result) return result;
  const rest = result.items.slice(iterator.at);
  iterator.at = result.items.length;
  machine?.changed.add(iterator);
  if (result.error) throw result.error;
  return rest;
}

/** Takes the next item; undefined at the end. */
export function nextItem(iterator: IteratorValue): Value | undefined {
  if (iterator.lost) return iterator.lost;
  const result = iterator.run();
  if ('kind' in result) return result;
  const item = result.items[iterator.at];
  if (item) iterator.at++;
  else if (result.error) throw result.error;
  return item;
}
