import { repr, toStr } from './text';
import { type ClassValue, type InstanceValue, PyError, str, tuple, type Value } from './values';

/** Python's own exceptions: each name with the one that it is a kind of. */
const PARENTS: Record<string, string> = {
  BaseException: '',
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  GeneratorExit: 'BaseException',
  Exception: 'BaseException',
  StopIteration: 'Exception',
  StandardError: 'Exception',
  Warning: 'Exception',
  BufferError: 'StandardError',
  ArithmeticError: 'StandardError',
  FloatingPointError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  ZeroDivisionError: 'ArithmeticError',
  AssertionError: 'StandardError',
  AttributeError: 'StandardError',
  EnvironmentError: 'StandardError',
  IOError: 'EnvironmentError',
  OSError: 'EnvironmentError',
  EOFError: 'StandardError',
  ImportError: 'StandardError',
  LookupError: 'StandardError',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  MemoryError: 'StandardError',
  NameError: 'StandardError',
  UnboundLocalError: 'NameError',
  ReferenceError: 'StandardError',
  RuntimeError: 'StandardError',
  NotImplementedError: 'RuntimeError',
  SyntaxError: 'StandardError',
  IndentationError: 'SyntaxError',
  TabError: 'IndentationError',
  SystemError: 'StandardError',
  TypeError: 'StandardError',
  ValueError: 'StandardError',
  UnicodeError: 'ValueError',
  UnicodeDecodeError: 'UnicodeError',
  UnicodeEncodeError: 'UnicodeError',
  UnicodeTranslateError: 'UnicodeError',
};
for (const name of 'Bytes Deprecation Future Import PendingDeprecation Runtime Syntax Unicode User'.split(' '))
  PARENTS[`${name}Warning`] = 'Warning';

const classes = new Map<string, ClassValue>();
for (const [name, parent] of Object.entries(PARENTS)) {
  const attributes = new Map<string, Value>();
  if (!parent) attributes.set('__init__', { kind: 'callable', name: 'BaseException.__init__' });
  const line: ClassValue[] = [];
  const made: ClassValue = { kind: 'class', name, line, attributes, isOld: false };
  line.push(made, ...(classes.get(parent)?.line ?? []));
  classes.set(name, made);
}

/** The class of one of Python's own exceptions. */
export function exceptionClass(name: string): ClassValue | undefined {
  return classes.get(name);
}

/** The names of Python's own exceptions. */
export const EXCEPTION_NAMES: readonly string[] = [...classes.keys()];

/** True for a class that can be raised and is no old-style class. */
export function isException(one: ClassValue): boolean {
  return one.line.some(({ name, line }) => name === 'BaseException' && line.length === 1);
}

/** Gives an exception what it was made of. */
export function setArguments(instance: InstanceValue, given: readonly Value[]): void {
  instance.attributes.set('args', tuple(given));
  instance.attributes.set('message', given.length === 1 ? given[0]! : str(''));
  if (instance.class.line.some(({ name }) => name === 'SystemExit'))
    instance.attributes.set(
      'code',
      given.length === 0 ? { kind: 'none' } : given.length === 1 ? given[0]! : tuple(given),
    );
  if (given.length < 2 || given.length > 3 || !instance.class.line.some(({ name }) => name === 'EnvironmentError'))
    return;
  instance.attributes.set('errno', given[0]!);
  instance.attributes.set('strerror', given[1]!);
}

/** `str()` of an exception without a method of its own for that; undefined where it holds a memory address. */
export function exceptionText(instance: InstanceValue): string | undefined {
  const args = instance.attributes.get('args');
  if (args?.kind !== 'tuple') return undefined;
  const { items } = args;
  const is = (name: string) => instance.class.line.some((one) => one.name === name);
  if (items.length === 0) return '';
  if (is('UnicodeDecodeError') || is('UnicodeEncodeError') || is('SyntaxError')) return undefined;
  if (items.length === 1) return is('KeyError') ? repr(items[0]!) : toStr(items[0]!);
  if (is('EnvironmentError') && items.length === 2) {
    const [code, words] = items.map(toStr);
    return code === undefined || words === undefined ? undefined : `[Errno ${code}] ${words}`;
  }
  return is('EnvironmentError') ? undefined : repr(args);
}

/** The error that a `raise` of an instance is. */
export function errorOf(instance: InstanceValue): PyError {
  return new PyError(instance.class.name, textOf(instance), instance);
}

/** What `str()` gives for it; empty where that fails, which nobody hears of. */
function textOf(instance: InstanceValue): string {
  try {
    const own = instance.send('__str__', []);
    return own ? (own.kind === 'str' ? own.value : '') : (exceptionText(instance) ?? '');
  } catch (error) {
    if (error instanceof PyError) return '';
    throw error;
  }
}

/** An error of one of Python's own kinds with its arguments. */
export function raiseFrom(name: string, given: readonly Value[]): PyError {
  const instance = plainInstance(exceptionClass(name)!);
  setArguments(instance, given);
  return errorOf(instance);
}

function plainInstance(one: ClassValue): InstanceValue {
  return { kind: 'instance', class: one, attributes: new Map(), send: () => undefined };
}

/** What an `except` clause names: the exception behind an error. */
export function exceptionOf(error: PyError): InstanceValue | undefined {
  if (error.raised && 'kind' in error.raised) return error.raised;
  const known = exceptionClass(error.type);
  if (!known) return undefined;
  const instance = plainInstance(known);
  // These have parts of their own, of which no message tells.
  if (/^Unicode|^SyntaxError$|^KeyError$/.test(error.type) && !error.raised) return instance;
  setArguments(instance, (error.raised as readonly Value[] | undefined) ?? [str(error.message)]);
  return instance;
}
