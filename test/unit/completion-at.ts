import assert from 'node:assert/strict';
import { type Analysis, analyse, type Completion, completions } from '../../server/src/service/index';
import { NEWEST_RELEASE, type Release } from '../../server/src/syntax/release';
import { applyEdits } from '../../server/src/syntax/span';

/** An analysed text and the place of the `|` that stood in it. */
export function at(marked: string, release: Release = NEWEST_RELEASE): { analysis: Analysis; offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'the text has a cursor');
  return { analysis: analyse(marked.slice(0, offset) + marked.slice(offset + 1), { release }), offset };
}

/** What is offered at the `|`. */
export function offered(marked: string, release: Release = NEWEST_RELEASE): Completion[] {
  const { analysis, offset } = at(marked, release);
  return completions(analysis, offset);
}

/** The labels of what is offered at the `|`, best first. */
export function labels(marked: string, release: Release = NEWEST_RELEASE): string[] {
  return offered(marked, release)
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map(({ label }) => label);
}

/** The text after the completion of that label at the `|`: places of a snippet stand as ‹text›. */
export function completed(marked: string, label: string, release: Release = NEWEST_RELEASE): string {
  const { analysis, offset } = at(marked, release);
  const completion = completions(analysis, offset).find((candidate) => candidate.label === label);
  assert.ok(completion, `${label} is offered at ${marked}`);
  return applied(analysis.text, completion);
}

/** The text after a completion. */
export function applied(text: string, { edit, snippet }: Completion, mark: (inner: string) => string = marked): string {
  return applyEdits(text, [{ span: edit.span, newText: snippet ? resolved(edit.newText, mark) : edit.newText }]);
}

function marked(inner: string): string {
  return `‹${inner}›`;
}

const PLACE =
  /\\([\\$}])|\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}|\$(?:\d+|\{\d+\})/gs;

/** A snippet with `mark` put around the texts of its places; a choice shows its first word. */
export function resolved(snippet: string, mark: (inner: string) => string): string {
  return snippet.replace(PLACE, (_, escaped?: string, text?: string, choice?: string) => {
    return escaped ?? mark((text ?? choice ?? '').replace(/\\(.)/gs, '$1'));
  });
}
