import { LineIndex } from '../syntax/lines';
import type { ParseError } from '../syntax/parse-error';
import { parse } from '../syntax/tree';
import type { FileContext } from './context';
import type { Finding, Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** Mistakes in form alone, that Python forgives: the repair is what xm read. All other repairs are guesses. */
const FORGIVEN_BY_XM: ReadonlySet<ParseError['kind']> = new Set([
  'bad-number',
  'byte-order-mark',
  'carriage-return',
  'missing-newline',
]);

export const docs: RuleDocs = {
  title: 'The file cannot be read',
  why: 'One mistake in the form of the file is enough for xl to refuse it as a whole: no guest is created.',
  xl: 'xl prints a parsing error with a line number, which can be one too small, and stops.',
  remedy: 'Mend the place that the finding marks; where the repair is plain, a fix does it.',
  before: "disk = [ '/dev/vg/web,raw,xvda,rw'\nmemory = 512",
  after: "disk = [ '/dev/vg/web,raw,xvda,rw' ]\nmemory = 512",
};

export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  hostFiles: true,
  *check(file) {
    const { reading, tree, python } = file.input;
    if (reading.ok) return;
    const errors = tree.errors.filter((error) => !python?.covers(error.span));
    const returns = errors.filter((error) => error.kind === 'carriage-return');
    if (returns.length > 0) yield carriageReturns(file, returns);
    // what is left of the errors without them may all come from them
    if (returns.length > 0 && parse(file.text.replace(/\r\n/g, '\n'), file.release).errors.length === 0) return;
    const lines = new LineIndex(file.text);
    const quotes = quotesByLine(reading.messages);
    for (const error of errors) {
      if (error.kind === 'carriage-return' || isNumberBeforeReturn(file, error)) continue;
      const quote = quotes.get(lines.position(error.span.start).line);
      const consequence = quote ? `xl refuses the file: ${quote}.` : 'xl refuses the file.';
      yield report(syntax, error.span, `${error.message} ${consequence}`, repairs(file, error));
    }
  },
};

/** One finding for all carriage returns of a file: they have one cause and one remedy. */
function carriageReturns(file: FileContext, errors: readonly ParseError[]): Finding {
  const edits = [...file.text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
    span: { start: index, end: index + 1 },
    newText: '',
  }));
  const { span } = errors[0]!;
  const lines = errors.length === 1 ? 'This line ends' : `${errors.length} lines end`;
  const message = `${lines} in a carriage return (CR LF line ends), which xl does not take for a blank: it refuses the file. Save it with LF line ends.`;
  return report(syntax, span, message, [{ title: 'Change all line ends to LF', kind: 'safe', edits }]);
}

/** True for a number that only the carriage return behind it spoils. */
function isNumberBeforeReturn({ text }: FileContext, { kind, span }: ParseError): boolean {
  return kind === 'bad-number' && text[span.end] === '\r' && /^\d+$/.test(text.slice(span.start, span.end));
}

/** What libxlutil says of each line that it cannot read, by line from 0: the first message of a line counts. */
function quotesByLine(messages: readonly string[]): Map<number, string> {
  const quotes = new Map<number, string>();
  for (const message of messages) {
    const match = /:(\d+): config parsing error (near (<newline>)?.*)$/s.exec(message);
    if (!match) continue;
    // a newline that is not wanted is reported on the line before it
    const line = Number(match[1]) - (match[3] ? 0 : 1);
    if (!quotes.has(line)) quotes.set(line, `"config parsing error ${match[2]}"`);
  }
  return quotes;
}

function repairs(file: FileContext, error: ParseError): Fix[] {
  const { repair } = error;
  if (!repair) {
    if (error.kind !== 'upper-case-name') return [];
    const lower = file.text.slice(error.span.start, error.span.end).toLowerCase();
    if (!/^[a-z]/.test(lower)) return [];
    return [{ title: `Write the name as ${lower}`, kind: 'unsafe', edits: [{ span: error.span, newText: lower }] }];
  }
  return [{ ...repair, kind: FORGIVEN_BY_XM.has(error.kind) ? 'safe' : 'unsafe' }];
}
