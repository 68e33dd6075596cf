import { findOption } from '../schema/languages';
import { deviceOptions, withoutOption } from './device-options';
import { replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'An option that another one has replaced, or that does nothing any more',
  why: 'A later release reads it no more.',
  xl: 'xl warns about it.',
  remedy: 'Use the option that the message names, or remove it.',
  before: "vif = [ 'netdev=eth0' ]",
  after: "vif = [ 'gatewaydev=eth0' ]",
};

export const deprecatedOption: Rule = {
  code: 'deprecated-option',
  severity: 'warning',
  general: true,
  converts: true,
  itemwise: true,
  *check(file) {
    for (const { setting, atom, language, reading } of file.specs) {
      for (const [index, { role, span, option }] of reading.parts.entries()) {
        const row = role === 'name' && option !== undefined ? findOption(language, option) : undefined;
        if (!row?.deprecated) continue;
        const place = file.place(atom, span);
        const others = row.replacedBy ?? [];
        const free = others.filter((name) => !reading.parts.some((part) => part.option === name));
        const fixes = free.map((name): Fix => {
          return { title: `Write ${name}`, kind: 'safe', edits: [replace(place, name)] };
        });
        if (others.length === 0) {
          const named = deviceOptions(atom.text).find(({ name }) => name === row.name);
          // a conversion has nothing to keep of what xm's network cards had beyond those of xl
          if (named) fixes.push({ ...withoutOption(file, atom, named), converts: file.isXm });
        }
        const remedy = others.length > 0 ? `Use ${others.join(' or ')}.` : 'Remove it.';
        const xl =
          others.length > 0
            ? 'xl warns that it is deprecated'
            : 'xl warns that it is not supported and goes on without it';
        const value = reading.parts[index + 1];
        const end = value?.role === 'value' ? value.span.end : span.end;
        yield report(
          deprecatedOption,
          file.place(atom, { start: span.start, end }),
          `"${row.name}" is an old option of ${setting.name}: ${xl}. ${remedy}`,
          fixes,
        );
      }
    }
  },
};
