/**
 * Gives a title or a label in the language of whoever reads it. `text` is the English one, a literal at each place where
 * one is called (scripts/l10n.mjs collects them); `words` stand where it has {0}, {1} and so on.
 */
export type Caption = (text: string, ...words: readonly (string | number)[]) => string;

/** Texts by the English ones; what has no other text stays English. */
export type Translations = Readonly<Record<string, string>>;

/** A language of its own. */
export function captionsIn(translations: Translations): Caption {
  return (text, ...words) => {
    const known = Object.hasOwn(translations, text) ? translations[text]! : text;
    return known.replace(/\{(\d+)\}/g, (place, index: string) => String(words[Number(index)] ?? place));
  };
}

export const inEnglish: Caption = captionsIn({});
