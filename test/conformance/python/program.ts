import { Random } from '../generate/random';
import { BLOCKS } from './blocks';
import { DEFINITIONS } from './definitions';
import type { Type } from './expressions';
import { NAMES, WORDS } from './words';
import { type Scope, Writer } from './writer';

const TARGETS: readonly Type[] = [
  ...Array<Type>(6).fill('str'),
  ...Array<Type>(4).fill('int'),
  ...Array<Type>(4).fill('strs'),
  'unicode',
  'long',
  'float',
  'float',
  'bool',
  'none',
  'ints',
  'ints',
  'mixed',
  'tuple',
  'dict',
  'dict',
  'set',
  'match',
];

/** Statements that use variables; `{=str}` is a name that is a str afterwards, `{+str}` one that is a str already. */
const FORMS: readonly string[] = [
  '{=str} = {=str} = {str}',
  '{=str}, {=int} = {str}, {int}',
  '({=str}, {=int}) = ({str}, {int})',
  '[{=int}, {=int}] = {ints}',
  '{=str}, ({=int}, {=any}) = {str}, ({int}, {any})',
  '{=any}, {=any} = {tuple}',
  '{+int} {op}= {int}',
  '{+float} {op}= {float}',
  '{+str} += {str}',
  '{+str} *= {#3}',
  '{+str} %= {any}',
  '{+strs} += {strs}',
  '{+ints} *= {#2}',
  '{+any} {op}= {any}',
  '{+strs}[{#2}] = {str}',
  '{+ints}[-1] = {int}',
  '{+strs}[{#1}:{#2}] = {strs}',
  '{+mixed}[::2] = {mixed}',
  '{+ints}[{#1}] += {int}',
  "{+dict}['{key}'] = {any}",
  '{+dict}[{any}] = {any}',
  "{+dict}['{key}'] += {str}",
  "del {+dict}['{key}']",
  'del {+strs}[{#2}]',
  'del {+ints}[{#1}:]',
  'del {-any}',
  'del {-any}, {-any}',
  '{+strs}.append({str})',
  "{+strs}.append('%s,%d' % ({str}, {int}))",
  '{+strs}.extend({strs})',
  '{+strs}.insert({#2}, {str})',
  '{+strs}.remove({str})',
  '{+strs}.reverse()',
  '{+strs}.sort()',
  '{+mixed}.sort(reverse=True)',
  '{+strs}.sort(key=len)',
  '{+ints}.sort(lambda a, b: cmp(b, a))',
  '{+mixed}.append({any})',
  '{=any} = {+mixed}.pop({#1})',
  '{+dict}.update({dict})',
  '{+dict}.update({key}={any})',
  '{+dict}.clear()',
  '{+set}.add({int})',
  '{+set}.discard({int})',
  '{+set}.remove({int})',
  '{+set}.update({ints})',
  '{=dict} = {dict}',
  "{=any} = locals()['{key}']",
  "locals()['name'] = {str}",
  "name = {str}; {=str} = '%(name)s' % locals()",
  "name = {any}; {=str} = '%(name)s' % vars()",
  "{=bool} = 'name' in locals()",
  "{=bool} = 'name' in globals() or globals().has_key('a')",
  'print {any}',
  "print '%s' % {any!},",
  'print >>sys.stderr, {str}, {any}',
  'print',
  'print({any})',
  'sys.stdout.write({str})',
  'assert {any} or True',
  'pass',
  'import os',
  'import os, sys as s',
  'import string',
  'import math, random, time',
  'import os.path as p',
  'from os import path',
  'from os.path import join, basename as base',
  'from string import *',
  'from math import *',
  'from math import floor',
  'import re, socket, struct, operator, copy, itertools, types, commands, platform, base64',
  'from time import time, strftime',
  "exec 'a = 1'",
  "eval('{#9} + 1')",
  '{any}',
  '{=any} = lambda a, b={any}: a',
  '{=str} = (lambda *a, **k: str(a))({any}, {any})',
  '{=any} = {any}; {=str} = {str}',
  '{=str} = \\\n    {str}',
  "# {'}",
  '{=ints} = [{x} for {x} in range({#4})]; {=int} = {x}',
  '{=any} = sys.argv[0]',
  '{=any} = iter({mixed}).next()',
  '{=any} = (i for i in {mixed})',
  'q = {ints} + [3]; q.remove(3); {=int} = ([3] + q).index(3)',
  "q = {'a': {any}}; {=tuple} = q.popitem()",
  'q = set({ints}); q.update({ints})',
  'q = {ints}; q.reverse()',
  'q = {set}; q = set(q); q.clear()',
  "{=tuple} = re.search('(a)?(b*)', {str}).groups()",
  "{=any} = re.search('(?P<n>a)?(.*)', {str}).groupdict()",
  "for k in {'{key}': 1}.iterkeys(): {=str} = k",
  'q = {int}; q //= 7; q <<= 2',
  "for v in {'a': {any}}.itervalues(): {=any} = v",
  '{=any} = {any}, {any}',
  '{=any} = {member}',
  '{=any} = {member}',
  '{=any} = {hostmember}',
  '{=any} = {exception}',
  '{=any} = {other}',
  "{=str} = str({exception}('{'}', {int}))",
  "{=any} = {exception}('{'}').args",
  '{=any} = issubclass({exception}, {exception})',
  'for k in {+dict}.iterkeys(): {=str} = k',
  'for v in {+dict}.itervalues(): {=any} = v',
  '{=bool} = {set}.issubset({ints}); {=bool} = {set}.issuperset({set}); {=bool} = {set}.isdisjoint({set})',
  '{=set} = {set}; {+set}.clear()',
  '{+ints}.extend({ints}); {=int} = {+ints}.index({int})',
  "{=any} = re.compile('{pattern}').{search}({str})",
  "{=any} = re.subn('{pattern}', '-', {str})",
  "{=any} = re.compile('{pattern}').subn('-', {str})",
  '{=any} = bytes({str}), next(iter({strs}), {any}), callable(object), basestring',
  '{=any} = (lambda **k: sorted(k.keys()))(**{dict!})',
  '{=any} = (lambda *a, **k: len(a))(*{mixed!}, **{dict!})',
  'sys.stderr.write({str}); sys.stdout.flush(); sys.stderr.flush()',
  'time.sleep(0); random.seed({int})',
  '{=str} = string.{stringf}({str}, {#9})',
  "{=strs} = string.splitfields({str}, '{letter}'); {=strs} = string.rsplit({str}, '{letter}', {#2})",
  "{=str} = string.joinfields({strs}, '{'}'); {=str} = string.translate({str}, string.maketrans('ab', 'xy'))",
  '{=bool} = math.isinf({float}); {=float} = math.copysign({float}, -{float!})',
  '{=int} = socket.{swap}({#99})',
  "{=str} = os.path.expandvars('{path}')",
  '{=bool} = type({any}) == types.{typename}',
  '{=int} = 5; {=int} |= {int}',
  'a = {int}; a {op}= {#5}',
  "class Q: pass\nq = Q()\nsetattr(q, 'name', {any})\n{=any} = q.name",
  'q = {set}\nq.add({int})\nq.discard({int})\nq.add({str}); q.remove({#9} in q and list(q)[0])',
  'q = set([3]); q.add({int}); q.discard({int}); q.remove(3)',
  'q = set([{any}]); {=any} = q.pop(); {=int} = len(q)',
  'try: sys.exit({#2})\nexcept SystemExit, e: {=any} = e.code, e.args',
  '{=any} = {any} if {any} else {any}',
  'if {+str}: {=str} = {+str}',
  'if 1: {=str} = {str}; {=int} = {int}',
  'while 0: pass',
  '{=any} = Ellipsis',
  '{=any} = 1j',
  '{=any} = slice({#3}, {#9})',
  '{=any} = {strs!}[slice({#2})]',
  'xm_help == 0',
  'with open({str}) as f: {=str} = f.read()',
];

const NAMED = [WORDS.member!, WORDS.exception!, WORDS.member!, WORDS.hostmember!, WORDS.other!];

const SIMPLE_FORMS = FORMS.filter((form) => !/^(if|while|with|exec|#)|\n|import \*/.test(form));
const OPERATORS = ['+', '-', '*', '/', '//', '%', '**', '&', '|', '^', '<<', '>>'];

/** One generated program. */
export class Program {
  readonly random: Random;
  readonly writer: Writer;
  /** What a block is indented by. */
  readonly unit: string;
  #functions = 0;

  constructor(
    seed: string,
    readonly asksHost: boolean,
    /** The number of the program: each has one of the names of which every one has to occur. */
    readonly number: number,
  ) {
    this.random = new Random(seed);
    this.writer = new Writer(this.random, asksHost);
    this.unit = this.random.pick(['    ', '    ', '  ', '\t']);
  }

  /** The whole text. */
  text(): string {
    const { random } = this;
    const scope: Scope = { names: new Map(), functions: [] };
    const lines = random.oneIn(12) ? ['# -*- coding: utf-8 -*-'] : [];
    if (random.oneIn(40)) lines.push('from __future__ import division');
    lines.push(
      'import re, string, math, operator, itertools, copy, types, struct, base64, time, random, commands, platform',
    );
    const names = NAMED[this.number % NAMED.length]!;
    lines.push(`q = ${names[Math.floor(this.number / NAMED.length) % names.length]}`);
    lines.push(...this.statements(scope, 0, random.few(2, 7)));
    // Texts of several lines in backquotes, and backquotes in backquotes, are not read as Python reads them.
    if (
      lines
        .join('\n')
        .match(/`[^`]*`/g)
        ?.some((found) => found.includes('\n') || /^`[^`]*[[(]`$/.test(found))
    )
      return this.text();
    const end = random.oneIn(30) ? '\r\n' : '\n';
    return lines.join('\n').split('\n').join(end) + (random.oneIn(20) ? '' : end);
  }

  statements(scope: Scope, depth: number, count: number): string[] {
    return Array.from({ length: count }, () => this.statement(scope, depth)).flat();
  }

  statement(scope: Scope, depth: number): string[] {
    const { random } = this;
    const which = random.below(20);
    if (depth < 3 && which < 4) return this.#weighted(BLOCKS)(this, scope, depth);
    if (depth < 2 && which < 6) return this.#weighted(DEFINITIONS)(this, scope, depth);
    if (which < 13) return [this.assignment(scope)];
    return this.fill(random.pick(depth > 0 ? SIMPLE_FORMS : FORMS), scope).split('\n');
  }

  /** A statement on one line that holds no other. */
  simple(scope: Scope): string {
    return this.random.oneIn(2) ? this.assignment(scope) : this.fill(this.random.pick(SIMPLE_FORMS), scope);
  }

  assignment(scope: Scope, type = this.random.pick(TARGETS)): string {
    const value = this.writer.expression(type, scope);
    const name = this.name();
    scope.names.set(name, type);
    return `${name} = ${value}${this.random.oneIn(12) ? '  # note' : ''}`;
  }

  fill(form: string, scope: Scope): string {
    const { random, writer } = this;
    const filled = form.includes('{op}') ? form.replace('{op}', random.pick(OPERATORS)) : form;
    // What stands on the right is written first: it sees the names as they were.
    const made: [string, Type][] = [];
    const missing: Type[] = [];
    const text = writer.fill(
      filled.replace(/\{([=+-])([a-z]+)\}/g, (_, mark: string, type: Type) => {
        if (mark === '=') {
          made.push([this.name(), type]);
          return made.at(-1)![0];
        }
        const found = [...scope.names].filter(([, known]) => known === type || type === 'any');
        const isMissing = found.length === 0 && !random.oneIn(40);
        if (isMissing) missing.push(type);
        const name = found.length > 0 ? random.pick(found)[0] : this.name();
        if (mark === '-') scope.names.delete(name);
        return name;
      }),
      scope,
    );
    if (missing.length > 0) return this.assignment(scope, missing[0]);
    for (const [name, type] of made) if (type !== 'any') scope.names.set(name, type);
    return text;
  }

  indented(lines: readonly string[]): string[] {
    return lines.map((line) => this.unit + line);
  }

  name(): string {
    return this.random.pick(NAMES);
  }

  /** A number that no other function of the program has. */
  next(): number {
    return ++this.#functions;
  }

  #weighted<T>(choices: readonly (readonly [number, T])[]): T {
    let at = this.random.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, choice] of choices) {
      at -= weight;
      if (at < 0) return choice;
    }
    throw new Error('no choice');
  }
}
