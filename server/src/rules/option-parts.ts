import { findLanguage } from '../schema/languages';
import type { Span } from '../syntax/span';
import type { SpecError } from '../syntax/specs';
import type { FileContext } from './context';
import { errorAt } from './fate';
import { hasNames } from './option-names';
import type { SpecItem } from './spec-items';

/** A part of a spec that xl of the release does not know. */
export interface UnknownPart {
  readonly item: SpecItem;
  readonly name: string;
  /** Where the name stands in the file. */
  readonly span: Span;
  readonly hasValue: boolean;
  /** The part within the spec. */
  readonly whole: Span;
  /** What xl has against it. */
  readonly error: SpecError;
}

/** The parts of specs that look like options and that xl of the release does not know, up to the first that ends xl. */
export function* unknownParts(file: FileContext): Iterable<UnknownPart> {
  for (const item of file.faultySpecs) {
    const assign = findLanguage(item.language)?.assign ?? '=';
    for (const { role, span } of item.reading.parts) {
      const error = errorAt(item, span);
      if (!error || !(role === 'unknown' || (role === 'name' && isAbout(error, span)))) continue;
      const words = item.atom.text.slice(span.start, span.end).split(assign);
      const behind = item.atom.text.slice(span.end).trimStart();
      const hasValue = words.length > 1 || role === 'name' || behind.startsWith(assign);
      if (!hasNames(item.language, hasValue)) continue;
      const name = words[0]!.trim();
      if (/^[A-Za-z_][\w.-]*$/.test(name)) {
        const start = span.start + words[0]!.indexOf(name);
        const place = file.place(item.atom, { start, end: start + name.length });
        yield { item, name, span: place, hasValue, whole: span, error };
      }
      if (!error.warning) break;
    }
  }
}

function isAbout({ span }: SpecError, part: Span): boolean {
  return span.start <= part.start && part.start < span.end && span.end <= part.end;
}
