import { once } from '../syntax/once';
import { tables } from './tables';
import type { XmFormRow, XmLanguageRow } from './xm-types';

const index = once(
  (): ReadonlyMap<string, { row: XmLanguageRow; forms: ReadonlyMap<string, XmFormRow> }> =>
    new Map(
      allXmLanguages().map((row) => [
        row.name,
        { row, forms: new Map((row.options ?? []).map((form) => [form.name, form])) },
      ]),
    ),
);

/** Every mini-language of xend. */
export function allXmLanguages(): readonly XmLanguageRow[] {
  return tables().xmLanguages;
}

/** xend's mini-language of that name: that of the variable, or `on_action` for the `on_` variables. */
export function findXmLanguage(name: string): XmLanguageRow | undefined {
  return index().get(name)?.row;
}

/** The part of a mini-language of xend that has that very name. */
export function findXmForm(language: string, name: string): XmFormRow | undefined {
  return index().get(language)?.forms.get(name);
}
