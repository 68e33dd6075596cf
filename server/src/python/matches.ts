import { type Arguments, expectArguments } from './calls';
import type { Found } from './regex-match';
import type { Pattern } from './regex-parts';
import {
  asInteger,
  integer,
  isText,
  type MatchValue,
  NONE,
  PyError,
  type StrValue,
  str,
  textKindOf,
  tuple,
  type Value,
} from './values';

/** The methods of what `re.search` gives. */
export const MATCH_METHODS: ReadonlySet<string> = new Set(['group', 'groups', 'groupdict', 'start', 'end', 'span']);

/** The value of a match. */
export function matchValue(found: Found, text: StrValue, pattern: Pattern): MatchValue {
  const groups = found.map((span) => span && ([text.value.slice(...span), span[0]] as const));
  return { kind: 'match', groups, names: pattern.names, unicode: text.kind === 'unicode', text: text.value };
}

/** Calls a method of a match; undefined for what is not evaluated. */
export function callMatchMethod(self: MatchValue, name: string, given: Arguments): Value | undefined {
  const kind: StrValue = { kind: self.unicode ? 'unicode' : 'str', value: '' };
  const make = (group: MatchValue['groups'][number], missing: Value = NONE): Value =>
    group ? textKindOf(kind, group[0]) : missing;
  const missing = given.positional[0] ?? NONE;
  switch (name) {
    case 'groups':
      expectArguments(name, given, 0, 1);
      return tuple(self.groups.slice(1).map((group) => make(group, missing)));
    case 'groupdict':
      expectArguments(name, given, 0, 1);
      return {
        kind: 'dict',
        entries: new Map(
          [...self.names].map(([key, number]) => [
            `s${key}`,
            { key: str(key), value: make(self.groups[number], missing) },
          ]),
        ),
      };
    case 'group': {
      const wanted = given.positional.length > 0 ? given.positional : [integer(0)];
      const values = wanted.map((index) => make(self.groups[numberOf(self, index)]));
      return values.length === 1 ? values[0]! : tuple(values);
    }
    default: {
      if (given.positional.length > 1 || given.named.size > 0) return undefined;
      const group = self.groups[given.positional[0] ? numberOf(self, given.positional[0]) : 0];
      const start = group ? group[1] : -1;
      const end = group ? start + group[0].length : -1;
      if (name === 'span') return tuple([integer(start), integer(end)]);
      return integer(name === 'end' ? end : start);
    }
  }
}

function numberOf(self: MatchValue, index: Value): number {
  const number = isText(index) ? self.names.get(index.value) : Number(asInteger(index) ?? -1n);
  if (number === undefined || number < 0 || number >= self.groups.length)
    throw new PyError('IndexError', 'no such group');
  return number;
}
