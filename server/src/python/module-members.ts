import type { Span } from '../syntax/span';
import { MATH_FUNCTIONS } from './maths';
import { PATH_FUNCTIONS } from './paths';
import { SOCKET_FUNCTIONS } from './sockets';
import { STRING_FUNCTIONS } from './string-module';
import { bool, type CallableValue, float, integer, NONE, str, tuple, unknown, type Value } from './values';

type Member = Value | 'function' | 'module';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const BLANKS = '\t\n\x0b\x0c\r ';

const functions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'function' as const]));
const numbers = (given: Record<string, number>) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, integer(value)]));
const type = (name: string): CallableValue => ({ kind: 'callable', name });

const PATHS = {
  sep: str('/'),
  pathsep: str(':'),
  curdir: str('.'),
  pardir: str('..'),
  extsep: str('.'),
  altsep: NONE,
  devnull: str('/dev/null'),
  defpath: str(':/bin:/usr/bin'),
};

/** What is known of the modules that such files import. A function is known by its name alone. */
const MODULES: Record<string, Record<string, Member>> = {
  os: {
    name: str('posix'),
    linesep: str('\n'),
    ...PATHS,
    ...numbers({ F_OK: 0, X_OK: 1, W_OK: 2, R_OK: 4, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2 }),
    path: 'module',
    ...functions(['uname', 'getcwd']),
  },
  'os.path': { ...PATHS, supports_unicode_filenames: bool(false), ...functions(PATH_FUNCTIONS) },
  // What a file writes there concerns nobody any more.
  'sys.stdout': functions(['write', 'flush']),
  'sys.stderr': functions(['write', 'flush']),
  sys: {
    stdout: 'module',
    stderr: 'module',
    platform: str('linux2'),
    maxint: integer(2n ** 63n - 1n),
    byteorder: str('little'),
    exit: 'function',
  },
  re: {
    ...functions(['search', 'match', 'sub', 'subn', 'findall', 'split', 'compile', 'escape']),
    ...numbers({ I: 2, IGNORECASE: 2, L: 4, LOCALE: 4, M: 8, MULTILINE: 8, S: 16, DOTALL: 16 }),
    ...numbers({ U: 32, UNICODE: 32, X: 64, VERBOSE: 64 }),
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
    punctuation: str(PUNCTUATION),
    whitespace: str(BLANKS),
    printable: str(`0123456789${LOWER}${UPPER}${PUNCTUATION} \t\n\r\x0b\x0c`),
    ...functions(STRING_FUNCTIONS),
  },
  xm_vars: functions(['var', 'check']),
  math: { pi: float(Math.PI), e: float(Math.E), ...functions(MATH_FUNCTIONS) },
  socket: { ...numbers({ AF_UNIX: 1, AF_INET: 2, SOCK_STREAM: 1, SOCK_DGRAM: 2 }), ...functions(SOCKET_FUNCTIONS) },
  time: functions(['sleep']),
  random: functions(['seed']),
  copy: functions(['copy', 'deepcopy']),
  types: {
    BooleanType: type('bool'),
    DictType: type('dict'),
    DictionaryType: type('dict'),
    FloatType: type('float'),
    IntType: type('int'),
    ListType: type('list'),
    LongType: type('long'),
    NoneType: type('NoneType'),
    StringType: type('str'),
    StringTypes: tuple([type('str'), type('unicode')]),
    TupleType: type('tuple'),
    TypeType: type('type'),
    UnicodeType: type('unicode'),
    XRangeType: type('xrange'),
  },
};

const HARMLESS = new Set([
  ...Object.keys(MODULES),
  ...'commands datetime errno getopt glob itertools operator platform posix shutil struct subprocess'.split(' '),
]);

/** What `from module import *` binds in Python 2.7, where it binds more than what is known of the module. */
const STARS: Record<string, string> = {
  string: 'Formatter Template atof_error atoi_error atol_error index_error',
  math:
    'acos acosh asin asinh atan atan2 atanh cos cosh erf erfc exp expm1 factorial frexp fsum gamma hypot ldexp lgamma log ' +
    'log10 log1p pow sin sinh tan tanh',
  re: 'error finditer purge template',
  time:
    'accept2dyear altzone asctime clock ctime daylight gmtime localtime mktime strftime strptime struct_time time ' +
    'timezone tzname tzset',
  random:
    'Random SystemRandom WichmannHill betavariate choice expovariate gammavariate gauss getrandbits getstate jumpahead ' +
    'lognormvariate normalvariate paretovariate randint random randrange sample setstate shuffle triangular uniform ' +
    'vonmisesvariate weibullvariate',
  'os.path':
    'exists getatime getctime getmtime getsize isdir isfile islink ismount lexists realpath samefile sameopenfile samestat walk',
  commands: 'getoutput getstatus getstatusoutput',
  copy: 'Error',
};

const machineOf = (what: string) => `it depends on ${what} of the machine where xm ran`;
const REASONS: Record<string, string> = {
  'os.environ': machineOf('the environment'),
  'os.getenv': machineOf('the environment'),
  'os.getcwd': 'it depends on the folder where xm ran',
  'os.popen': 'it depends on what another program prints',
  'os.system': 'it depends on what another program does',
  'os.getpid': 'it depends on the process that xm was',
  'sys.argv': 'it depends on how xm was called',
  'sys.version': machineOf('the Python'),
  'sys.version_info': machineOf('the Python'),
  'sys.path': machineOf('the files'),
  'socket.gethostbyname': machineOf('the network'),
  'socket.socket': machineOf('the network'),
};
for (const name of 'listdir access stat path.exists path.isfile path.isdir path.islink path.ismount path.lexists path.getsize path.getmtime path.realpath'.split(
  ' ',
))
  REASONS[`os.${name}`] = machineOf('the files');
for (const name of ['os.getlogin', 'os.getuid', 'os.getgid']) REASONS[name] = machineOf('the users');
for (const name of ['socket.gethostname', 'socket.getfqdn', 'platform.node', 'platform.uname'])
  REASONS[name] = machineOf('the host name');

/** Why nothing is known of a whole module's members. */
const MODULE_REASONS: Record<string, string> = {
  time: 'it depends on the time',
  datetime: 'it depends on the time',
  random: 'it depends on chance',
  uuid: 'it depends on chance',
  commands: 'it depends on what another program prints',
  subprocess: 'it depends on what another program does',
  platform: machineOf('the system'),
  glob: machineOf('the files'),
  shutil: machineOf('the files'),
  math: "its last digit depends on the machine's own library",
};

function membersOf(module: string): Record<string, Member> {
  return Object.hasOwn(MODULES, module) ? MODULES[module]! : {};
}

/** The modules and the names in them that are evaluated. */
export function evaluatedMembers(): { readonly module: string; readonly names: readonly string[] }[] {
  return Object.entries(MODULES).map(([module, members]) => ({ module, names: Object.keys(members) }));
}

/** Names of modules that depend on the machine, each as `module.name`. */
export const HOST_MEMBERS: readonly string[] = Object.keys(REASONS);

/** True for a module of Python's own whose import does nothing but bind a name. */
export function isHarmless(module: string): boolean {
  return HARMLESS.has(module);
}

/** True for a name that a module of Python's own is known to have. */
export function hasMember(module: string, name: string): boolean {
  return (
    Object.hasOwn(membersOf(module), name) ||
    Object.hasOwn(REASONS, `${module}.${name}`) ||
    (starNames(module)?.includes(name) ?? false)
  );
}

/** The names that `from module import *` binds; undefined when they are not all known. */
export function starNames(module: string): string[] | undefined {
  if (!Object.hasOwn(STARS, module)) return undefined;
  return [...Object.keys(membersOf(module)), ...STARS[module]!.split(' ')];
}

/** `module.name`; unknown when it depends on the machine, or is not evaluated. */
export function moduleMember(module: string, name: string, at: Span): Value {
  const members = membersOf(module);
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  if (member === 'module') return { kind: 'module', name: `${module}.${name}` };
  if (member === 'function') return { kind: 'callable', name: `${module}.${name}` };
  const reason = REASONS[`${module}.${name}`] ?? MODULE_REASONS[module];
  return member ?? unknown(reason ?? `Xencfg does not know ${module}.${name}`, at);
}
