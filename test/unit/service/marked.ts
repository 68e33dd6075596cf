import assert from 'node:assert/strict';
import { type Analysis, analyse } from '../../../server/src/service/index';
import { NEWEST_RELEASE, type Release } from '../../../server/src/syntax/release';
import type { Span } from '../../../server/src/syntax/span';
import { pythonForTests } from '../python-for-tests';

/** An analysed text and the place of the `|` that stood in it; a text with Python is read with it. */
export async function cursor(
  marked: string,
  release: Release = NEWEST_RELEASE,
): Promise<{ analysis: Analysis; offset: number }> {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'the text has a cursor');
  return { analysis: await analysed(marked.slice(0, offset) + marked.slice(offset + 1), release), offset };
}

/** An analysed text; the Python parser is there, as in an editor. */
export async function analysed(text: string, release: Release = NEWEST_RELEASE): Promise<Analysis> {
  return analyse(text, { release, python: await pythonForTests() });
}

/** A text with spans in ⟦ ⟧. */
export function bracketed(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '⟦' },
    { at: end, mark: '⟧' },
  ]);
  marks.sort((a, b) => b.at - a.at || (a.mark === '⟦' ? -1 : 1));
  return marks.reduce((done, { at, mark }) => done.slice(0, at) + mark + done.slice(at), text);
}
