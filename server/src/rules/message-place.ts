import type { Place } from '../model/message';
import type { Span } from '../syntax/span';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';

/** Other names under which a file may set what a message names. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  type: ['builder'],
  cmdline: ['root', 'extra'],
  vga: ['stdvga'],
};

/** The option, part, item, value or name that a message is about; the first line of the file when it names none. */
export function messagePlace(file: FileContext, { key, item, part, option }: Place): Span {
  const name = key === undefined ? undefined : [key, ...(OTHER_NAMES[key] ?? [])].find((one) => file.last(one));
  const setting = name === undefined ? undefined : file.last(name);
  if (!setting) return { start: 0, end: file.text.search(/\r?\n|$/) };
  const { value } = setting;
  if (item !== undefined && value.kind === 'list') {
    const one = file.item(setting.name, item);
    if (!one) return value.span;
    if (one.kind === 'list') return one.span;
    const inside = part ?? (option === undefined ? undefined : optionPart(file, one, setting.name, option));
    return inside ? file.place(one, inside) : one.span;
  }
  return part && value.kind !== 'list' ? file.place(value, part) : value.span;
}

/** Where an item says something for an option, by name or at its place; undefined when it does not. */
function optionPart(file: FileContext, { text }: Atom, key: string, option: string): Span | undefined {
  const list = file.specsOf(key);
  // strings that are the same read the same
  const parts = list?.readings[list.texts.indexOf(text)]?.parts ?? [];
  const isIt = ({ role, option: name }: (typeof parts)[number]) =>
    (name === option && (role === 'value' || role === 'flag')) || role === option;
  return parts.findLast(isIt)?.span;
}
