import type { Span } from '../syntax/span';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { replace } from './edits';
import type { Finding } from './finding';
import { type Rule, report } from './rule';

/** Options of a vif that xm knew and xl does not, with what they were. */
const XM_ONLY: Readonly<Record<string, string>> = {
  policy: 'a label of the old ACM module',
  label: 'a label of the old ACM module',
};

export const xmVif: Rule = {
  code: 'xm-vif',
  severity: 'warning',
  docs: {
    title: 'A network device as xm wrote it',
    why: 'xm allowed blanks around the = of an option, and knew options and values that xl does not.',
    xl: 'xl reports each as an invalid parameter and goes on without it: with "mac = ..." the guest gets another MAC address at every start.',
    remedy: 'Write the options without blanks around =, and type as ioemu or vif.',
    before: "vif = [ 'mac = 00:16:3e:00:00:01, bridge = xenbr0' ]",
    after: "vif = [ 'mac=00:16:3e:00:00:01, bridge=xenbr0' ]",
  },
  *check(file) {
    for (const item of file.items('vif')) {
      let at = 0;
      for (const part of item.text.split(',')) {
        const start = at + /^\s*/.exec(part)![0].length;
        yield* checkOption(file, item, part.trimStart(), start);
        at += part.length + 1;
      }
    }
  },
};

function* checkOption(file: FileContext, item: Atom, option: string, start: number): Iterable<Finding> {
  const place = (from: number, to: number): Span => file.place(item, { start: start + from, end: start + to });
  const blank = /^(\w+)\s*=\s*/.exec(option);
  if (!blank) return;
  const name = blank[1]!;
  if (blank[0].length > name.length + 1) {
    const whole = option.trimEnd();
    const lost = name === 'mac' ? 'and gives the device a random MAC address' : 'and goes on without it';
    const fix = {
      title: 'Remove the blanks around =',
      kind: 'restoring' as const,
      edits: [replace(place(name.length, blank[0].length), '=')],
    };
    yield report(
      xmVif,
      place(0, whole.length),
      `xl does not know the option "${option.slice(0, option.indexOf('='))}" with a blank behind it, says "Invalid parameter" ${lost}. Write it without blanks around =.`,
      [fix],
    );
    return;
  }
  const value = option.slice(blank[0].length).trimEnd();
  if (name === 'type' && !['ioemu', 'vif'].includes(value)) {
    const fixes =
      value === 'netfront'
        ? [
            {
              title: 'Write type=vif',
              kind: 'restoring' as const,
              edits: [replace(place(blank[0].length, option.trimEnd().length), 'vif')],
            },
          ]
        : [];
    yield report(
      xmVif,
      place(0, option.trimEnd().length),
      `xl knows the types ioemu and vif. It says "Invalid parameter \`type'" and goes on without "${value}". Write type=vif for a device without emulation.`,
      fixes,
    );
  } else if (XM_ONLY[name]) {
    const from = start + option.trimEnd().length;
    const comma = item.text[from] === ',' ? 1 : 0;
    const edits = [replace(file.place(item, { start, end: from + comma }), '')];
    yield report(
      xmVif,
      place(0, option.trimEnd().length),
      `"${name}" was ${XM_ONLY[name]}. xl says "Invalid parameter" and goes on without it. Remove it.`,
      [{ title: `Remove ${name}`, kind: 'safe', edits }],
    );
  }
}
