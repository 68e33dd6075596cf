import { errorAt, specFate } from './fate';
import { unknownParts } from './option-parts';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A part of a string that xl drops in silence',
  why: 'The guest starts without what the file says, and nobody is told.',
  xl: 'xl says nothing and goes on without the part, or without all that follows it in the string.',
  remedy: 'Correct the part, or remove it.',
  before: "vfb = [ 'vnc=1,sdl,vncpasswd=secret' ]",
  after: "vfb = [ 'vnc=1,sdl=1,vncpasswd=secret' ]",
};

export const droppedValue: Rule = {
  code: 'dropped-value',
  severity: 'warning',
  general: true,
  itemwise: true,
  *check(file) {
    // another rule tells about options by their names
    const named = new Map(
      [...unknownParts(file)].map(({ item, whole }) => [`${item.atom.span.start} ${whole.start}`, whole]),
    );
    for (const item of file.faultySpecs) {
      for (const { span, message, problem } of item.reading.errors) {
        if (named.has(`${item.atom.span.start} ${span.start}`)) continue;
        const fate = message === undefined ? specFate(file, item, errorAt(item, span)!) : undefined;
        if (!fate || fate.severity === 'error') continue;
        const text = item.atom.text.slice(span.start, span.end).trim();
        const place = span.start < span.end ? file.place(item.atom, span) : item.atom.span;
        const what = text === '' ? item.setting.name : `"${text}"`;
        yield report(droppedValue, place, `${what} is lost without a word: ${problem}. Correct it, or remove it.`);
      }
    }
  },
};
