import type { Release } from '../release';
import { SpecBuilder } from './builder';
import type { PartRole, SpecReading } from './part';
import { type Piece, pieces } from './pieces';

/** A field of a device, as libxl prints it in JSON. */
export type DeviceValue = string | number | bigint | boolean | DeviceFields | readonly DeviceValue[];

/** Fields of a device by libxl's own names; a field that nothing set is absent. */
export interface DeviceFields {
  [name: string]: DeviceValue;
}

/** What xl makes of one spec that it splits itself. */
export interface DeviceSpec extends SpecReading {
  /** The fields that the spec sets; after an error as far as xl had come. */
  readonly device: Readonly<DeviceFields>;
  /** xl makes no guest because of the spec. */
  readonly refused: boolean;
  /** xl does not end by itself: it follows a pointer to nothing, or counts on for ever. */
  readonly crash?: true;
}

/** Takes in an option's value; `value` holds bytes. */
export type TakeValue = (device: DeviceReader, value: string, at: Piece) => void;

/** An option of a language and the releases that know it. */
export interface DeviceOption {
  readonly take: TakeValue;
  readonly since?: Release;
  readonly until?: Release;
  /** The value is a list: `take` adds its parts. */
  readonly splits?: true;
}

/** A language of comma-separated `NAME=VALUE` options, in which blanks before a name are skipped and no others. */
export interface DeviceLanguage {
  readonly options: ReadonlyMap<string, DeviceOption>;
  /** Words that stand for themselves. */
  readonly flags?: ReadonlyMap<string, DeviceOption>;
  /** xl stops reading at a word without an equals sign, instead of looking it up. */
  readonly stopsWithoutEquals?: boolean;
  /** Blanks before a name belong to it. */
  readonly keepsBlanks?: boolean;
  /** True for a word that the next piece belongs to, comma and all. */
  readonly takesNext?: (word: string) => boolean;
  /** What xl does about a word that it does not know: `at` is the whole of it, `name` what stands before the equals sign. */
  readonly unknown: (device: DeviceReader, at: Piece, name: Piece) => void;
}

/** Reads one spec into a device. Once it is refused, the rest of the spec is not looked at, as xl ends there. */
export class DeviceReader {
  readonly builder: SpecBuilder;
  readonly release: Release;
  /** The name that messages of libxlutil carry: the config file's as given to xl. */
  readonly source: string;
  readonly fields: DeviceFields = {};
  #refused = false;
  #crash = false;

  constructor(text: string, release: Release, source = 'spec') {
    this.builder = new SpecBuilder(text);
    this.release = release;
    this.source = source;
  }

  get bytes(): string {
    return this.builder.bytes;
  }

  get refused(): boolean {
    return this.#refused;
  }

  /** The whole spec. */
  get whole(): Piece {
    return { start: 0, end: this.bytes.length };
  }

  text(at: Piece): string {
    return this.builder.text(at.start, at.end);
  }

  part(role: PartRole, at: Piece, option?: string): void {
    this.builder.part(role, at.start, at.end, option);
  }

  /** xl prints `message` and goes on. */
  warn(problem: string, at: Piece, message?: string): void {
    this.builder.error(problem, at.start, at.end, message, { warning: true });
  }

  /** xl prints `message`, if any, and ends. */
  refuse(problem: string, at: Piece, message?: string, traits: { unterminated?: true } = {}): void {
    this.#refused = true;
    this.builder.error(problem, at.start, at.end, message, traits);
  }

  /** xl dies. */
  crash(problem: string, at: Piece): void {
    this.#crash = true;
    this.refuse(problem, at);
  }

  /** The structure in a field, made when it is not there yet. */
  structure(name: string): DeviceFields {
    const fields = (this.fields[name] ?? {}) as DeviceFields;
    this.fields[name] = fields;
    return fields;
  }

  spec(): DeviceSpec {
    const { fields: device } = this;
    return this.builder.reading({ device, refused: this.#refused, ...(this.#crash && { crash: true as const }) });
  }

  /** Reads the whole spec, or a part of it, as a list of options. */
  options(language: DeviceLanguage, within: Piece = this.whole): void {
    const list = pieces(this.bytes, ',', within);
    for (let next = list.next(); !next.done; next = list.next()) {
      let { start, end } = next.value;
      if (!language.keepsBlanks) while (this.bytes[start] === ' ') start++;
      let word = this.bytes.slice(start, end);
      if (language.takesNext?.(word)) {
        const following = list.next();
        if (following.done) {
          this.part('unknown', { start, end });
          this.crash('xl dies when nothing follows', { start, end });
          return;
        }
        end = following.value.end;
        word = `${word},${this.bytes.slice(following.value.start, end)}`;
      }
      if (!this.#word(language, { start, end }, word)) return;
    }
    this.#openEnd(within);
  }

  /** Reads one word; false when xl reads no further. */
  #word(language: DeviceLanguage, at: Piece, word: string): boolean {
    const found = word.indexOf('=');
    const name = { start: at.start, end: found < 0 ? at.end : at.start + found };
    const known = found < 0 ? word : word.slice(0, found);
    const option = (found < 0 ? language.flags : language.options)?.get(known);
    if (found < 0 && language.stopsWithoutEquals) {
      const rest = { start: at.start, end: this.bytes.length };
      this.part('unknown', rest);
      this.warn('xl reads no further than a word without an equals sign', rest);
      return false;
    }
    if (!option || !knownIn(option, this.release)) {
      this.part('unknown', at);
      language.unknown(this, at, name);
    } else if (found < 0) {
      this.part('flag', at, known);
      option.take(this, '', at);
    } else {
      const value = { start: name.end + 1, end: at.end };
      this.part('name', name, known);
      if (!option.splits) this.part('value', value, known);
      option.take(this, word.slice(found + 1), value);
    }
    return !this.#refused;
  }

  /** Marks the place after the last comma, where another option may be typed. */
  #openEnd(within: Piece): void {
    const { end } = within;
    let at = end;
    while (at > within.start && this.bytes[at - 1] === ' ') at--;
    if (at === within.start || this.bytes[at - 1] === ',') this.part('name', { start: end, end });
  }
}

/** A table of options by their names. */
export function optionTable(
  options: Readonly<Record<string, TakeValue | DeviceOption>>,
): ReadonlyMap<string, DeviceOption> {
  return new Map(
    Object.entries(options).map(([name, option]) => [name, typeof option === 'function' ? { take: option } : option]),
  );
}

export function knownIn(option: { since?: Release; until?: Release }, release: Release): boolean {
  return (option.since ?? 0) <= release && release <= (option.until ?? Number.POSITIVE_INFINITY);
}
