import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { type DeviceOption, deviceOptions, withoutBlanks, withoutOption } from './device-options';
import { quoted, replace } from './edits';
import type { Finding, Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** Options that are numbers to xl: a blank before a number does no harm. */
const NUMBERS: ReadonlySet<string> = new Set(['opengl', 'sdl', 'vnc', 'vncdisplay', 'vncunused']);

/** Options of xm that xl has not. */
const LOST: ReadonlySet<string> = new Set(['monitor', 'serial', 'videoram']);

export const docs: RuleDocs = {
  title: 'A framebuffer as xm wrote it',
  why: 'xm knew type=vnc and type=sdl, and allowed blanks around the name and the value of an option.',
  xl: 'xl ignores type without a word and offers VNC. It ignores every option with a blank behind its name too; a blank before or behind a value becomes a part of it.',
  remedy: 'Write vnc=1 or sdl=1, and the options without blanks around name and value.',
  before: "vfb = [ 'type=sdl, keymap = de' ]",
  after: "vfb = [ 'sdl=1,vnc=0, keymap=de' ]",
};

export const xmVfb: Rule = {
  code: 'xm-vfb',
  severity: 'warning',
  *check(file) {
    for (const item of file.items('vfb')) {
      const options = deviceOptions(item.text);
      for (const option of options) yield* checkOption(file, item, option, options);
      if (file.isXm) yield* checkWhole(file, item, options);
    }
  },
};

function* checkOption(
  file: FileContext,
  item: Atom,
  option: DeviceOption,
  options: readonly DeviceOption[],
): Iterable<Finding> {
  const { name, before, value, padded } = option;
  const place = file.place(item, option.span);
  if (name === 'type') {
    const words = plainType(value, options);
    const fixes: Fix[] = words ? [{ title: `Write ${words}`, kind: 'restoring', edits: [replace(place, words)] }] : [];
    if (value !== 'vnc') {
      const remedy = words ? `Write ${words}, as xm took it.` : 'Write vnc=1 or sdl=1.';
      yield report(xmVfb, place, `xl ignores type without a word, and offers VNC. ${remedy}`, fixes);
    } else if (file.isXm) {
      const message = 'xl ignores type without a word, and offers VNC all the same. New files say vnc=1.';
      yield report(xmVfb, place, message, fixes);
    }
  } else if (LOST.has(name)) {
    const message = `xl ignores ${name} in vfb without a word. Remove it.`;
    const { drops: _, ...plain } = withoutOption(file, item, option);
    const drops = name === 'videoram' ? {} : { drops: `${name} of vfb: xl has nothing like it` };
    yield report(xmVfb, place, message, [{ ...plain, ...drops }]);
  } else if (before !== '') {
    const message = `xl does not know "${name}" with a blank behind it, and ignores it without a word. Write ${name}=${value}.`;
    yield report(xmVfb, place, message, [withoutBlanks(file, item, option, 'restoring')]);
  } else if (padded && !NUMBERS.has(name)) {
    const message = `xl takes the blanks around "${value}" for a part of it. Write ${name}=${value}.`;
    yield report(xmVfb, place, message, [withoutBlanks(file, item, option, 'restoring')]);
  }
}

/** What xm added to a framebuffer, or did not. */
function* checkWhole(file: FileContext, item: Atom, options: readonly DeviceOption[]): Iterable<Finding> {
  const has = (name: string) => options.some((option) => option.name === name);
  const append = (text: string) => [replace(item.span, quoted(file, `${item.text},${text}`, item))];
  const sdl = options.find(({ name, value, before }) => name === 'sdl' && before === '' && /^[1-9]/.test(value));
  if (sdl && !has('vnc') && !has('type')) {
    const message = 'xl offers VNC besides, as nothing forbids it; xm offered what was written alone. Write vnc=0.';
    yield report(xmVfb, file.place(item, sdl.span), message, [
      { title: 'Add vnc=0, as xm took it', kind: 'restoring', edits: append('vnc=0') },
    ]);
  }
  // libxl itself looks for the layout of an HVM guest's screen
  const keymap = file.guestType === 'hvm' ? undefined : file.last('keymap');
  if (keymap && keymap.value.kind === 'string' && keymap.value.text !== '' && !has('keymap') && item.text !== '') {
    const layout = keymap.value.text;
    const message = `xl does not look at keymap for a framebuffer, where xm used "${layout}". Write keymap=${layout} here.`;
    yield report(xmVfb, item.span, message, [
      { title: `Add keymap=${layout}`, kind: 'restoring', edits: append(`keymap=${layout}`) },
    ]);
  }
}

/** What xm made of type; without vnc=1 it offered no VNC, which libxl does unless told otherwise. */
function plainType(value: string, options: readonly DeviceOption[]): string {
  if (value === 'vnc') return 'vnc=1';
  if (value !== 'sdl') return '';
  return options.some(({ name }) => name === 'vnc') ? 'sdl=1' : 'sdl=1,vnc=0';
}
