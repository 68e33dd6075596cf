import type { Span } from '../syntax/span';
import { toBytes } from './bytes';
import { type Arguments, firstUnknown } from './calls';
import type { Machine } from './machine';
import { toFloat } from './operators';
import { callParameters } from './parameters';
import { callPattern } from './patterns';
import { float, integer, isText, NONE, PyError, str, tuple, unknown, type Value } from './values';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();

/** What is known of the modules that such files import. A function is known by its name alone. */
const MODULES: Record<string, Record<string, Value | 'function' | 'module'>> = {
  os: {
    name: str('posix'),
    sep: str('/'),
    linesep: str('\n'),
    pathsep: str(':'),
    curdir: str('.'),
    path: 'module',
    getcwd: 'function',
    uname: 'function',
  },
  'os.path': { sep: str('/'), basename: 'function', dirname: 'function', join: 'function', splitext: 'function' },
  // What a file writes there concerns nobody any more.
  'sys.stdout': { write: 'function', flush: 'function' },
  'sys.stderr': { write: 'function', flush: 'function' },
  sys: {
    stdout: 'module',
    stderr: 'module',
    platform: str('linux2'),
    maxint: integer(2n ** 63n - 1n),
    byteorder: str('little'),
  },
  re: {
    search: 'function',
    match: 'function',
    sub: 'function',
    findall: 'function',
    split: 'function',
    I: integer(2),
    IGNORECASE: integer(2),
    M: integer(8),
    MULTILINE: integer(8),
    S: integer(16),
    DOTALL: integer(16),
  },
  string: {
    digits: str('0123456789'),
    hexdigits: str('0123456789abcdefABCDEF'),
    octdigits: str('01234567'),
    lowercase: str(LOWER),
    uppercase: str(UPPER),
    letters: str(LOWER + UPPER),
    ascii_lowercase: str(LOWER),
    ascii_uppercase: str(UPPER),
    ascii_letters: str(LOWER + UPPER),
    whitespace: str('\t\n\x0b\x0c\r '),
  },
  xm_vars: { var: 'function', check: 'function' },
  math: { pi: float(Math.PI), e: float(Math.E), ceil: 'function', floor: 'function', sqrt: 'function' },
};

const HARMLESS = new Set([
  ...Object.keys(MODULES),
  'commands',
  'datetime',
  'errno',
  'getopt',
  'glob',
  'itertools',
  'platform',
  'posix',
  'random',
  'shutil',
  'socket',
  'struct',
  'subprocess',
  'time',
  'types',
]);

/** True for a module of Python's own whose import does nothing but bind a name. */
export function isHarmless(module: string): boolean {
  return HARMLESS.has(module);
}

function membersOf(module: string): Record<string, Value | 'function' | 'module'> {
  return Object.hasOwn(MODULES, module) ? MODULES[module]! : {};
}

/** True for a name that a module of Python's own is known to have. */
export function hasMember(module: string, name: string): boolean {
  return Object.hasOwn(membersOf(module), name) || Object.hasOwn(REASONS, `${module}.${name}`);
}

/** The names that `from module import *` binds; undefined when they are not all known. */
export function starNames(module: string): string[] | undefined {
  return module === 'string' || module === 'math' || module === 're' ? Object.keys(membersOf(module)) : undefined;
}

/** `module.name`; unknown when it depends on the machine, or is not evaluated. */
export function moduleMember(module: string, name: string, at: Span): Value {
  const members = membersOf(module);
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  if (member === 'module') return { kind: 'module', name: `${module}.${name}` };
  if (member === 'function') return { kind: 'callable', name: `${module}.${name}` };
  return member ?? unknown(REASONS[`${module}.${name}`] ?? `Xencfg does not know ${module}.${name}`, at);
}

const machineOf = (what: string) => `it depends on ${what} of the machine where xm ran`;
const REASONS: Record<string, string> = {
  'os.environ': machineOf('the environment'),
  'os.getenv': machineOf('the environment'),
  'os.getcwd': 'it depends on the folder where xm ran',
  'os.popen': 'it depends on what another program prints',
  'os.system': 'it depends on what another program does',
  'os.listdir': machineOf('the files'),
  'os.path.exists': machineOf('the files'),
  'os.path.isfile': machineOf('the files'),
  'os.path.isdir': machineOf('the files'),
  'os.access': machineOf('the files'),
  'socket.gethostname': machineOf('the host name'),
  'platform.node': machineOf('the host name'),
  'time.time': 'it depends on the time',
  'random.randint': 'it depends on chance',
  'random.choice': 'it depends on chance',
  'commands.getoutput': 'it depends on what another program prints',
  'sys.argv': 'it depends on how xm was called',
};

/** Calls a function of a module; undefined when it is one that is not evaluated. */
export function callModule(machine: Machine, name: string, given: Arguments): Value | undefined {
  if (name === 'os.uname') {
    machine.assume('os.uname() is that of an x86_64 Linux host', given.node);
    const host = unknown(machineOf('the host name and kernel'), given.node);
    return tuple([str('Linux'), host, host, host, str('x86_64')]);
  }
  if (name === 'os.getcwd' && given.positional.length === 0) return folder(machine, given.node);
  if (name.startsWith('xm_vars.')) return callParameters(machine, name.slice(8), given);
  if (/^sys\.std(out|err)\./.test(name)) return NONE;
  const hidden = firstUnknown(given);
  if (hidden) return hidden;
  if (given.named.size > 0) return undefined;
  if (name.startsWith('re.')) return callPattern(machine, name.slice(3), given);
  if (name.startsWith('os.path.')) return pathFunction(name.slice(8), given.positional);
  if (name.startsWith('math.')) return mathFunction(name.slice(5), given.positional);
  return undefined;
}

/** xm is taken to have run in the file's own folder. */
function folder(machine: Machine, at: Span): Value {
  if (machine.folder === undefined) return unknown(REASONS['os.getcwd']!, at);
  machine.assume(`os.getcwd() is the file's folder, '${machine.folder}'`, at);
  return str(toBytes(machine.folder));
}

function pathFunction(name: string, given: readonly Value[]): Value | undefined {
  const texts = given.map((value) => (value.kind === 'str' ? value.value : undefined));
  const [first] = texts;
  if (first === undefined || texts.includes(undefined)) return undefined;
  if (name === 'join') return str((texts as string[]).reduce(joinPaths));
  if (texts.length !== 1) throw new PyError('TypeError', `${name}() takes exactly 1 argument (${texts.length} given)`);
  const cut = first.lastIndexOf('/') + 1;
  if (name === 'basename') return str(first.slice(cut));
  if (name === 'dirname')
    return str(/^\/+$/.test(first.slice(0, cut)) ? first.slice(0, cut) : first.slice(0, cut).replace(/\/+$/, ''));
  const dot = first.lastIndexOf('.');
  const hasEnding = dot > cut && /[^.]/.test(first.slice(cut, dot));
  return tuple(hasEnding ? [str(first.slice(0, dot)), str(first.slice(dot))] : [str(first), str('')]);
}

function joinPaths(a: string, b: string): string {
  if (b.startsWith('/')) return b;
  return a === '' || a.endsWith('/') ? a + b : `${a}/${b}`;
}

function mathFunction(name: string, [value]: readonly Value[]): Value | undefined {
  if (!value || isText(value)) throw new PyError('TypeError', 'a float is required');
  const number = toFloat(value);
  if (name === 'ceil') return float(Math.ceil(number));
  if (name === 'floor') return float(Math.floor(number));
  if (number < 0) throw new PyError('ValueError', 'math domain error');
  return float(Math.sqrt(number));
}
