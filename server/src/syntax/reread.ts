import { changeBetween } from './change';
import { ownCopy } from './own-copy';
import type { PlainSetting, PlainValue, Reading } from './reading';
import type { Release } from './release';
import { Token } from './scanner';
import { SoundSetting, soundEnd, textAt } from './sound-setting';
import type { Rescan, Tokens } from './tokens';
import type { Setting, Tree } from './tree';

/** A text that libxlutil accepts, as it was read. */
export interface ReadText {
  readonly text: string;
  readonly release: Release;
  readonly reading: Reading;
  readonly tree: Tree;
}

/** True for a text of which the next version can be read by what has changed: each setting in it stands for itself. */
export function isRereadable({ reading, tree }: ReadText): boolean {
  const { settings } = tree;
  return (
    reading.ok &&
    tree.errors.length === 0 &&
    !tree.text.includes('\0') &&
    reading.settings.length === settings.length &&
    settings.every((setting) => setting instanceof SoundSetting && setting.op === '=')
  );
}

/**
 * Reads a text that hardly differs from one that was read before: the same result as to read all of it, with what has
 * not changed taken over. Undefined where all of it has to be read, as it is when libxlutil does not accept it.
 * @param before of which `isRereadable` holds
 */
export function reread(before: ReadText, text: string): ReadText | undefined {
  const change = changeBetween(before.text, text);
  if (text.slice(change.start, change.newEnd).includes('\0')) return undefined;
  const rescan = before.tree.tokens.after(text, change);
  return rescan && new Reread(before, rescan).result(text);
}

/** One rereading: settings above the change, those in it, those below it. */
class Reread {
  readonly #settings: Setting[] = [];
  readonly #plain: PlainSetting[] = [];
  readonly #tokens: Tokens;
  readonly #old: readonly SoundSetting[];

  constructor(
    readonly before: ReadText,
    readonly rescan: Rescan,
  ) {
    this.#tokens = rescan.tokens;
    this.#old = before.tree.settings as readonly SoundSetting[];
  }

  result(text: string): ReadText | undefined {
    const { from, oldTo, newTo } = this.rescan;
    const above = this.#firstWith((setting) => setting.next >= from);
    for (let index = 0; index < above; index++) this.#keep(index, 0, 0);
    let below = this.#firstWith((setting) => setting.at >= oldTo);
    let at = above > 0 ? this.#old[above - 1]!.next : 0;
    let old = above;
    for (; ; at++) {
      const kind = this.#tokens.kind(at);
      if (kind === Token.Newline || kind === Token.Semicolon) continue;
      while (below < this.#old.length && this.#old[below]!.at + newTo - oldTo < at) below++;
      if (kind === Token.End || this.#old[below]?.at === at + oldTo - newTo) break;
      const end = soundEnd(this.#tokens, at);
      // only = is known to leave other settings alone
      if (end < 0 || this.#tokens.kind(at + 1) !== Token.Assign) return undefined;
      this.#read(at, end, old++);
      at = end - 1;
    }
    if (this.#tokens.kind(at) === Token.End) below = this.#old.length;
    const lines = newlines(this.#tokens, from, newTo) - newlines(this.before.tree.tokens, from, oldTo);
    for (let index = below; index < this.#old.length; index++) this.#keep(index, newTo - oldTo, lines);
    const { release } = this.before;
    const tree: Tree = { text, tokens: this.#tokens, settings: this.#settings, errors: [] };
    return { text, release, tree, reading: { ok: true, messages: [], settings: this.#plain } };
  }

  #firstWith(holds: (setting: SoundSetting) => boolean): number {
    let low = 0;
    let high = this.#old.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#old[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Takes a setting over that stands so many tokens and lines further down. */
  #keep(index: number, tokens: number, lines: number): void {
    const { name, at, next, mark } = this.#old[index]!;
    const plain = this.before.reading.settings[index]!;
    this.#settings.push(new SoundSetting(name, this.#tokens, at + tokens, next + tokens, plain.value, mark));
    this.#plain.push(lines === 0 ? plain : { ...plain, line: plain.line + lines });
  }

  /** Reads the setting from one token to another; that of an index stood in its place. */
  #read(at: number, end: number, index: number): void {
    const tokens = this.#tokens;
    const name = ownCopy(tokens.textOf(at));
    const value = this.#spliced(at, end, index) ?? this.#valueAt(at + 2);
    const last = this.#plain.length - 1;
    const known =
      last < 0 ? undefined : { at: (this.#settings[last] as SoundSetting).at, line: this.#plain[last]!.line };
    const line = known ? known.line + newlines(tokens, known.at, at) : 1 + newlines(tokens, 0, at);
    this.#settings.push(new SoundSetting(name, tokens, at, end, value));
    this.#plain.push({ name, op: '=', line, value });
  }

  /** The list of a setting in which only items have changed, with the others taken over. */
  #spliced(at: number, end: number, index: number): PlainValue | undefined {
    const { from, oldTo, newTo } = this.rescan;
    const old = this.#old[index];
    const value = this.before.reading.settings[index]?.value;
    if (!old || typeof value !== 'object' || value.some((item) => typeof item !== 'string')) return undefined;
    if (at !== old.at || from <= at + 2 || oldTo >= old.next || end - old.next !== newTo - oldTo) return undefined;
    const items = value.slice(0, countAtoms(this.#tokens, at + 3, from));
    for (let token = from; token < newTo; token++) {
      const kind = this.#tokens.kind(token);
      if (kind === Token.Open) return undefined;
      if (isAtom(kind)) items.push(this.#textAt(token));
    }
    const rest = countAtoms(this.#tokens, newTo, end - 1);
    return items.concat(value.slice(value.length - rest));
  }

  #valueAt(at: number): PlainValue {
    if (this.#tokens.kind(at) !== Token.Open) return this.#textAt(at);
    const lists: PlainValue[][] = [[]];
    for (let token = at + 1; ; token++) {
      const kind = this.#tokens.kind(token);
      if (isAtom(kind)) lists.at(-1)!.push(this.#textAt(token));
      else if (kind === Token.Open) {
        const list: PlainValue[] = [];
        lists.at(-1)!.push(list);
        lists.push(list);
      } else if (kind === Token.Close) {
        const list = lists.pop()!;
        if (lists.length === 0) return list;
      }
    }
  }

  /** The text of a token, for itself: the text around it is not kept in memory for it. */
  #textAt(at: number): string {
    return ownCopy(textAt(this.#tokens, at));
  }
}

function newlines(tokens: Tokens, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (tokens.kind(at) === Token.Newline) count++;
  return count;
}

function isAtom(kind: Token): boolean {
  return kind === Token.String || kind === Token.Number;
}

function countAtoms(tokens: Tokens, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (isAtom(tokens.kind(at))) count++;
  return count;
}
