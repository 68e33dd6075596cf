import type { Span } from '../span';
import { type ByteText, fromBytes, textOffset, toBytes } from './bytes';
import { messageLines, type Part, type PartRole, type SpecError, type SpecReading } from './part';

/** What is said of an error beside its text. */
export type ErrorTraits = Pick<SpecError, 'unterminated' | 'warning'>;

const NO_LINES: readonly string[] = Object.freeze([]);

/** Collects the parts and errors of one spec. Offsets go in as bytes and come out as UTF-16. */
export class SpecBuilder {
  /** The spec as the program sees it, up to the first NUL. */
  readonly bytes: string;
  readonly errors: SpecError[] = [];
  readonly #text: ByteText;
  readonly #parts: Part[] = [];

  constructor(text: string) {
    this.#text = toBytes(text);
    this.bytes = this.#text.bytes;
  }

  /** The text of bytes `start` to `end`. */
  text(start: number, end = this.bytes.length): string {
    return fromBytes(this.bytes.slice(start, end));
  }

  part(role: PartRole, start: number, end: number, option?: string): void {
    const span = this.#span(start, end);
    this.#parts.push(option === undefined ? { role, span } : { role, span, option });
  }

  /** Adds an error about bytes `start` to `end`; without a message, one that the program keeps to itself. */
  error(problem: string, start: number, end: number, message?: string, traits: ErrorTraits = {}): void {
    const span = this.#span(start, end);
    this.errors.push({ span, problem, ...(message !== undefined && { message }), ...traits });
  }

  /**
   * What was collected, with the fields of this language.
   * The lines are put together when first asked for, as each may quote the whole spec.
   */
  reading<Fields extends object>(fields: Fields): Fields & SpecReading {
    const { errors } = this;
    // a getter of its own would give every reading a shape of its own, which all who look at readings would pay for
    if (errors.length === 0) return Object.assign(fields, { parts: this.#parts, errors, messages: NO_LINES });
    let lines: string[] | undefined;
    const messages = () => {
      lines ??= messageLines(errors);
      return lines;
    };
    const reading = { ...fields, parts: this.#parts, errors };
    return Object.defineProperty(reading, 'messages', { get: messages, enumerable: true }) as Fields & SpecReading;
  }

  #span(start: number, end: number): Span {
    return { start: textOffset(this.#text, start), end: textOffset(this.#text, end) };
  }
}
