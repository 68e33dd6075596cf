import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { commentOut, quoted, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { numberOf } from './numbers';
import { type Rule, type RuleDocs, report } from './rule';

/** The first release in which xl makes a screen for a PV guest of these keys. */
const READ_SINCE = 404;

const KEYS = ['vnc', 'vnclisten', 'vncdisplay', 'vncunused', 'vncpasswd', 'sdl', 'display', 'xauthority'] as const;

export const docs: RuleDocs = {
  title: 'vnc and its neighbours in the file of a PV guest',
  why: 'Up to Xen 3.0.3 they gave a PV guest its screen, too; vfb took their place.',
  xl: 'Up to Xen 4.3 xl reads them for HVM guests alone, and says nothing. Later releases make a screen of vnc=1.',
  remedy: 'Write them into vfb.',
  before: 'kernel = "/boot/vmlinuz"\nvnc = 1\nvncdisplay = 3',
  after: 'kernel = "/boot/vmlinuz"\nvfb = [ "vnc=1,vncdisplay=3" ]',
};

export const xmVnc: Rule = {
  code: 'xm-vnc',
  severity: 'warning',
  *check(file) {
    if (!file.isXm || file.release >= READ_SINCE || file.guestType !== 'pv' || file.sets('vfb')) return;
    const present = KEYS.flatMap((name) => [...file.all(name)]).filter((setting) => setting.value.kind !== 'list');
    const isOn = (name: string) => (numberOf(file.scalar(name) ?? '') ?? 0n) !== 0n;
    const first = present.find((setting) => setting === file.last(setting.name));
    if (!first || !(isOn('vnc') || isOn('sdl')) || file.isComputed('type', 'builder', 'vfb', ...KEYS)) return;
    const fix = fixFor(file, present, first);
    for (const setting of present) {
      const message = `xl of this release reads ${setting.name} for HVM guests alone. Write it into vfb.`;
      yield report(xmVnc, setting.nameSpan, message, [fix]);
    }
  },
};

function fixFor(file: FileContext, present: readonly Setting[], carrier: Setting): Fix {
  const counting = present.filter((setting) => setting === file.last(setting.name));
  const options = counting.map(({ name }) => `${name}=${file.scalar(name)}`);
  if (!counting.some(({ name }) => name === 'vnc')) options.push('vnc=0');
  const string = counting.find(({ value }) => value.kind === 'string');
  const line = settingLike(file, carrier, 'vfb', `[ ${quoted(file, options.join(','), string?.value)} ]`);
  const others = present.filter((setting) => setting !== carrier);
  const edits = [...commentOut(file, others, 'now in vfb'), replace(carrier.span, line)];
  return { title: 'Write a vfb with them', kind: 'restoring', edits };
}
