import { builtBefore, type Conversion, proofTable } from '../service';
import { LineIndex } from '../syntax/lines';
import type { InputFile } from './files';

/** How much is said of a conversion: what was done and what differs, and `all` fields of the guest. */
export interface Said {
  readonly explain: boolean;
  readonly all: boolean;
}

/**
 * What people are told: what the guest loses and what is left to decide, and with `explain` what was done, what was
 * assumed, and what xm built beside what xl will build: the fields that differ, or with `all` every one.
 */
export function conversionText(file: InputFile & { text: string }, conversion: Conversion, { explain, all }: Said) {
  let said = '';
  const say = (text: string) => {
    said += `${text}\n`;
  };
  if (explain) {
    for (const { code, title, kind, line } of conversion.applied) {
      say(`${file.path}:${line + 1}: ${kind}[${code}]: ${title}`);
    }
    for (const { name, value, problem } of conversion.parameters) {
      const what = value === undefined ? `no value; give it with --set ${name}=...` : `${name}=${value}`;
      say(`${file.path}: parameter ${name}: ${what}${problem === undefined ? '' : ` (refused: ${problem})`}`);
    }
    for (const text of conversion.assumptions) say(`${file.path}: assumed: ${text}`);
    const proof = conversion.prove();
    said += `${file.path}: ${builtBefore(proof)} and what xl will build:\n${proofTable(proof, all)}`;
  }
  for (const { line, by, text } of conversion.losses) {
    say(`${file.path}:${line + 1}: ${by === 'xl' ? 'lost in xl' : 'xm dropped'}: ${text}`);
  }
  const lines = new LineIndex(file.text);
  const refused = conversion.parameters.filter(({ value, problem }) => value !== undefined && problem !== undefined);
  for (const { name, value, problem, span } of refused) {
    const { line, character } = lines.position(span.start);
    say(`${file.path}:${line + 1}:${character + 1}: xm itself refused ${name}=${value}: ${problem}`);
  }
  // nothing behind it was reached
  const left = conversion.left.filter(({ code }) => refused.length === 0 || !code.startsWith('python-'));
  for (const { origin, message } of left) {
    const { line, character } = lines.position(origin);
    say(`${file.path}:${line + 1}:${character + 1}: ${message}`);
  }
  if (conversion.verdict === 'refused' && conversion.left.length === 0) {
    say(`${file.path}:1:1: xl refuses the result`);
  }
  return said;
}
