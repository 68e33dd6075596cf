import { findKey, keyIsRead } from '../schema/keys';
import { findXmName } from '../schema/xm';
import type { XmName } from '../schema/xm-types';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { deviceOptions } from './device-options';
import { commentOut, fixOverwritten, quoted, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';
import { RULE_OF_KEY } from './xm-key-owners';
import { createOption } from './xm-only';

export const docs: RuleDocs = {
  title: 'A key that only xm knew',
  why: 'The setting does nothing any more. For some keys the guest is another one without it.',
  xl: 'xl ignores most of these keys without a word, and warns of a few.',
  remedy: 'Do what the finding says with another key, or keep the line as a comment.',
  before: 'superpages = 1',
  after: '# xl ignores this - no config key in xl\n#superpages = 1',
};

export const xmKey: Rule = {
  code: 'xm-key',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const setting of file.settings) {
      const { name } = setting;
      if (RULE_OF_KEY.has(name) || file.circumstances.knownKeys.has(name)) continue;
      const xm = findXmName(name) ?? createOption(file, name);
      if (!xm || xm.xl === 'reads' || xm.xl === 'refuses') continue;
      const old = fixOverwritten(file, setting);
      const fixes = old ? [old] : [comment(file, setting, xm), ...alternatives(file, setting)];
      yield report(xmKey, setting.nameSpan, message(setting, xm), fixes);
    }
  },
};

function message({ name }: Setting, xm: XmName): string {
  const how = xm.xl === 'warns' ? 'xl warns and ignores it' : 'xl ignores it without a word';
  const note = xm.note ? ` (${xm.note})` : '';
  const remedy = xm.keys.length > 0 ? `Remove it; for xl see ${xm.keys.join(', ')}.` : 'Remove it.';
  return `"${name}" is ${xm.option ? 'an option of xm create' : 'a key of xm'}: ${how}${note}. ${remedy}`;
}

function comment(file: FileContext, setting: Setting, xm: XmName): Fix {
  const same = isDefault(setting, xm);
  const why = same ? "xl ignores this, which was xm's default" : reason(xm);
  const title = 'Make it a comment: xl ignores it';
  const edits = commentOut(file, setting, why);
  // nothing is lost where xm would have done the same without the line
  const drops = xm.lost && !same ? { drops: `${setting.name}: ${xm.note ?? 'nothing like it in xl'}` } : {};
  return { title, kind: 'safe', edits, ...drops };
}

function isDefault({ value }: Setting, xm: XmName): boolean {
  const given = xm.default?.replace(/^['"](.*)['"]$/, '$1');
  return value.kind === 'list' ? value.items.length === 0 : value.text === given || value.text === '';
}

function reason({ keys, note, option }: XmName): string {
  if (option) return `an option of xm create - ${note ?? 'nothing like it in xl'}`;
  const see = keys.length > 0 ? `see ${keys.join(', ')}` : undefined;
  const why = [note, see].filter((part) => part !== undefined).join('; ');
  return why === '' ? 'xl ignores this' : `xl ignores this - ${why}`;
}

/** Settings of xl that come near to a key of xm, for somebody to choose. */
function alternatives(file: FileContext, setting: Setting): Fix[] {
  const found = nearest(file, setting);
  const row = found && findKey(found.key);
  if (!row || !keyIsRead(row, file.release) || file.sets(found.key)) return [];
  const edits = [replace(setting.span, settingLike(file, setting, found.key, found.value))];
  return [{ title: `Write ${found.key}${found.about}`, kind: 'unsafe', edits }];
}

function nearest(file: FileContext, setting: Setting): { key: string; value: string; about: string } | undefined {
  const { name, value } = setting;
  if (name === 'blkif' || name === 'netif') {
    return { key: 'driver_domain', value: '1', about: ': it may serve devices of any kind then' };
  }
  if (value.kind !== 'list') return undefined;
  const [item] = value.items;
  if (name === 'access_control' && item?.kind === 'string') {
    const label = /^policy=.*,label=(.+)$/.exec(item.text)?.[1];
    if (label === undefined) return undefined;
    // the labels of XSM name a user, a role and a type
    const text = label.split(':').length >= 3 ? label : `system_u:system_r:${label}`;
    return { key: 'seclabel', value: quoted(file, text, item), about: ': the policy of XSM has to know the label' };
  }
  if (name === 'vif2') {
    const cards = value.items.map((one) => (one.kind === 'list' ? "''" : quoted(file, card(one.text), one)));
    return { key: 'vif', value: `[ ${cards.join(', ')} ]`, about: ': cards of the usual kind' };
  }
  return undefined;
}

/** What a netchannel2 card has in common with a usual one. */
function card(text: string): string {
  const names: Readonly<Record<string, string>> = { front_mac: 'mac', bridge: 'bridge', backend: 'backend' };
  const kept = deviceOptions(text).filter(({ name }) => Object.hasOwn(names, name));
  return kept.map(({ name, value }) => `${names[name]}=${value}`).join(',');
}
