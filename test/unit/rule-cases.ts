import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_HOST } from '../../server/src/model';
import type { SharedHost } from '../../server/src/rules/across';
import type { FixKind, Severity } from '../../server/src/rules/finding';
import type { InspectOptions } from '../../server/src/rules/inspect';
import type { Architecture } from '../../server/src/schema/types';
import type { AnalyseOptions } from '../../server/src/service';
import { NEWEST_RELEASE, parseRelease } from '../../server/src/syntax/release';
import type { Span } from '../../server/src/syntax/span';

/** A text of a case: lines that each end in LF, or the text itself. */
type Text = string | readonly string[];

interface CaseFile {
  readonly about?: string;
  readonly text: Text;
  /** As `--xen` takes it; the newest when absent. */
  readonly release?: string;
  readonly fileName?: string;
  /** String variables that are set before the first line. */
  readonly presets?: Readonly<Record<string, string>>;
  readonly knownKeys?: readonly string[];
  /** The host's architecture, where the case says one. */
  readonly arch?: Architecture;
  readonly severities?: InspectOptions['severities'];
  /** The texts of other files of the folder, by name. */
  readonly others?: Readonly<Record<string, Text>>;
  /** The machine that all guests share. */
  readonly host?: SharedHost;
}

interface ReportingFile extends CaseFile {
  readonly severity: Severity;
  /** A part of the first finding's message. */
  readonly message: string;
  /** The fixes of the first finding. */
  readonly fixes?: readonly { readonly title: string; readonly kind: FixKind; readonly after: Text }[];
}

/** What `test/fixtures/rules/CODE.json` holds. */
interface RuleFile {
  /** Texts in which the rule reports exactly what stands between the marks. */
  readonly report: readonly ReportingFile[];
  /** Texts on which the rule says nothing. */
  readonly quiet: readonly CaseFile[];
}

/** One text of a rule's fixture, and what the rule is to say of it. */
export interface RuleCase {
  readonly code: string;
  /** For messages: the file's code and the number of the case in it. */
  readonly label: string;
  readonly text: string;
  readonly options: AnalyseOptions;
  readonly others: ReadonlyMap<string, string>;
  readonly host?: SharedHost;
  /** The places that are marked in the text; none in a quiet case. */
  readonly spans: readonly Span[];
  readonly severity?: Severity;
  readonly message?: string;
  readonly fixes: readonly { readonly title: string; readonly kind: FixKind; readonly after: string }[];
}

const OPEN = '⟦';
const CLOSE = '⟧';

/** Every case of every fixture below `folder`, by the rule's code. */
export function readRuleCases(folder: string): Map<string, { report: RuleCase[]; quiet: RuleCase[] }> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(files.map((name) => [path.basename(name, '.json'), readRuleFile(path.join(folder, name))]));
}

function readRuleFile(file: string) {
  const code = path.basename(file, '.json');
  const { report, quiet } = JSON.parse(readFileSync(file, 'utf8')) as RuleFile;
  return {
    report: report.map((given, index) => ({
      ...caseOf(code, `${code} report ${index + 1}`, given),
      severity: given.severity,
      message: given.message,
      fixes: (given.fixes ?? []).map((fix) => ({ ...fix, after: textOf(fix.after) })),
    })),
    quiet: quiet.map((given, index) => caseOf(code, `${code} quiet ${index + 1}`, given)),
  };
}

function caseOf(code: string, label: string, given: CaseFile): RuleCase {
  const { fileName, presets, knownKeys, others = {}, host, arch, severities } = given;
  const options: AnalyseOptions = {
    release: given.release === undefined ? NEWEST_RELEASE : parseRelease(given.release)!,
    ...(fileName !== undefined && { fileName }),
    ...(presets && { presets: new Map(Object.entries(presets)) }),
    ...(knownKeys && { knownKeys }),
    ...(arch && { host: { ...DEFAULT_HOST, arch } }),
    ...(severities && { severities }),
  };
  return {
    code,
    label: given.about ? `${label} (${given.about})` : label,
    ...unmarked(textOf(given.text)),
    options,
    others: new Map(Object.entries(others).map(([name, text]) => [name, textOf(text)])),
    ...(host && { host }),
    fixes: [],
  };
}

function textOf(text: Text): string {
  return typeof text === 'string' ? text : text.map((line) => `${line}\n`).join('');
}

function unmarked(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === OPEN) start = text.length;
    else if (piece === CLOSE) spans.push({ start, end: text.length });
    else text += piece;
  }
  return { text, spans };
}
