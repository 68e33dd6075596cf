import type { Type } from './expressions';
import type { Program } from './program';
import type { Scope } from './writer';

/** Writes a statement that may hold others; gives its lines without indentation. */
export type Block = (program: Program, scope: Scope, depth: number) => string[];

/** What is assigned in a block is only sure to be there afterwards when the block is sure to run. */
function inside(
  program: Program,
  scope: Scope,
  depth: number,
  more: readonly (readonly [string, Type])[] = [],
): string[] {
  const copy: Scope = { names: new Map([...scope.names, ...more]), functions: [...scope.functions] };
  const lines = program.indented(program.statements(copy, depth + 1, program.random.few(1, 3)));
  if (program.random.oneIn(12)) for (const [name, type] of copy.names) scope.names.set(name, type);
  return lines;
}

function ifStatement(program: Program, scope: Scope, depth: number): string[] {
  const { random, writer } = program;
  const lines = [`if ${writer.expression('bool', scope)}:`];
  if (random.oneIn(8)) return [`${lines[0]} ${program.simple(scope)}`];
  if (random.oneIn(4)) lines[0] += '  # why';
  lines.push(...inside(program, scope, depth));
  while (random.oneIn(3)) lines.push(`elif ${writer.expression('any', scope)}:`, ...inside(program, scope, depth));
  if (random.oneIn(2)) lines.push('else:', ...inside(program, scope, depth));
  return lines;
}

const LOOPS: readonly (readonly [head: string, ...names: (readonly [string, Type])[]])[] = [
  ['for s in {strs}:', ['s', 'str']],
  ['for i in {ints}:', ['i', 'int']],
  ['for i in range({#4}):', ['i', 'int']],
  ['for i, s in enumerate({strs}):', ['i', 'int'], ['s', 'str']],
  ['for (i, s) in zip({ints}, {strs}):', ['i', 'int'], ['s', 'str']],
  ["for k, v in {'a': {int}}.items():", ['k', 'str'], ['v', 'int']],
  ['for k, v in sorted({dict!}.items()):', ['k', 'str']],
  ['for k in {dict}:', ['k', 'str']],
  ['for c in {str}:', ['c', 'str']],
  ['for [a, b] in [[{int}, {str}], [{int}, {str}]]:', ['a', 'int'], ['b', 'str']],
  ['for i, (a, b) in enumerate([({int}, {str})]):', ['i', 'int'], ['a', 'int'], ['b', 'str']],
  ['for k, v in {dict!}.iteritems():', ['k', 'str']],
  ['for s in {str}, {str}:', ['s', 'str']],
];

function forStatement(program: Program, scope: Scope, depth: number): string[] {
  const { random, writer } = program;
  const [head, ...names] = random.pick(LOOPS);
  const lines = [writer.fill(head, scope), ...inside(program, scope, depth, names)];
  for (const [name, type] of names) if (random.oneIn(3)) scope.names.set(name, type);
  if (random.oneIn(4))
    lines.push(...program.indented([`if ${writer.expression('bool', scope)}: ${random.pick(['break', 'continue'])}`]));
  if (random.oneIn(6)) lines.push('else:', ...inside(program, scope, depth));
  return lines;
}

function whileStatement(program: Program, scope: Scope, depth: number): string[] {
  const { random } = program;
  const name = `n${depth}`;
  const head = `while ${name} ${random.pick(['<', '<=', '!='])} ${random.below(4) + 1}:`;
  const lines = [
    `${name} = 0`,
    head,
    `${program.unit}${name} += 1`,
    ...program.indented(program.statements(scope, depth + 1, 1)),
  ];
  if (random.oneIn(3))
    lines.push(`${program.unit}if {bool}: break`.replace('{bool}', program.writer.expression('bool', scope)));
  if (random.oneIn(4)) lines.push('else:', ...inside(program, scope, depth));
  return lines;
}

const HANDLERS: readonly string[] = [
  'except:',
  'except ValueError:',
  'except (TypeError, KeyError):',
  'except Exception, e:',
  'except (IndexError, AttributeError), e:',
  'except Exception as e:',
  'except NameError, err:',
  'except LookupError:',
  'except StandardError, e:',
  'except ArithmeticError:',
  'except ImportError:',
  'except (IOError, OSError):',
];

const RAISES: readonly string[] = [
  "raise ValueError, '{'}'",
  "raise ValueError('{'}')",
  'raise KeyError({any})',
  'raise TypeError',
  'raise IndexError()',
  "raise RuntimeError, ('{'}', {int})",
  "raise Exception('%s' % {any!})",
  'assert {bool}, {any}',
  'assert {any}',
  'del nothing',
  'nothing',
  '{any!}.nothing',
  "int('{'}')",
  '{int} / {#1}',
  '{mixed!}[{#9}]',
  "{dict!}['{key}']",
];

function tryStatement(program: Program, scope: Scope, depth: number): string[] {
  const { random, writer } = program;
  const lines = ['try:', ...inside(program, scope, depth)];
  if (random.oneIn(2)) lines.push(`${program.unit}${writer.fill(random.pick(RAISES), scope)}`);
  const useError = (head: string): string[] => {
    const name = /[, ] ?(?:as )?(e|err):$/.exec(head)?.[1];
    if (!name || random.oneIn(3)) return [];
    const target = program.name();
    scope.names.set(target, 'str');
    const form = random.pick([
      'str(?)',
      "'%s' % ?",
      'repr(?.args)',
      '?.args[0]',
      '?.message',
      'type(?).__name__',
      '?.__class__.__name__',
    ]);
    return [`${program.unit}${target} = ${form.replace('?', name)}`];
  };
  if (random.oneIn(10)) return [...lines, 'finally:', ...inside(program, scope, depth)];
  for (let clauses = random.few(1, 2); clauses > 0; clauses--) {
    const head = clauses > 1 ? random.pick(HANDLERS.slice(1)) : random.pick(HANDLERS);
    lines.push(head, ...useError(head), ...inside(program, scope, depth));
  }
  if (random.oneIn(8)) lines.push(`${program.unit}raise`);
  if (random.oneIn(5)) lines.push('else:', ...inside(program, scope, depth));
  if (random.oneIn(6)) lines.push('finally:', ...inside(program, scope, depth));
  return lines;
}

function raiseStatement(program: Program, scope: Scope): string[] {
  return [program.writer.fill(program.random.pick(RAISES), scope)];
}

export const BLOCKS: readonly (readonly [weight: number, block: Block])[] = [
  [5, ifStatement],
  [4, forStatement],
  [1, whileStatement],
  [2, tryStatement],
  [1, (program, scope) => (program.random.oneIn(4) ? raiseStatement(program, scope) : [program.simple(scope)])],
];
