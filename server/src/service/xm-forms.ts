import { findXmForm, findXmLanguage, type XmFormRow } from '../schema';

interface Pattern {
  readonly form: XmFormRow;
  readonly pattern: RegExp;
}

const PATTERNS = new Map<string, readonly Pattern[]>();

/** The form of an xm language that a text is: by its very name, or where a name has words in capitals for what may vary. */
export function xmFormOf(language: string, text: string): XmFormRow | undefined {
  const exact = findXmForm(language, text);
  if (exact) return exact;
  let patterns = PATTERNS.get(language);
  if (!patterns) {
    patterns = (findXmLanguage(language)?.options ?? []).flatMap((form) => patternOf(form));
    PATTERNS.set(language, patterns);
  }
  return patterns.find(({ pattern }) => pattern.test(text))?.form;
}

/** A name of capitals alone says nothing about the text; one with a literal part does. */
function patternOf(form: XmFormRow): Pattern[] {
  if (!/[A-Z]/.test(form.name) || !/[a-z/]/.test(form.name) || / |\(|\.\./.test(form.name)) return [];
  const source = form.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[A-Z][A-Z_]*/g, '[^,:]+');
  return [{ form, pattern: new RegExp(`^${source}$`) }];
}
