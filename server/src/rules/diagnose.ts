import { overlaps } from '../syntax/span';
import type { FileContext } from './context';
import type { FileInput } from './file-input';
import type { Finding, Fix } from './finding';
import { foreignFormat } from './foreign-format';
import { RULES } from './registry';
import { type Rule, report } from './rule';
import type { RuleMemory } from './rule-memory';
import { Said } from './said';
import { isAsked, withSeverities } from './severities';
import { suppressions, withoutSuppressed } from './suppressions';
import { templatePlaceholder } from './template-placeholder';
import { unusedSuppression } from './unused-suppression';
import { xlMessage } from './xl-message';

/** What xl does with a guest file. */
export type Verdict = 'accepted' | 'refused';

/** Whose language a file is in. */
export type Dialect = 'xl' | 'xm' | 'xl.conf' | 'cpupool';

/** What the rules say of a file. */
export interface Diagnosis {
  /** By place; every finding of severity error exists because xl refuses the file, and none without that. */
  readonly findings: readonly Finding[];
  /** The exit status of `xl -N create` at that release; null for a file that no guest is made from. */
  readonly verdict: Verdict | null;
  readonly dialect: Dialect;
  readonly file: FileContext;
  /** True for what is no guest's file yet, or none at all: nothing of it can be relied on. */
  readonly isOther: boolean;
}

/** Runs every rule over a file. */
export function diagnose(file: FileContext, memory?: RuleMemory): Diagnosis {
  const { input } = file;
  const quiet = suppressions(file);
  const wanted = (findings: readonly Finding[]) => withSeverities(withoutSuppressed(findings, quiet), input.severities);
  const fate = !input.reading.ok || input.foreign ? 'refused' : input.domain.verdict;
  const { configFile } = input;
  const verdict = configFile === 'guest' ? fate : null;
  const dialect = configFile !== 'guest' ? configFile : file.isXm && !input.foreign ? 'xm' : 'xl';
  if (input.foreign) {
    return { findings: wanted([...foreignFormat.check(file, [])]), verdict, dialect, file, isOther: true };
  }
  const template = wanted([...templatePlaceholder.check(file, [])]);
  if (template.length > 0) return { findings: template, verdict, dialect, file, isOther: true };
  const found = agree(judge(file, memory), fate, file);
  const unused = quiet.length > 0 ? [...unusedSuppression.check(file, found, RULES)] : [];
  const findings = wanted(unused.length > 0 ? [...found, ...unused] : found).toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return { findings, verdict, dialect, file, isOther: false };
}

/** What the rules find in a guest file, before anybody's wishes. */
function judge(file: FileContext, memory?: RuleMemory): Finding[] {
  const asked = askedOf(file.input);
  const round = memory?.begin(file);
  const check = (rules: readonly Rule[]) => {
    const findings: Finding[] = [];
    for (const rule of rules) {
      for (const finding of round ? round.ask(rule) : rule.check(file, [])) findings.push(finding);
    }
    return held(file, findings);
  };
  // what a rule of its own says of a place, it says better than a general one, and that better than xl's own words
  const own = check(asked.own);
  const said = new Said(file, own);
  const general = check(asked.general).filter((finding) => !said.has(finding));
  round?.end();
  const better = [...own, ...general];
  if (file.input.forConversion) return better;
  const saidBetter = new Said(file, better);
  return [...better, ...[...xlMessage.check(file, [])].filter((message) => !saidBetter.has(message))];
}

/** The rules that are asked by themselves, in their turn. */
const LAST: ReadonlySet<Rule> = new Set([foreignFormat, templatePlaceholder, unusedSuppression, xlMessage]);

/** Rules that are asked of a file, the general ones apart. */
interface Asked extends Pick<FileInput, 'configFile' | 'severities'> {
  readonly forConversion: boolean;
  readonly own: readonly Rule[];
  readonly general: readonly Rule[];
}

/** Those of the file before: mostly the next one is asked the same. */
let lastAsked: Asked | undefined;

function askedOf({ configFile, severities, forConversion = false }: FileInput): Asked {
  const last = lastAsked;
  if (last?.configFile === configFile && last.severities === severities && last.forConversion === forConversion) {
    return last;
  }
  const isGuest = configFile === 'guest';
  const mayMatter = (rule: Rule) => !forConversion || !rule.general || rule.converts;
  const asked = RULES.filter(
    (rule) => !LAST.has(rule) && (isGuest || rule.hostFiles) && mayMatter(rule) && isAsked(rule, severities),
  );
  const own = asked.filter(({ general }) => !general);
  const general = asked.filter((rule) => rule.general);
  lastAsked = { configFile, severities, forConversion, own, general };
  return lastAsked;
}

/** The findings without those fixes of xm's keys that change a setting which Python in the file still reads. */
function held(file: FileContext, findings: Finding[]): Finding[] {
  const { python } = file.input;
  if (!python) return findings;
  const read = file.settings.filter(({ name }) => python.reads.has(name));
  if (read.length === 0) return findings;
  const isFree = ({ edits }: Fix) => !edits.some((edit) => read.some(({ span }) => overlaps(span, edit.span)));
  return findings.map((finding) => {
    if (!finding.code.startsWith('xm-')) return finding;
    const fixes = finding.fixes.filter(isFree);
    const waits = fixes.length === 0 && finding.fixes.some(({ kind }) => kind !== 'unsafe');
    return { ...finding, fixes, ...(waits && { waits }) };
  });
}

/** Makes findings and verdict agree: an accepted file has no error, a refused one at least one. */
function agree(findings: Finding[], verdict: Verdict, file: FileContext): Finding[] {
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
