import { nearestNames } from '../schema/nearest';
import { releaseName } from '../syntax/release';
import { specFate } from './fate';
import { optionNamed, optionNames } from './option-names';
import { unknownParts } from './option-parts';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'An option that no release of xl knows',
  why: 'A misspelt option of a device does nothing, or stops the guest from being made.',
  xl: 'It depends on the key: xl refuses the file, warns, or ignores the option without a word.',
  remedy: 'Correct the name.',
  before: "vif = [ 'brige=xenbr0' ]",
  after: "vif = [ 'bridge=xenbr0' ]",
};

export const unknownOption: Rule = {
  code: 'unknown-option',
  severity: 'warning',
  general: true,
  itemwise: true,
  *check(file) {
    for (const part of unknownParts(file)) {
      const { item, name, span, error } = part;
      if (optionNamed(item.language, name)) continue;
      const { severity, words } = specFate(file, item, error);
      const near = nearestNames(name, optionNames(item.language, file.release, part.hasValue), 2);
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
