import { findLanguage, findOption } from '../schema/languages';
import { releaseName } from '../syntax/release';
import type { FileContext } from './context';
import { specFate } from './fate';
import { isKnown, optionNamed } from './option-names';
import { type UnknownPart, unknownParts } from './option-parts';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'An option that the chosen Xen release does not know',
  why: 'What an option does on one host is missing, or an error, on another that runs an older or a newer Xen.',
  xl: 'It depends on the key: xl of a release that does not know the option refuses the file, warns, or ignores the option.',
  remedy: 'Choose the release that the file is for (xencfg.xenRelease), or do without the option.',
  before: "vif = [ 'bridge=xenbr0,mtu=9000' ]   # for Xen 4.14",
  after: "vif = [ 'bridge=xenbr0' ]",
};

export const optionRelease: Rule = {
  code: 'option-release',
  severity: 'warning',
  general: true,
  itemwise: true,
  *check(file) {
    const places = [...unknownParts(file), ...misplacedFlags(file)];
    for (const { item, name, span, error } of places) {
      const option = optionNamed(item.language, name);
      if (!option || isKnown(option, file.release)) continue;
      const { words, severity } = specFate(file, item, error);
      const history =
        option.since > file.release
          ? `is an option of ${item.setting.name} from Xen ${releaseName(option.since)} on`
          : `was an option of ${item.setting.name} up to Xen ${releaseName(option.until!)}`;
      const remedy = option.replacedBy
        ? `Use ${option.replacedBy.join(' or ')}.`
        : 'Choose another release, or do without it.';
      const message = `"${name}" ${history}. For the chosen release, ${releaseName(file.release)}: ${words}. ${remedy}`;
      yield report(optionRelease, span, message, [], severity);
    }
  },
};

/** Words of another release that xl takes for a part without a name, and then fails at what follows. */
function* misplacedFlags(file: FileContext): Iterable<Pick<UnknownPart, 'item' | 'name' | 'span' | 'error'>> {
  for (const item of file.faultySpecs) {
    const error = item.reading.errors[0];
    if (!error || findLanguage(item.language)?.missingEquals !== 'positional') continue;
    for (const { role, span } of item.reading.parts) {
      const name = item.atom.text.slice(span.start, span.end);
      if (findOption(item.language, role)?.position === undefined) continue;
      if (findOption(item.language, name)?.kind === 'flag') {
        yield { item, name, span: file.place(item.atom, span), error };
      }
    }
  }
}
