import type { ParseError } from './parse-error';
import type { Setting } from './tree';

/** The errors of settings that are sound alone: a += that adds a list to a text, or a text to a list. */
export function mixedAppends(settings: readonly Setting[]): ParseError[] {
  const errors: ParseError[] = [];
  const lists = new Map<string, boolean>();
  for (const setting of settings) {
    if (setting.broken) continue;
    const list = setting.isList;
    const before = setting.op === '+=' ? lists.get(setting.name) : undefined;
    if (before !== undefined && before !== list) errors.push(mixed(setting, before));
    else lists.set(setting.name, list);
  }
  return errors;
}

function mixed({ name, span }: Setting, list: boolean): ParseError {
  const message = list
    ? `"${name}" is a list: a single value cannot be added to it.`
    : `"${name}" is a single value: a list cannot be added to it.`;
  return { kind: 'mixed-append', span, message };
}

/** The error of lists that are nested so deeply that xl's parser gives up. */
export function tooDeep(settings: readonly Setting[]): ParseError {
  const span = settings.find(({ value }) => value.kind === 'list')?.span ?? { start: 0, end: 0 };
  return { kind: 'nested-list', span, message: 'Lists inside lists go deeper here than xl can read.' };
}
