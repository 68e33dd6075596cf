import type { Position } from '../syntax/lines';
import type { Edit, Span } from '../syntax/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * What a fix promises. safe: the domain that xl builds is unchanged, or xl refused the file and the result is what xm
 * built. restoring: xl accepted the file but ignored the construct; the fix makes it work as it did in xm. unsafe: the
 * meaning may change.
 */
export type FixKind = 'safe' | 'restoring' | 'unsafe';

/** A change that a person or `convert` can apply: edits that belong together. */
export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
  /** Its own part of the edits, for when every other fix that has such a part is applied together with it. */
  readonly bulk?: readonly Edit[];
  /** Whether a conversion applies it, where its rule alone does not tell. */
  readonly converts?: boolean;
  /** What the guest had in xm and loses for good, as a clause: the report of a conversion names it. */
  readonly drops?: string;
}

/** Another file's place that a finding is about as well. */
export interface Related {
  /** The caller's own word for the file. */
  readonly path: string;
  readonly from: Position;
  readonly to: Position;
  readonly message: string;
}

/** What a rule reports: at the smallest span that is to blame, with what is wrong, what xl does, what to do. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
  /** True where its fixes wait for Python in the file that still reads what they change: once that is mended, they come back. */
  readonly waits?: true;
}
