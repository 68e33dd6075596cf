import { Random } from '../generate/random';
import { BLOCKS } from './blocks';
import { DEFINITIONS } from './definitions';
import type { Type } from './expressions';
import { ODD_STATEMENTS, STATEMENTS } from './statement-forms';
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

const NAMED = [WORDS.member!, WORDS.exception!, WORDS.member!, WORDS.hostmember!, WORDS.other!];

const FORMS = [...STATEMENTS, ...ODD_STATEMENTS];
const SIMPLE_FORMS = FORMS.filter((form) => !/^(if|while|with|#)|\n|import \*|\bexec\b/.test(form));
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
