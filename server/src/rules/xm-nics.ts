import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { appendItems, commentOut, fixOverwritten, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

/** More cards than this in one guest are taken for a slip. */
const MOST_CARDS = 64;

export const docs: RuleDocs = {
  title: 'nics',
  why: 'xm took the number of network cards, and added as many plain ones as vif did not describe.',
  xl: 'xl ignores nics without a word: the guest has the cards of vif alone.',
  remedy: 'Write an empty element into vif for each card that is missing.',
  before: "nics = 2\nvif = [ 'bridge=br0' ]",
  after: "vif = [ 'bridge=br0', '' ]",
};

export const xmNics: Rule = {
  code: 'xm-nics',
  severity: 'warning',
  *check(file) {
    for (const setting of file.all('nics')) {
      const number = setting.value.kind === 'list' ? undefined : numberOf(setting.value.text);
      const missing = number === undefined ? undefined : Number(number) - file.values('vif').length;
      const remedy =
        missing !== undefined && missing > 0
          ? `Add an empty element to vif for each card that is missing.`
          : 'Remove it.';
      const message = `xl ignores nics without a word, and makes the cards of vif alone. ${remedy}`;
      const fix = missing === undefined || file.isComputed('vif') ? undefined : fixFor(file, setting, missing);
      yield report(xmNics, setting.nameSpan, message, fix ? [fix] : []);
    }
  },
};

function fixFor(file: FileContext, setting: Setting, missing: number): Fix | undefined {
  const old = fixOverwritten(file, setting);
  if (old) return old;
  if (missing <= 0) {
    const edits = commentOut(file, setting, 'xm added no card for this: they all stand in vif');
    return { title: 'Make it a comment: xm added no card for it', kind: 'safe', edits };
  }
  if (missing > MOST_CARDS) return undefined;
  const title = `Add ${missing === 1 ? 'a card' : `${missing} cards`} to vif, as xm did`;
  const cards = Array.from({ length: missing }, () => "''");
  const vif = file.last('vif');
  if (!vif) {
    const line = settingLike(file, setting, 'vif', `[ ${cards.join(', ')} ]`);
    return { title, kind: 'restoring', edits: [replace(setting.span, line)] };
  }
  if (vif.value.kind !== 'list') return undefined;
  const edits = [...commentOut(file, setting, 'now in vif'), appendItems(file, vif.value, cards)];
  return { title, kind: 'restoring', edits };
}
