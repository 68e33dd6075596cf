import type { Random } from '../generate/random';
import { FORMS, type Type } from './expressions';
import { HOST_FORMS } from './hosts';
import { TEXTS, WORDS } from './words';

/** A function of the program: what it takes and what it gives. */
export interface Callable {
  readonly name: string;
  readonly takes: readonly Type[];
  readonly gives: Type;
}

/** The names that a piece of the program can use. */
export interface Scope {
  readonly names: Map<string, Type>;
  readonly functions: Callable[];
}

const TYPES = Object.keys(FORMS) as Exclude<Type, 'any'>[];
/** What `any` mostly is. */
const COMMON: readonly Type[] = ['str', 'str', 'int', 'int', 'float', 'bool', 'strs', 'ints', 'none', 'unicode'];
const SYMBOL = /\{(?:#(\d+)|(')|([a-z]+\d?)(!?))\}/g;
const DEEPEST = 3;

/** Writes expressions of a type from their forms. */
export class Writer {
  constructor(
    readonly random: Random,
    /** Whether expressions may ask the machine. */
    readonly asksHost: boolean,
  ) {}

  /** An expression that is meant to have a type; now and then it has another one, or is a variable of that type. */
  expression(type: Type, scope: Scope, depth = 0, closed = false): string {
    const { random } = this;
    if (type === 'any') return this.expression(random.pick(random.oneIn(3) ? TYPES : COMMON), scope, depth, closed);
    if (random.oneIn(200)) return this.expression('any', scope, depth + 1, closed);
    const found = [...scope.names].filter(([, known]) => known === type);
    if (found.length > 0 && random.below(10) < 4) return random.pick(found)[0];
    const functions = scope.functions.filter(({ gives }) => gives === type);
    if (functions.length > 0 && depth < DEEPEST && random.oneIn(4))
      return this.call(random.pick(functions), scope, depth);
    const host = this.asksHost && random.oneIn(8) ? HOST_FORMS[type] : undefined;
    const forms = host ?? FORMS[type];
    let form = random.pick(depth < DEEPEST ? forms : simple(forms));
    while (form.startsWith('?') && !random.oneIn(12)) form = random.pick(forms);
    if (form.startsWith('?')) form = form.slice(1);
    const text = this.fill(form, scope, depth);
    const open = isOpen(form);
    return (open && (closed || (depth > 0 && form.startsWith('not ')) || (depth > 0 && !random.oneIn(6)))) ||
      (closed && /^\d/.test(text))
      ? `(${text})`
      : text;
  }

  /** A form with everything in braces filled in. */
  fill(form: string, scope: Scope, depth = 0): string {
    const { random } = this;
    const own = new Map<string, string>();
    return form.replace(SYMBOL, (all, number, text, name, closed) => {
      if (number !== undefined) return String(random.below(Number(number) + 1));
      if (text !== undefined) return random.pick(TEXTS);
      if (name === 'any' || Object.hasOwn(FORMS, name)) return this.expression(name, scope, depth + 1, closed === '!');
      const words = WORDS[name];
      if (!words) return all;
      if (name !== 'x' && name !== 'y') return random.pick(words);
      const word = own.get(name) ?? random.pick(words);
      own.set(name, word);
      return word;
    });
  }

  call({ name, takes }: Callable, scope: Scope, depth: number): string {
    const given = takes.map((type) => this.expression(type, scope, depth + 1));
    if (given.length > 1 && this.random.oneIn(30)) given.pop();
    return `${name}(${given.join(', ')})`;
  }
}

const simpleForms = new Map<readonly string[], readonly string[]>();

/** The forms with few expressions inside, or those with the fewest. */
function simple(forms: readonly string[]): readonly string[] {
  let found = simpleForms.get(forms);
  if (!found) {
    const inner = (form: string) => (form.match(/\{(?!')[a-z]+!?\}/g) ?? []).length;
    const least = Math.min(...forms.map(inner));
    found = forms.filter((form) => inner(form) === least && !form.startsWith('?'));
    simpleForms.set(forms, found);
  }
  return found;
}

/** True when an operator of the form stands outside of brackets. */
function isOpen(form: string): boolean {
  if (/^([-+~]|not |lambda)/.test(form)) return true;
  let depth = 0;
  let quote = '';
  for (const c of form) {
    if (quote) {
      if (c === quote) quote = '';
    } else if (/['"`]/.test(c)) quote = c;
    else if (/[([{]/.test(c)) depth++;
    else if (/[)\]}]/.test(c)) depth--;
    else if (c === ' ' && depth === 0) return true;
  }
  return false;
}
