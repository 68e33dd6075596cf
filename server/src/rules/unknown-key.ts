import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import { releaseName } from '../syntax/release';
import { nearKeys } from './near-keys';
import { type Rule, type RuleDocs, report } from './rule';
import { createOption } from './xm-only';

export const docs: RuleDocs = {
  title: 'A name that xl never asks for',
  why: 'A misspelt key does nothing, and nobody says so: the guest starts without what it was meant to have.',
  xl: 'xl keeps the setting and never looks at it. There is no message.',
  remedy: 'Correct the name, or list it in the setting xencfg.knownKeys when another program reads it.',
  before: 'vcpu = 2',
  after: 'vcpus = 2',
};

export const unknownKey: Rule = {
  code: 'unknown-key',
  severity: 'warning',
  hostFiles: true,
  itemwise: true,
  *check(file) {
    const { configFile, knownKeys, python } = file.circumstances;
    const isXm = (name: string) => configFile === 'guest' && findXmName(name) !== undefined;
    const asker =
      configFile === 'guest' ? `Xen ${releaseName(file.release)}` : `${configFile} in Xen ${releaseName(file.release)}`;
    const near = nearKeys(file.release, configFile);
    for (const setting of file.settings) {
      const { name, nameSpan } = setting;
      if (findKey(name, configFile) || isXm(name) || knownKeys.has(name)) continue;
      if (createOption(file, name)) continue;
      // a helper variable of the Python around it
      if (python?.reads.has(name)) continue;
      const similar = near(name);
      const free = similar.filter((key) => !file.sets(key));
      const hint =
        free.length > 0
          ? ` Did you mean ${free.map((key) => `"${key}"`).join(' or ')}?`
          : similar.length > 0
            ? ` It looks like "${similar[0]}", which is set too: remove one of them.`
            : ' Remove it, or correct its name.';
      yield report(
        unknownKey,
        nameSpan,
        `"${name}" is no key of ${asker} or any other release. xl ignores it without a word.${hint}`,
        free.map((key) => ({ title: `Change to "${key}"`, kind: 'unsafe', edits: [{ span: nameSpan, newText: key }] })),
      );
    }
  },
};
