import { PyError, type StrValue, str, tuple, typeName, type Value } from './values';

type PathFunction = (path: string, more: readonly string[]) => Value | undefined;

const split = (path: string): [head: string, tail: string] => {
  const cut = path.lastIndexOf('/') + 1;
  const head = path.slice(0, cut);
  return [/^\/+$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(cut)];
};

function join(a: string, b: string): string {
  if (b.startsWith('/')) return b;
  return a === '' || a.endsWith('/') ? a + b : `${a}/${b}`;
}

function normalised(path: string): string {
  if (path === '') return '.';
  // Two slashes in front are a case of their own in POSIX, three are one.
  const root = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : '';
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && kept.length === 0) || kept.at(-1) === '..') kept.push(part);
    else kept.pop();
  }
  return root + kept.join('/') || '.';
}

function splitEnding(path: string): [string, string] {
  const cut = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const hasEnding = dot > cut && /[^.]/.test(path.slice(cut, dot));
  return hasEnding ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
}

function relative(path: string, from: string): string {
  const steps = (one: string) => normalised(one).split('/').filter(Boolean);
  const [to, start] = [steps(path), steps(from)];
  let common = 0;
  while (common < to.length && common < start.length && to[common] === start[common]) common++;
  return [...start.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

const pair = (parts: readonly string[]) => tuple(parts.map(str));

/** The functions of `os.path` that look at texts alone, with the most arguments that they take. */
const FUNCTIONS: Record<string, readonly [most: number, run: PathFunction]> = {
  basename: [1, (path) => str(split(path)[1])],
  dirname: [1, (path) => str(split(path)[0])],
  split: [1, (path) => pair(split(path))],
  splitext: [1, (path) => pair(splitEnding(path))],
  splitdrive: [1, (path) => pair(['', path])],
  normpath: [1, (path) => str(normalised(path))],
  normcase: [1, (path) => str(path)],
  isabs: [1, (path) => ({ kind: 'bool', value: path.startsWith('/') })],
  abspath: [1, (path) => (path.startsWith('/') ? str(normalised(path)) : undefined)],
  expanduser: [1, (path) => (path.startsWith('~') ? undefined : str(path))],
  expandvars: [1, (path) => (path.includes('$') ? undefined : str(path))],
  join: [Number.POSITIVE_INFINITY, (path, more) => str(more.reduce(join, path))],
  relpath: [
    2,
    (path, [from]) => (from?.startsWith('/') && path.startsWith('/') ? str(relative(path, from)) : undefined),
  ],
};

/** The names of those functions. */
export const PATH_FUNCTIONS: readonly string[] = [...Object.keys(FUNCTIONS), 'commonprefix'];

/** Calls a function of `os.path`; undefined for what it does not tell by the text. */
export function callPath(name: string, given: readonly Value[]): Value | undefined {
  if (name === 'commonprefix') return given.length === 1 ? commonPrefix(given[0]!) : undefined;
  if (!Object.hasOwn(FUNCTIONS, name)) return undefined;
  const [most, run] = FUNCTIONS[name]!;
  if (given.length === 0 || given.length > most) {
    const bound = name === 'join' ? 'at least 1' : `exactly ${most}`;
    if (most === 2) return undefined;
    throw new PyError('TypeError', `${name}() takes ${bound} argument${most === 2 ? 's' : ''} (${given.length} given)`);
  }
  if (!given.every((value): value is StrValue => value.kind === 'str')) {
    const wrong = given.find((value) => value.kind !== 'str' && value.kind !== 'unicode');
    if (wrong && given[0] === wrong && /^(basename|dirname|split|splitext)$/.test(name) && wrong.kind !== 'instance')
      throw new PyError('AttributeError', `'${typeName(wrong)}' object has no attribute 'rfind'`);
    return undefined;
  }
  return run(
    given[0]!.value,
    given.slice(1).map((value) => value.value),
  );
}

function commonPrefix(value: Value): Value | undefined {
  if (value.kind !== 'list' && value.kind !== 'tuple') return undefined;
  const texts = value.items.map((item) => (item.kind === 'str' ? item.value : undefined));
  if (texts.includes(undefined)) return undefined;
  const [first = '', ...others] = texts as string[];
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return str(first.slice(0, length));
}
