import type { Span } from '../syntax/span';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { replace } from './edits';
import type { Fix, FixKind } from './finding';

/** One NAME=VALUE of a device string such as those of vif and vfb, with the blanks that may stand in it. */
export interface DeviceOption {
  readonly name: string;
  /** The blanks before the =. */
  readonly before: string;
  /** What stands between the = and the next comma, without the blanks around it. */
  readonly value: string;
  /** True when there are blanks around the value. */
  readonly padded: boolean;
  /** Within the device string: from the name to the end of the value. */
  readonly span: Span;
  /** From the name to the comma or the end of the string. */
  readonly whole: Span;
}

/** The options of a device string that have a =, in their order, as xm split them. */
export function deviceOptions(text: string): DeviceOption[] {
  const options: DeviceOption[] = [];
  let at = 0;
  for (const part of text.split(',')) {
    const match = /^(\s*)(\w+)(\s*)=(\s*)(.*?)(\s*)$/s.exec(part);
    if (match) {
      const [, lead, name, before, after, value, tail] = match as unknown as string[];
      const start = at + lead!.length;
      const whole = { start, end: at + part.length };
      const padded = after !== '' || tail !== '';
      options.push({
        name: name!,
        before: before!,
        value: value!,
        padded,
        span: { start, end: whole.end - tail!.length },
        whole,
      });
    }
    at += part.length + 1;
  }
  return options;
}

/** The fix that takes the blanks out of an option. */
export function withoutBlanks(file: FileContext, item: Atom, option: DeviceOption, kind: FixKind): Fix {
  const { name, before, value, whole } = option;
  return {
    title: before === '' ? 'Remove the blanks around the value' : 'Remove the blanks around =',
    kind,
    edits: [replace(file.place(item, whole), `${name}=${value}`)],
  };
}

/** The fix that takes an option out of its device string, with a comma and the blanks behind that. */
export function withoutOption(file: FileContext, item: Atom, option: DeviceOption): Fix {
  const { start, end } = option.whole;
  const behind = /^,\s*/.exec(item.text.slice(end));
  const before = behind ? undefined : /,\s*$/.exec(item.text.slice(0, start));
  const span = { start: start - (before?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) };
  const drops = `${option.name}=${option.value}: xl has nothing like it`;
  return { title: `Remove ${option.name}`, kind: 'safe', edits: [replace(file.place(item, span), '')], drops };
}
