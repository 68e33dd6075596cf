import { overlaps, type Span } from '../syntax/span';
import { FileContext, type FileInput } from './context';
import type { Finding, Fix, Severity } from './finding';
import { foreignFormat } from './foreign-format';
import { RULES } from './registry';
import { type Rule, report } from './rule';
import { isAsked, withSeverities } from './severities';
import { suppressions, withoutSuppressed } from './suppressions';
import { templatePlaceholder } from './template-placeholder';
import { unusedSuppression } from './unused-suppression';
import { xlMessage } from './xl-message';

/** What the rules say of a file. */
export interface Diagnosis {
  /** By place; every finding of severity error exists because xl refuses the file, and none without that. */
  readonly findings: readonly Finding[];
  /** The exit status of `xl -N create` at that release. */
  readonly verdict: 'accepted' | 'refused';
  readonly dialect: 'xl' | 'xm';
}

/** Runs every rule over a file. */
export function diagnose(input: FileInput): Diagnosis {
  const file = new FileContext(input);
  const found = judge(file);
  const quiet = suppressions(file);
  const unused = quiet.length > 0 ? [...unusedSuppression.check(file, found.findings)] : [];
  const findings = withSeverities(withoutSuppressed([...found.findings, ...unused], quiet), input.severities);
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { ...found, findings };
}

/** What the rules find, before anybody's wishes. */
function judge(file: FileContext): Diagnosis {
  const { input } = file;
  if (input.foreign) return { findings: [...foreignFormat.check(file, [])], verdict: 'refused', dialect: 'xl' };
  const verdict = !input.reading.ok ? 'refused' : input.domain.verdict;
  const dialect = file.isXm ? 'xm' : 'xl';
  const template = [...templatePlaceholder.check(file, [])];
  if (template.length > 0) return { findings: template, verdict, dialect };
  const asked = RULES.filter((rule) => !LAST.has(rule) && isAsked(rule, input.severities));
  const check = (rules: readonly Rule[]) =>
    held(
      file,
      rules.flatMap((rule) => [...rule.check(file, [])]),
    );
  // what a rule of its own says of a place, it says better than a general one, and that better than xl's own words
  const own = check(asked.filter(({ general }) => !general));
  const values = new Map(file.settings.map(({ nameSpan, value }) => [nameSpan.start, value.span]));
  const unsaid = (finding: Finding, said: readonly Finding[]) => !said.some((other) => says(other, finding, values));
  const general = check(asked.filter(({ general }) => general)).filter((finding) => unsaid(finding, own));
  const better = [...own, ...general];
  const quoted = [...xlMessage.check(file, [])].filter((message) => unsaid(message, better));
  return { findings: agree([...better, ...quoted], verdict, file), verdict, dialect };
}

/** The rules that are asked by themselves, in their turn. */
const LAST: ReadonlySet<Rule> = new Set([foreignFormat, templatePlaceholder, unusedSuppression, xlMessage]);
const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** True when a finding is about what a message is about: the same place, or the name of the setting whose value that is. */
function says(finding: Finding, message: Finding, values: ReadonlyMap<number, Span>): boolean {
  if (RANK[finding.severity] < RANK[message.severity]) return false;
  const value = values.get(finding.span.start);
  return (
    overlaps(finding.span, message.span) ||
    (value !== undefined && value.start === message.span.start && value.end === message.span.end) ||
    (finding.code === 'missing-name' && message.message.includes('name must be'))
  );
}

/** The findings without those fixes of xm's keys that change a setting which Python in the file still reads. */
function held(file: FileContext, findings: Finding[]): Finding[] {
  const { python } = file.input;
  const read = file.settings.filter(({ name }) => python?.reads.has(name));
  if (read.length === 0) return findings;
  const isFree = ({ edits }: Fix) => !edits.some((edit) => read.some(({ span }) => overlaps(span, edit.span)));
  return findings.map((finding) =>
    finding.code.startsWith('xm-') ? { ...finding, fixes: finding.fixes.filter(isFree) } : finding,
  );
}

/** Makes findings and verdict agree: an accepted file has no error, a refused one at least one. */
function agree(findings: Finding[], verdict: Diagnosis['verdict'], file: FileContext): Finding[] {
  if (verdict === 'accepted') {
    return findings.map((finding) =>
      finding.severity === 'error' ? { ...finding, severity: 'warning' as const } : finding,
    );
  }
  if (findings.some((finding) => finding.severity === 'error')) return findings;
  const { reading, domain } = file.input;
  const messages = reading.ok ? domain.messages.map((message) => message.text) : reading.messages;
  const words = messages.length > 0 ? `: "${messages.join(' ').trim()}"` : ' without a word';
  const place = { start: 0, end: file.text.search(/\r?\n|$/) };
  return [...findings, report(REFUSED, place, `xl refuses the file${words}.`)];
}

const REFUSED: Pick<Rule, 'code' | 'severity'> = { code: xlMessage.code, severity: 'error' };
