import { overlaps, type Span } from '../syntax/span';
import type { FileContext } from './context';
import type { Finding, Severity } from './finding';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** What is said already, to be searched by place: put in order when somebody first asks. */
export class Said {
  #ordered: Ordered | undefined;

  constructor(
    private readonly file: FileContext,
    private readonly said: readonly Finding[],
  ) {}

  get #findings(): readonly Finding[] {
    this.#ordered ??= inOrder(this.said);
    return this.#ordered.findings;
  }

  get #ends(): readonly number[] {
    this.#ordered ??= inOrder(this.said);
    return this.#ordered.ends;
  }

  /** True when a finding, no less severe, is about the same: its place, or the name of the setting whose value that is. */
  has({ span, severity, message }: Finding): boolean {
    const counts = (finding: Finding) => RANK[finding.severity] >= RANK[severity];
    if (message.includes('name must be') && this.#findings.some(({ code }) => code === 'missing-name')) return true;
    const name = this.#nameOf(span);
    if (name !== undefined) {
      for (let index = this.#upTo(name); index >= 0 && this.#findings[index]!.span.start === name; index--) {
        if (counts(this.#findings[index]!)) return true;
      }
    }
    for (let index = this.#upTo(span.end); index >= 0 && this.#ends[index]! >= span.start; index--) {
      const finding = this.#findings[index]!;
      const same = finding.span.start === span.start && finding.span.end === span.end;
      if ((same || overlaps(finding.span, span)) && counts(finding)) return true;
    }
    return false;
  }

  /** Where the name begins of the setting whose value a span is. */
  #nameOf({ start, end }: Span): number | undefined {
    const { settings } = this.file;
    const setting = settings[lastUpTo(start, settings.length, (index) => settings[index]!.span.start)];
    if (!setting) return undefined;
    const { span } = setting.value;
    return span.start === start && span.end === end ? setting.nameSpan.start : undefined;
  }

  /** Index of the last finding that begins at an offset or before. */
  #upTo(offset: number): number {
    return lastUpTo(offset, this.#findings.length, (index) => this.#findings[index]!.span.start);
  }
}

interface Ordered {
  readonly findings: readonly Finding[];
  /** The furthest end of all findings up to and with each. */
  readonly ends: readonly number[];
}

function inOrder(said: readonly Finding[]): Ordered {
  const findings = said.toSorted((a, b) => a.span.start - b.span.start);
  let end = 0;
  const ends = findings.map(({ span }) => {
    end = Math.max(end, span.end);
    return end;
  });
  return { findings, ends };
}

/** Index of the last of so many things, in the order of their places, that stands at an offset or before; -1 for none. */
function lastUpTo(offset: number, count: number, placeOf: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
