/** A piece of a spec and where it stands in it. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The pieces between separators, empty ones left out, as C's strtok gives them; `blanks`: without blanks before each. */
export function pieces(text: string, separators: ',' | ';' | '=' | ':' | ' \t\n', blanks?: 'skip'): Piece[] {
  const found: Piece[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && !separators.includes(text[i]!);
    if (inside && start < 0) start = i;
    if (inside || start < 0) continue;
    let from = start;
    if (blanks === 'skip') while (from < i && text[from] === ' ') from++;
    found.push({ text: text.slice(from, i), start: from, end: i });
    start = -1;
  }
  return found;
}

/** C's isspace at both ends is taken away. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}

/** NAME=VALUE as xl's split_string_into_pair takes it, which changed in 4.18; undefined when xl gives it up. */
export function splitPair(text: string, release: number, separator: '=' | ':' = '='): [string, string] | undefined {
  if (release < 418) {
    const [name, value] = pieces(text, separator);
    return name && value ? [name.text, value.text] : undefined;
  }
  const at = text.indexOf(separator);
  return at < 0 || at + 1 === text.length ? undefined : [text.slice(0, at), text.slice(at + 1)];
}
