import { type Part, type Pattern, type Place, Refused, widthOf } from './regex-parts';

export const FLAGS = { ignoreCase: 2n, multiline: 8n, dotAll: 16n, verbose: 64n };
const KNOWN_FLAGS = 2n | 8n | 16n | 64n;

/** Reads a pattern as Python 2.7's `re` does; undefined for what it refuses, and for what is not evaluated here. */
export function readPattern(source: string, flags: bigint): Pattern | undefined {
  if (/[^\x00-\x7f]/.test(source) || (flags & ~KNOWN_FLAGS) !== 0n || source.length > 1000) return undefined;
  const global = /^\(\?([imsx]+)\)/.exec(source);
  let all = flags;
  for (const letter of global?.[1] ?? '') all |= { i: 2n, m: 8n, s: 16n, x: 64n }[letter]!;
  try {
    return new Reader(source.slice(global?.[0].length ?? 0), all).read();
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13);
export const isWord = (code: number) =>
  isDigit(code) || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const CATEGORIES: Record<string, (code: number) => boolean> = {
  d: isDigit,
  D: (code) => !isDigit(code),
  s: isBlank,
  S: (code) => !isBlank(code),
  w: isWord,
  W: (code) => !isWord(code),
};
const CONTROLS: Record<string, number> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7 };

class Reader {
  #at = 0;
  #groups = 0;
  readonly #names = new Map<string, number>();
  readonly #open = new Set<number>();
  #depth = 0;

  constructor(
    readonly source: string,
    readonly flags: bigint,
  ) {}

  read(): Pattern {
    const part = this.#choice();
    if (this.#at < this.source.length) throw new Refused();
    const ignoreCase = (this.flags & FLAGS.ignoreCase) !== 0n;
    return { part, groups: this.#groups, names: this.#names, ignoreCase };
  }

  #peek(): string {
    return this.source[this.#at] ?? '';
  }

  #choice(): Part {
    if (++this.#depth > 50) throw new Refused();
    const parts = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at++;
      parts.push(this.#sequence());
    }
    this.#depth--;
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    for (;;) {
      this.#skipBlanks();
      const c = this.#peek();
      if (c === '' || c === '|' || c === ')') return { kind: 'sequence', parts };
      const part = this.#atom();
      this.#skipBlanks();
      parts.push(this.#repeated(part));
    }
  }

  #skipBlanks(): void {
    if ((this.flags & FLAGS.verbose) === 0n) return;
    const found = /^(?:[ \t\n\r\f\v]|#[^\n]*(?:\n|$))*/.exec(this.source.slice(this.#at))!;
    this.#at += found[0].length;
  }

  #repeated(part: Part): Part {
    const found = /^(?:([*+?])|\{(\d*)(,?)(\d*)\})(\??)/.exec(this.source.slice(this.#at));
    if (!found || found[0].startsWith('{}') || found[0].startsWith('{,}')) return part;
    this.#at += found[0].length;
    const [, sign, low = '', comma, high = '', lazy] = found;
    const least = sign ? (sign === '+' ? 1 : 0) : Number(low || 0);
    const most = sign ? (sign === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : least;
    const isPlace = part.kind === 'at' || part.kind === 'look' || (part.kind === 'sequence' && part.parts.length === 0);
    if (most < least || isPlace || least > 1000) throw new Refused();
    this.#skipBlanks();
    if (/^(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})/.test(this.source.slice(this.#at))) throw new Refused();
    return { kind: 'repeat', part, least, most, lazy: lazy === '?' };
  }

  #atom(): Part {
    const c = this.source[this.#at++]!;
    switch (c) {
      case '.':
        return { kind: 'set', has: (this.flags & FLAGS.dotAll) !== 0n ? () => true : (code) => code !== 10 };
      case '^':
        return { kind: 'at', place: (this.flags & FLAGS.multiline) !== 0n ? 'line-start' : 'start' };
      case '$':
        return { kind: 'at', place: (this.flags & FLAGS.multiline) !== 0n ? 'line-end' : 'last-end' };
      case '(':
        return this.#group();
      case '[':
        return this.#set();
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new Refused();
      default:
        return this.#literal(c.charCodeAt(0));
    }
  }

  #literal(code: number): Part {
    return { kind: 'set', has: this.#folded((one) => one === code) };
  }

  #folded(has: (code: number) => boolean): (code: number) => boolean {
    if ((this.flags & FLAGS.ignoreCase) === 0n) return has;
    return (code) => {
      const other = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? code ^ 32 : code;
      return has(code) || has(other);
    };
  }

  #group(): Part {
    const head = /^\?(?:P<([A-Za-z_]\w*)>|P=([A-Za-z_]\w*)\)|(:)|([=!])|(<[=!])|(#[^)]*\)))/.exec(
      this.source.slice(this.#at),
    );
    if (!head && this.#peek() === '?') throw new Refused();
    this.#at += head?.[0].length ?? 0;
    const [, name, same, plain, ahead, behind, comment] = head ?? [];
    if (comment !== undefined) return { kind: 'sequence', parts: [] };
    if (same !== undefined) {
      const number = this.#names.get(same);
      if (number === undefined || this.#open.has(number)) throw new Refused();
      return { kind: 'same', number };
    }
    if (plain || ahead || behind) {
      const part = this.#closed();
      if (plain)
        return part.kind === 'sequence' && part.parts.length > 0 ? { ...part } : { kind: 'choice', parts: [part] };
      return {
        kind: 'look',
        behind: behind ? widthOf(part) : undefined,
        wanted: (ahead ?? behind)!.endsWith('='),
        part,
      };
    }
    const number = ++this.#groups;
    if (name !== undefined) {
      if (this.#names.has(name)) throw new Refused();
      this.#names.set(name, number);
    }
    if (number > 99) throw new Refused();
    this.#open.add(number);
    const part = this.#closed();
    this.#open.delete(number);
    return { kind: 'group', number, part };
  }

  #closed(): Part {
    const part = this.#choice();
    if (this.source[this.#at++] !== ')') throw new Refused();
    return part;
  }

  #escape(): Part {
    const c = this.source[this.#at++];
    if (c === undefined) throw new Refused();
    const category = CATEGORIES[c];
    if (category) return { kind: 'set', has: category };
    const place = ({ A: 'start', Z: 'end', b: 'word', B: 'no-word' } as Record<string, Place>)[c];
    if (place) return { kind: 'at', place };
    if (/[1-9]/.test(c)) {
      const number = Number(c);
      if (/\d/.test(this.#peek()) || number > this.#groups || this.#open.has(number)) throw new Refused();
      return { kind: 'same', number };
    }
    return this.#literal(this.#escapedCode(c));
  }

  #escapedCode(c: string): number {
    if (c in CONTROLS) return CONTROLS[c]!;
    if (c === 'x') {
      const digits = /^[0-9a-fA-F]{2}/.exec(this.source.slice(this.#at));
      if (!digits) throw new Refused();
      this.#at += 2;
      return Number.parseInt(digits[0], 16);
    }
    if (/\d/.test(c)) throw new Refused();
    return c.charCodeAt(0);
  }

  #set(): Part {
    const negated = this.#peek() === '^';
    if (negated) this.#at++;
    const tests: ((code: number) => boolean)[] = [];
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      const low = this.#setItem();
      if (typeof low !== 'number') {
        if (this.#peek() === '-' && this.source[this.#at + 1] !== ']') throw new Refused();
        tests.push(low);
        continue;
      }
      if (this.#peek() !== '-' || this.source[this.#at + 1] === ']') {
        tests.push((code) => code === low);
        continue;
      }
      this.#at++;
      const high = this.#setItem();
      if (typeof high !== 'number' || high < low) throw new Refused();
      tests.push((code) => code >= low && code <= high);
    }
    this.#at++;
    const has = this.#folded((code) => tests.some((test) => test(code)));
    return { kind: 'set', has: negated ? (code) => !has(code) : has };
  }

  #setItem(): number | ((code: number) => boolean) {
    const c = this.source[this.#at++];
    if (c === undefined) throw new Refused();
    if (c !== '\\') return c.charCodeAt(0);
    const escaped = this.source[this.#at++];
    if (escaped === undefined) throw new Refused();
    if (CATEGORIES[escaped]) return CATEGORIES[escaped];
    return escaped === 'b' ? 8 : this.#escapedCode(escaped);
  }
}
