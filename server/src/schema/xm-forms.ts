import { XM_DEVICES_FORMS } from './data/xm/forms-devices';
import { XM_DISK_FORMS } from './data/xm/forms-disk';
import { XM_OTHERS_FORMS } from './data/xm/forms-others';
import { XM_VIF_FORMS } from './data/xm/forms-vif';
import type { XmFormRow, XmLanguageRow } from './xm-types';

const ROWS: readonly XmLanguageRow[] = [...XM_DISK_FORMS, ...XM_VIF_FORMS, ...XM_DEVICES_FORMS, ...XM_OTHERS_FORMS];

const INDEX: ReadonlyMap<string, { row: XmLanguageRow; forms: ReadonlyMap<string, XmFormRow> }> = new Map(
  ROWS.map((row) => [row.name, { row, forms: new Map((row.options ?? []).map((form) => [form.name, form])) }]),
);

/** Every mini-language of xend. */
export function allXmLanguages(): readonly XmLanguageRow[] {
  return ROWS;
}

/** xend's mini-language of that name: that of the variable, or `on_action` for the `on_` variables. */
export function findXmLanguage(name: string): XmLanguageRow | undefined {
  return INDEX.get(name)?.row;
}

/** The part of a mini-language of xend that has that very name. */
export function findXmForm(language: string, name: string): XmFormRow | undefined {
  return INDEX.get(language)?.forms.get(name);
}
