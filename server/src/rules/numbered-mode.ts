import { quoted, replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

/** What the numbers mean that xm took for these modes. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  timer_mode: [
    'delay_for_missed_ticks',
    'no_delay_for_missed_ticks',
    'no_missed_ticks_pending',
    'one_missed_tick_pending',
  ],
  tsc_mode: ['default', 'always_emulate', 'native', 'native_paravirt'],
};

export const docs: RuleDocs = {
  title: 'timer_mode or tsc_mode as a number',
  why: 'xm took numbers for these modes; their names tell what they do.',
  xl: 'xl reads the number, and warns that it is deprecated. xl 4.1 knew numbers alone.',
  remedy: 'Write the name.',
  before: 'timer_mode = 1',
  after: 'timer_mode = "no_delay_for_missed_ticks"',
};

export const numberedMode: Rule = {
  code: 'numbered-mode',
  severity: 'warning',
  *check(file) {
    if (file.release < 402) return;
    // xl reads timer_mode of an HVM guest alone
    const names = file.guestType === 'hvm' ? ['timer_mode', 'tsc_mode'] : ['tsc_mode'];
    for (const setting of names.flatMap((name) => [...file.all(name)])) {
      const { name, value } = setting;
      const mode = value.kind !== 'list' && /^[0-3]$/.test(value.text) ? NAMES[name]![Number(value.text)] : undefined;
      if (mode === undefined) continue;
      const message = `xl reads the number and warns that it is deprecated. Write its name, "${mode}".`;
      const edits = [replace(value.span, quoted(file, mode, setting.value))];
      yield report(numberedMode, value.span, message, [{ title: `Write "${mode}"`, kind: 'safe', edits }]);
    }
  },
};
