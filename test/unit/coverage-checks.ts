import type { Finding } from '../../server/src/rules/finding';
import { analyse } from '../../server/src/service/index';
import { NEWEST_RELEASE } from '../../server/src/syntax/release';
import type { Subject } from './coverage-subjects';
import { rightUse, type Slip, type Use, wrongUses } from './coverage-uses';

/** Rules that report every use of what is old, so that no use of it is clean. */
const OF_ANY_USE: ReadonlySet<string> = new Set([
  'deprecated-key',
  'deprecated-option',
  'xm-device-model',
  'xm-disk-prefix',
  'xm-key',
]);

/** What has no right use for another reason, which somebody has looked at. */
const NEVER_CLEAN: Readonly<Record<string, string>> = {
  msr_relaxed: 'xl warns of any use that it will be removed',
  'bios = rombios': 'no device model of the newest release has it',
  'rdm policy': 'xl refuses every policy that it knows',
  'rdm policy = strict': 'xl refuses every policy that it knows',
  'rdm policy = relaxed': 'xl refuses every policy that it knows',
};

/** How a subject is found when it is used wrong; undefined when nothing finds it. */
export function slipFound(subject: Subject): Slip | 'any use' | undefined {
  const usual = new Set(findingsAt(rightUse(subject)).map(({ code }) => code));
  for (const { slip, use } of wrongUses(subject)) {
    const found = findingsAt(use).filter(({ code }) => !usual.has(code));
    if (found.some((finding) => slip !== 'name' || names(finding, subject.label))) return slip;
  }
  return [...usual].some((code) => OF_ANY_USE.has(code)) ? 'any use' : undefined;
}

/** True when the right use of a subject is not reported, or when there is no such use. */
export function isCleanWhenRight(subject: Subject): boolean {
  const found = findingsAt(rightUse(subject)).filter(
    ({ code, severity }) => /^(error|warning)$/.test(severity) && !OF_ANY_USE.has(code),
  );
  return found.length > 0 === Object.hasOwn(NEVER_CLEAN, subject.name);
}

/** What is reported from within the place of the use on; the quotes and the brackets right around it belong to it. */
function findingsAt({ text, start, end }: Use): Finding[] {
  const before = /(\[ )?"?$/.exec(text.slice(0, start))![0].length;
  return analyse(text, { release: NEWEST_RELEASE }).findings.filter(
    ({ span }) => start - before <= span.start && span.start < end,
  );
}

/** True when a finding about a misspelt name says which one was meant. */
function names({ message, fixes }: Finding, label: string): boolean {
  return message.includes(`"${label}"`) || fixes.some(({ title }) => title.includes(`"${label}"`));
}
