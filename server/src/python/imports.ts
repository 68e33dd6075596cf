import type { Machine } from './machine';
import { hasMember, isHarmless, moduleMember, starNames } from './module-members';
import { importedNames } from './names';
import { poison } from './poison';
import { isStandard } from './standard-modules';
import { child, type PyNode } from './tree';
import { type UnknownValue, unknown, type Value } from './values';

/**
 * Runs an import. A module of Python's own binds its names; what a module that is not known holds is unknown. Gives
 * what is to blame when the import may do more than bind names.
 */
export function runImport(machine: Machine, node: PyNode): UnknownValue | undefined {
  if (node.type === 'future_import_statement') return importFuture(machine, node);
  const module = child(node, 'module_name');
  if (module) return importFrom(machine, node, source(machine, module));
  let missing: UnknownValue | undefined;
  for (const imported of node.children.filter((c) => c.role === 'name')) {
    const name = source(machine, child(imported, 'name') ?? imported);
    missing ??= missingModule(name, imported);
    const alias = child(imported, 'alias');
    const bound = alias ? source(machine, alias) : name.split('.')[0]!;
    const shown = alias ? name : bound;
    machine.bind(bound, moduleValue(shown, imported), imported);
  }
  return missing;
}

/** What is to blame when a `from` import inside a `try` may raise: a name that the module may not have. */
export function mayRaise(machine: Machine, node: PyNode): UnknownValue | undefined {
  const module = node.type === 'import_from_statement' ? child(node, 'module_name') : undefined;
  if (!module) return undefined;
  const from = source(machine, module);
  for (const imported of node.children.filter((c) => c.role === 'name')) {
    const name = source(machine, child(imported, 'name') ?? imported);
    if (!hasMember(from, name)) return unknown(`Xencfg does not know whether the module ${from} has ${name}`, imported);
  }
  return undefined;
}

function missingModule(name: string, at: PyNode): UnknownValue | undefined {
  if (isHarmless(name) || isStandard(name)) return undefined;
  return unknown(`Python 2.7 has no module ${name} of its own: without one on the machine, xm stopped here`, at);
}

function source(machine: Machine, node: PyNode): string {
  return machine.text.slice(node.start, node.end).replace(/\s/g, '');
}

function moduleValue(name: string, at: PyNode): Value {
  return isHarmless(name)
    ? { kind: 'module', name }
    : unknown(`Xencfg does not know what the module ${name} holds`, at);
}

function importFrom(machine: Machine, node: PyNode, module: string): UnknownValue | undefined {
  const known = isHarmless(module);
  if (node.children.some((c) => c.type === 'wildcard_import')) {
    const names = starNames(module);
    if (!names) {
      const cause = unknown(`Xencfg does not know all that the module ${module} holds`, node);
      poison(machine, node, cause.reason, cause.cause);
      return cause;
    }
    for (const name of names) machine.bind(name, moduleMember(module, name, node), node);
    return undefined;
  }
  const missing = missingModule(module, child(node, 'module_name')!) ?? (machine.frame && mayRaise(machine, node));
  for (const imported of node.children.filter((c) => c.role === 'name')) {
    const name = source(machine, child(imported, 'name') ?? imported);
    const alias = child(imported, 'alias');
    const value = known
      ? moduleMember(module, name, imported)
      : unknown(`Xencfg does not know what the module ${module} holds`, imported);
    machine.bind(alias ? source(machine, alias) : name, value, imported);
  }
  return missing;
}

function importFuture(machine: Machine, node: PyNode): UnknownValue | undefined {
  for (const name of importedNames(machine.text, node)) {
    machine.bind(name, { kind: 'module', name: `__future__.${name}` }, node);
    if (name === 'division') machine.trueDivision = true;
    else if (name === 'unicode_literals' || name === 'print_function') {
      const cause = unknown(`Xencfg does not evaluate files with ${name}`, node);
      machine.everything ??= { reason: cause.reason, cause: cause.cause };
      return cause;
    }
  }
  return undefined;
}
