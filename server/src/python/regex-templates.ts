import type { Found } from './regex-match';
import type { Pattern } from './regex-parts';
import { PyError } from './values';

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\\': '\\' };

/**
 * The replacement text of `re.sub` as a function of the match: `\1` and `\g<name>` stand for groups. Undefined for a text
 * that Python refuses, or that is not evaluated.
 */
export function templateOf(template: string, pattern: Pattern, text: string): ((found: Found) => string) | undefined {
  const pieces: (string | number)[] = [];
  for (let at = 0; at < template.length; ) {
    const c = template[at]!;
    if (c !== '\\') {
      pieces.push(c);
      at++;
      continue;
    }
    const group = /^\\(?:g<(\w+)>|([1-9]))/.exec(template.slice(at));
    if (group) {
      const [all, name, digit] = group;
      const number = digit ? Number(digit) : /^\d+$/.test(name!) ? Number(name) : pattern.names.get(name!);
      if (number === undefined || number > pattern.groups || (digit && /\d/.test(template[at + 2] ?? '')))
        return undefined;
      pieces.push(number);
      at += all.length;
      continue;
    }
    const next = template[at + 1];
    if (next === undefined || next === 'g' || /\d/.test(next)) return undefined;
    pieces.push(ESCAPES[next] ?? `\\${next}`);
    at += 2;
  }
  return (found) =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const group = found[piece];
        if (!group) throw new PyError('error', 'unmatched group');
        return text.slice(...group);
      })
      .join('');
}
