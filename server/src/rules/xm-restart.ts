import { commentOut, fixOverwritten, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** What xend made of restart=: the action after poweroff, reboot and crash. "never" as documented: xend 4 refused it. */
const ACTIONS: Readonly<Record<string, readonly [string, string, string]>> = {
  onreboot: ['destroy', 'restart', 'destroy'],
  always: ['restart', 'restart', 'restart'],
  never: ['destroy', 'destroy', 'destroy'],
};

const EVENTS = ['on_poweroff', 'on_reboot', 'on_crash'] as const;

export const docs: RuleDocs = {
  title: 'restart',
  why: 'One word told xend what to do when the guest ends, for all three ways of ending.',
  xl: 'xl ignores restart without a word, and takes its own defaults: destroy, restart and destroy.',
  remedy: 'Write on_poweroff, on_reboot and on_crash.',
  before: "restart = 'always'",
  after: "on_poweroff = 'restart'\non_reboot = 'restart'\non_crash = 'restart'",
};

export const xmRestart: Rule = {
  code: 'xm-restart',
  severity: 'warning',
  *check(file) {
    for (const setting of file.all('restart')) {
      const word = setting.value.kind === 'list' ? undefined : setting.value.text;
      const actions = word === undefined ? undefined : ACTIONS[word];
      const fixes: Fix[] = [];
      const old = fixOverwritten(file, setting);
      if (old) fixes.push(old);
      else if (actions && !file.isComputed(...EVENTS)) {
        const quote = file.text[setting.value.span.start] === "'" ? "'" : '"';
        const line = file.text.lastIndexOf('\n', setting.span.start - 1) + 1;
        const before = file.text.slice(line, setting.span.start);
        const settings = EVENTS.map((event, i) => settingLike(file, setting, event, `${quote}${actions[i]}${quote}`));
        const lines = settings.join(before.trim() === '' ? `\n${before}` : '; ');
        // xend let restart win over the three, wherever they stood
        const others = EVENTS.flatMap((event) => [...file.all(event)]);
        const edits = [replace(setting.span, lines), ...commentOut(file, others, 'in xm, restart went before it')];
        fixes.push({ title: 'Write on_poweroff, on_reboot and on_crash', kind: 'restoring', edits });
      }
      yield report(
        xmRestart,
        setting.nameSpan,
        'xl ignores restart without a word: the guest is destroyed after a crash or a shutdown, and restarted after a reboot. Write on_poweroff, on_reboot and on_crash.',
        fixes,
      );
    }
  },
};
