import type { Release } from '../release';

/** What libxlutil's scanner takes a stretch of a disk spec for. */
export type DiskTokenKind =
  | 'blank'
  | 'option'
  | 'flag'
  | 'target'
  | 'unknown-option'
  | 'prefix'
  | 'unknown-prefix'
  | 'positional'
  | 'stray-equals'
  | 'bad'
  | 'jam';

export interface DiskToken {
  readonly kind: DiskTokenKind;
  /** The option, flag or prefix; '' for the other kinds. */
  readonly name: string;
  /** Where the token ends and the next begins. A comma that ends a parameter belongs to it. */
  readonly end: number;
}

const ALWAYS: Release = 402;

const OPTIONS = new Map<string, Release>([
  ['format', ALWAYS],
  ['devtype', ALWAYS],
  ['access', ALWAYS],
  ['backendtype', ALWAYS],
  ['vdev', ALWAYS],
  ['script', ALWAYS],
  ['backend', 403],
  ['colo-host', 408],
  ['colo-port', 408],
  ['colo-export', 408],
  ['active-disk', 408],
  ['hidden-disk', 408],
  ['specification', 417],
]);

const FLAGS = new Map<string, Release>([
  ['cdrom', ALWAYS],
  ['direct-io-safe', 405],
  ['discard', 405],
  ['no-discard', 405],
  ['colo', 408],
  ['no-colo', 408],
  ['trusted', 419],
  ['untrusted', 419],
]);

/** Prefixes that name a format, those that name a block script, and those that mean nothing any more. */
export const FORMAT_PREFIXES = new Set(['raw', 'qcow', 'qcow2', 'vhd']);
export const SCRIPT_PREFIXES = new Set(['iscsi', 'nbd', 'enbd', 'drbd']);
const IGNORED_PREFIXES = new Set(['tapdisk', 'tap', 'tap2', 'aio', 'ioemu', 'file', 'phy']);

const GRANT_USAGE = 'grant_usage';
const GRANT_USAGE_SINCE: Release = 419;

/**
 * Cuts a disk spec into tokens as libxlutil's flex scanner does: the longest match wins, the earlier rule on a tie; what a rule
 * only looks ahead at counts for its length, and the rules for prefixes and blanks look ahead to the end of the line.
 * The searches for commas and newlines remember their last result, so that the cost is linear.
 */
export class DiskScanner {
  readonly #text: string;
  readonly #release: Release;
  #searchedFrom = 0;
  #newline = -1;
  #delimiter = -1;

  constructor(bytes: string, release: Release) {
    this.#text = bytes;
    this.#release = release;
  }

  /** The token at `at`, which must lie before the end of the text. */
  token(at: number): DiskToken {
    const plain = this.#positionalEnd(at);
    const c = this.#text.charCodeAt(at);
    if (isBlank(c)) {
      let end = at + 1;
      while (isBlank(this.#text.charCodeAt(end))) end++;
      if (this.#lineEnd(end) >= plain) return { kind: 'blank', name: '', end };
    } else if (isLower(c)) {
      const token = this.#word(at, plain);
      if (token) return token;
    }
    if (plain > at) return { kind: 'positional', name: '', end: plain };
    // Only an equals sign is left. The scanner's rule for errors needs one more character of the line: at the end of the text
    // it stops without a word, and at the end of a line it gives up the whole program.
    const end = this.#lineEnd(at + 1);
    const kind = at + 1 === this.#text.length ? 'stray-equals' : end === at + 1 ? 'jam' : 'bad';
    return { kind, name: '', end };
  }

  /** The token that starts with a lower-case letter, unless the rule for positional parameters takes more. */
  #word(at: number, plain: number): DiskToken | undefined {
    const text = this.#text;
    let end = at + 1;
    while (isWord(text.charCodeAt(end))) end++;
    const name = text.slice(at, end);
    const next = text[end];
    if (next === '=') {
      const option = this.#option(name, end + 1);
      if (option) return option;
    }
    if (next === ':' && !/[-_]/.test(name)) return this.#prefix(name, end + 1, plain);
    if (this.#has(FLAGS, name) && (next === undefined || next === ',' || next === '=')) {
      return { kind: 'flag', name, end: next === ',' ? end + 1 : end };
    }
    return undefined;
  }

  /** `name=`, whose value starts at `value`. */
  #option(name: string, value: number): DiskToken | undefined {
    const text = this.#text;
    if (this.#has(OPTIONS, name)) {
      const comma = text.indexOf(',', value);
      return { kind: 'option', name, end: comma < 0 ? text.length : comma + 1 };
    }
    if (name === GRANT_USAGE) {
      if (this.#release < GRANT_USAGE_SINCE || (text[value] !== '0' && text[value] !== '1')) return undefined;
      return { kind: 'option', name, end: this.#skipComma(value + 1) };
    }
    // Target takes the rest of the line, unless that is empty: then the rule for unknown parameters takes the newline.
    if (name === 'target' && text[value] !== '\n') return { kind: 'target', name, end: this.#lineEnd(value) };
    const one = text[value];
    if (one !== undefined && one !== ',' && !name.includes('_')) {
      return { kind: 'unknown-option', name, end: this.#skipComma(value + 1) };
    }
    return undefined;
  }

  /** `name:`, which ends at `end`. */
  #prefix(name: string, end: number, plain: number): DiskToken | undefined {
    const known = FORMAT_PREFIXES.has(name) || SCRIPT_PREFIXES.has(name) || IGNORED_PREFIXES.has(name);
    const knownReach = known ? this.#lineEnd(end) : -1;
    const c = this.#text.charCodeAt(end);
    const unknownReach = Number.isNaN(c) || isLower(c) || isDigit(c) ? end : this.#lineEnd(end + 1);
    if (Math.max(knownReach, unknownReach) < plain) return undefined;
    return { kind: knownReach >= unknownReach ? 'prefix' : 'unknown-prefix', name, end };
  }

  /** Where a positional parameter from `at` ends, its comma included; `at` itself when there is none. */
  #positionalEnd(at: number): number {
    const text = this.#text;
    if (this.#delimiter < at) {
      let end = at;
      while (end < text.length && text[end] !== ',' && text[end] !== '=') end++;
      this.#delimiter = end;
    }
    return this.#skipComma(this.#delimiter);
  }

  #lineEnd(at: number): number {
    if (this.#newline < at || at < this.#searchedFrom) {
      this.#searchedFrom = at;
      const found = this.#text.indexOf('\n', at);
      this.#newline = found < 0 ? this.#text.length : found;
    }
    return this.#newline;
  }

  #skipComma(at: number): number {
    return this.#text[at] === ',' ? at + 1 : at;
  }

  #has(table: ReadonlyMap<string, Release>, name: string): boolean {
    const since = table.get(name);
    return since !== undefined && since <= this.#release;
  }
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9 || c === 10;
}

function isLower(c: number): boolean {
  return c >= 97 && c <= 122;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isWord(c: number): boolean {
  return isLower(c) || isDigit(c) || c === 45 || c === 95;
}
