import { findOption, type Option, optionsOf } from '../schema/languages';
import { nearestNames } from '../schema/nearest';
import { releaseName } from '../syntax/release';
import { specFate } from './fate';
import { type UnknownPart, unknownParts } from './option-parts';
import { type Rule, report } from './rule';

export const unknownOption: Rule = {
  code: 'unknown-option',
  severity: 'warning',
  general: true,
  docs: {
    title: 'An option that no release of xl knows',
    why: 'A misspelt option of a device does nothing, or stops the guest from being made.',
    xl: 'It depends on the key: xl refuses the file, warns, or ignores the option without a word.',
    remedy: 'Correct the name.',
    before: "vif = [ 'brige=xenbr0' ]",
    after: "vif = [ 'bridge=xenbr0' ]",
  },
  *check(file) {
    for (const part of unknownParts(file)) {
      const { item, name, span, error } = part;
      if (findOption(item.language, name)) continue;
      const { severity, words } = specFate(file, item, error);
      const near = nearestNames(name, candidates(part, file.release), 2);
      const hint =
        near.length > 0
          ? `Did you mean ${near.map((option) => `"${option}"`).join(' or ')}?`
          : 'Remove it, or correct its name.';
      const fixes = near.map((option) => ({
        title: `Change to "${option}"`,
        kind: 'unsafe' as const,
        edits: [{ span, newText: option }],
      }));
      const known = `"${name}" is no option of ${item.setting.name} in Xen ${releaseName(file.release)} or any other release`;
      yield report(unknownOption, span, `${known}: ${words}. ${hint}`, fixes, severity);
    }
  },
};

/** The names that may stand there: words with a value where there is one, bare words elsewhere. */
function candidates({ item, hasValue }: UnknownPart, release: number): string[] {
  const kind: Option['kind'] = hasValue ? 'named' : 'flag';
  return optionsOf(item.language, release)
    .filter((option) => option.kind === kind)
    .map(({ name }) => name);
}
