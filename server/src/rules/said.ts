import { overlaps, type Span } from '../syntax/span';
import type { FileContext } from './context';
import type { Finding, Severity } from './finding';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** A finding at the name of a setting, and where the value of that stands. */
interface Named {
  readonly finding: Finding;
  readonly value: Span;
}

/** What is said already, to be searched by place. */
export class Said {
  readonly #findings: readonly Finding[];
  /** The furthest end of all findings up to and with each. */
  readonly #ends: readonly number[];
  /** The findings at the name of a setting, by the place of its value. */
  #names: ReadonlyMap<number, readonly Named[]> | undefined;

  constructor(
    private readonly file: FileContext,
    findings: readonly Finding[],
  ) {
    this.#findings = findings.toSorted((a, b) => a.span.start - b.span.start);
    let end = 0;
    this.#ends = this.#findings.map(({ span }) => {
      end = Math.max(end, span.end);
      return end;
    });
  }

  /** True when a finding, no less severe, is about the same: its place, or the name of the setting whose value that is. */
  has({ span, severity, message }: Finding): boolean {
    const counts = (finding: Finding) => RANK[finding.severity] >= RANK[severity];
    if (message.includes('name must be') && this.#findings.some(({ code }) => code === 'missing-name')) return true;
    this.#names ??= this.#byValue();
    const named = this.#names.get(span.start)?.some(({ finding, value }) => value.end === span.end && counts(finding));
    if (named) return true;
    for (let index = this.#upTo(span.end); index >= 0 && this.#ends[index]! >= span.start; index--) {
      const finding = this.#findings[index]!;
      const same = finding.span.start === span.start && finding.span.end === span.end;
      if ((same || overlaps(finding.span, span)) && counts(finding)) return true;
    }
    return false;
  }

  #byValue(): ReadonlyMap<number, readonly Named[]> {
    const values = new Map(this.file.settings.map(({ nameSpan, value }) => [nameSpan.start, value.span]));
    const names = new Map<number, Named[]>();
    for (const finding of this.#findings) {
      const value = values.get(finding.span.start);
      if (!value) continue;
      const others = names.get(value.start);
      if (others) others.push({ finding, value });
      else names.set(value.start, [{ finding, value }]);
    }
    return names;
  }

  /** Index of the last finding that begins at an offset or before. */
  #upTo(offset: number): number {
    let low = 0;
    let high = this.#findings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#findings[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
