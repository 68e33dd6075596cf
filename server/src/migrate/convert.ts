import { FileContext } from '../rules/context';
import { diagnose } from '../rules/diagnose';
import type { Finding, Fix, FixKind } from '../rules/finding';
import { type Inspection, type InspectOptions, inspect } from '../rules/inspect';
import { applyEdits, type Edit } from '../syntax/span';
import { lineEdits } from './line-diff';
import { TakenSpans } from './taken-spans';

/** A fix that a conversion applied. */
export interface Applied {
  readonly code: string;
  readonly title: string;
  readonly kind: FixKind;
  /** Line of the original text, from 0. */
  readonly line: number;
  /** What the guest had in xm and has lost by it, as a clause. */
  readonly drops?: string;
}

/** The outcome of applying fixes to a text until there are none left. */
export interface Conversion {
  readonly text: string;
  /** What turns the original text into it, whole lines each. */
  readonly edits: readonly Edit[];
  readonly applied: readonly Applied[];
  /** The result, inspected. */
  readonly result: Inspection;
  /** What is left to decide, in the result. */
  readonly left: readonly Left[];
}

/** A finding in the result, and the offset in the original text that its place came from. */
export interface Left extends Finding {
  readonly origin: number;
}

interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: readonly Edit[];
}

/** More rounds than any chain of fixes needs: each round removes findings, and few depend on one another. */
const MOST_ROUNDS = 25;

/**
 * Applies the fixes of the given kinds, round by round, until nothing is left to apply. A file that turns out to be an
 * xm file is treated as one to the end. Of several fixes for one finding the first counts; an unsafe one is taken
 * only where it is alone, or the only one beside a fix that loses something.
 * @param wanted leaves out fixes; all of those kinds are applied without it
 */
export function applyFixes(
  first: Inspection,
  kinds: ReadonlySet<FixKind>,
  options: InspectOptions,
  wanted: (finding: Finding, fix: Fix) => boolean = () => true,
): Conversion {
  const { text, python } = first.input;
  const reads = python?.reads;
  let forceXm = first.dialect === 'xm';
  const applied: Applied[] = [];
  const rounds: (readonly Edit[])[] = [];
  let result = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = choose(result.findings, kinds, wanted);
    if (chosen.length === 0) break;
    for (const { finding, fix } of chosen) {
      const line = lineOf(text, original(finding.span.start, rounds));
      const drops = fix.drops === undefined ? {} : { drops: fix.drops };
      applied.push({ code: finding.code, title: fix.title, kind: fix.kind, line, ...drops });
    }
    const edits = chosen.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start);
    const changed = applyEdits(result.input.text, edits);
    if (changed === result.input.text) break;
    rounds.push(edits);
    result = inspect(changed, { ...options, ...(reads && { originalReads: reads }), forceXm, original: text });
    forceXm ||= result.dialect === 'xm';
  }
  if (result.input.forConversion && mayDecide(result)) result = withAllFindings(result);
  const edits = lineEdits(text, result.input.text);
  const left = result.findings
    .filter(needsDecision)
    .map((finding) => ({ ...finding, origin: original(finding.span.start, rounds) }));
  return { text: result.input.text, edits, applied, result, left };
}

/** Kinds of fixes that `xencfg convert` applies. */
export function convertKinds(unsafe: boolean): ReadonlySet<FixKind> {
  return new Set<FixKind>(unsafe ? ['safe', 'restoring', 'unsafe'] : ['safe', 'restoring']);
}

/** Rules about what a file needs to be an xl file; the others would improve any xl file, which is no conversion. */
const CONVERTING = /^(?:xm-|python-|syntax$|missing-name$|numbered-mode$)/;

/** True for a fix that a conversion applies: an xl file with nothing to convert stays as it is. */
export function isConversion(finding: Finding, fix: Fix): boolean {
  return fix.kind === 'unsafe' || (fix.converts ?? CONVERTING.test(finding.code));
}

/** True for what xl refuses, and for what only xm understood: somebody has to look at it, now and not after something else. */
export function needsDecision(finding: Finding): boolean {
  if (finding.waits) return false;
  if (finding.severity === 'error') return true;
  return finding.severity === 'warning' && /^(xm|python)-/.test(finding.code);
}

/** True where general rules may have found something that is left to decide. */
function mayDecide({ verdict, input }: Inspection): boolean {
  return verdict === 'refused' || Object.values(input.severities).includes('error');
}

function withAllFindings({ input: { forConversion: _, ...input } }: Inspection): Inspection {
  return { input, ...diagnose(new FileContext(input)) };
}

function choose(
  findings: readonly Finding[],
  kinds: ReadonlySet<FixKind>,
  wanted: (finding: Finding, fix: Fix) => boolean,
): Chosen[] {
  const chosen: Chosen[] = [];
  const taken = new TakenSpans();
  const take = (finding: Finding, fix: Fix, edits: readonly Edit[]) => {
    if (edits.some((edit) => taken.touches(edit.span))) return;
    // what another finding of its rule does for it is not done yet
    if (edits.length === 0 && !chosen.some((one) => one.finding.code === finding.code)) return;
    chosen.push({ finding, fix, edits });
    for (const edit of edits) taken.add(edit.span);
  };
  const fixes = findings
    .map((finding) => ({ finding, fix: chooseFix(finding, kinds) }))
    .filter(({ finding, fix }) => fix && wanted(finding, fix));
  // the edits of Python's constructs leave a program that means the same only together: nothing may come between them
  const isPython = ({ code }: Finding) => code.startsWith('python-');
  for (const { finding, fix } of fixes) if (fix?.bulk && isPython(finding)) take(finding, fix, fix.bulk);
  for (const { finding, fix } of fixes) if (fix?.bulk && !isPython(finding)) take(finding, fix, fix.bulk);
  for (const { finding, fix } of fixes) if (fix && !fix.bulk) take(finding, fix, fix.edits);
  return chosen;
}

function chooseFix(finding: Finding, kinds: ReadonlySet<FixKind>): Fix | undefined {
  const fix = finding.fixes.find(({ kind }) => kind !== 'unsafe' && kinds.has(kind));
  if (fix?.drops !== undefined && kinds.has('unsafe')) {
    const [only, other] = finding.fixes.filter(({ kind }) => kind === 'unsafe');
    return only && !other ? only : fix;
  }
  return fix ?? (finding.fixes.length === 1 && kinds.has('unsafe') ? finding.fixes[0] : undefined);
}

/** Where a character of the present text stood in the original one. */
function original(offset: number, rounds: readonly (readonly Edit[])[]): number {
  let at = offset;
  for (const edits of rounds.toReversed()) {
    let shift = 0;
    for (const { span, newText } of edits) {
      const start = span.start + shift;
      if (at < start) break;
      if (at < start + newText.length) {
        at = span.start + shift;
        break;
      }
      shift += newText.length - (span.end - span.start);
    }
    at -= shift;
  }
  return Math.max(0, at);
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
