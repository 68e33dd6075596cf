import type { Span } from '../syntax/span';
import type { GuestRecord, Neighbours } from './across';
import type { FileContext } from './context';
import type { Finding, Fix, Severity } from './finding';

/**
 * A rule's page: what a person reads in the editor, in the terminal and in `docs/rules`. Sentences, no markup. The file of a
 * rule exports it as `docs`, beside the rule, for programs that show no pages.
 */
export interface RuleDocs {
  /** What the rule finds, as a heading of a few words. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What xl does with it. */
  readonly xl: string;
  /** What to do about it. */
  readonly remedy: string;
  /** A short text that the rule reports, and what it becomes. */
  readonly before: string;
  readonly after: string;
}

/** One thing that Xencfg looks for. Each rule is one file; `registry.ts` lists them. */
export interface Rule {
  readonly code: string;
  /** The severity of most of its findings; error findings become warnings where xl accepts the file. */
  readonly severity: Severity;
  /** The rule is asked only where somebody gave it a severity. */
  readonly off?: true;
  /** The rule is asked of xl.conf and cpupool files too. */
  readonly hostFiles?: true;
  /** The rule speaks of any key or option: it gives way to one that says more of the same place. */
  readonly general?: true;
  /** The rule is general, and a conversion applies fixes of it all the same. */
  readonly converts?: true;
  /**
   * The rule judges setting by setting, and lists string by string: what it finds in one lies within that one, and hangs on
   * nothing but it, its key, the release and the type of the guest. A `RuleMemory` leaves out what it found nothing in.
   */
  readonly itemwise?: true;
  /** @param found what the other rules found, for a rule about findings; `rules`: all of them, for one about their names */
  check(file: FileContext, found: readonly Finding[], rules?: readonly Rule[]): Iterable<Finding>;
  /** What the rule says of a guest among others: of what shows only across files. */
  across?(others: Neighbours, guest: GuestRecord): Iterable<Finding>;
}

/**
 * A finding of a rule, with the rule's own severity unless told otherwise.
 * @param fixes a function where they cost much and few are ever asked for
 */
export function report(
  rule: Pick<Rule, 'code' | 'severity'>,
  span: Span,
  message: string,
  fixes: readonly Fix[] | (() => readonly Fix[]) = [],
  severity: Severity = rule.severity,
): Finding {
  const { code } = rule;
  if (typeof fixes !== 'function') return { code, severity, message, span, fixes };
  let worked: readonly Fix[] | undefined;
  return {
    code,
    severity,
    message,
    span,
    get fixes() {
      worked ??= fixes();
      return worked;
    },
  };
}
