import { type Arguments, callValue } from './calls';
import type { DeclaredParameter, Machine } from './machine';
import { NONE, PyError, str, unknown, type Value } from './values';

/**
 * `xm_vars.var(name, use=..., check=...)` declares a parameter of `xm create`; `xm_vars.check()` hands each to its check
 * function and replaces it by what that gives. Undefined for a call that is not evaluated.
 */
export function callParameters(machine: Machine, name: string, given: Arguments): Value | undefined {
  machine.looked.add('xm_vars');
  if (name === 'var') return declare(machine, given);
  for (const one of machine.parameters) checkParameter(machine, one, given);
  return NONE;
}

function declare(machine: Machine, given: Arguments): Value | undefined {
  const declared = given.positional[0] ?? given.named.get('name');
  if (declared?.kind !== 'str') return undefined;
  const check = given.positional[2] ?? given.named.get('check');
  const { start, end } = given.node;
  const use = given.positional[1] ?? given.named.get('use');
  const help = use?.kind === 'str' ? use.value : undefined;
  machine.parameters.push({ name: declared.value, use: help, check, span: { start, end } });
  machine.declared.add(declared.value);
  return NONE;
}

function checkParameter(machine: Machine, parameter: DeclaredParameter, given: Arguments): void {
  const { name, check } = parameter;
  machine.declared.add(name);
  const value = machine.variables.get(name);
  if (!check || check.kind === 'none') {
    if (!value) machine.unsettled ??= unset(name, given);
    return;
  }
  const { frame } = machine;
  machine.frame = undefined;
  try {
    machine.looked.add(name);
    const checked = callValue(machine, check, {
      positional: [str(name), value ?? NONE],
      named: new Map(),
      node: given.node,
    });
    setParameter(machine, name, checked, given);
    if (checked.kind === 'unknown') machine.unsettled ??= checked;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    if (value) {
      parameter.problem = error.message === '' ? error.type : error.message;
      throw new PyError(error.type, `${name} - ${error.message}`);
    }
    const missing = unset(name, given);
    setParameter(machine, name, missing, given);
    machine.unsettled ??= missing;
  } finally {
    machine.frame = frame;
  }
}

/** xm put the value into the file's variables, where a name that is global to the file is not looked for. */
function setParameter(machine: Machine, name: string, value: Value, { node }: Arguments): void {
  if (machine.declaredGlobal.has(name)) machine.variables.set(name, value);
  else machine.bind(name, value, node);
}

function unset(name: string, { node }: Arguments) {
  return unknown(`${name} is a parameter of xm create`, node);
}
