import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decode, encode } from '../../server/src/syntax/file-bytes';
import { askNow, oracleProgram } from './oracle';
import type { Subject } from './subjects/subject';

/** What named cases need of a subject. */
export type Judge = Pick<Subject, 'name' | 'program' | 'args' | 'framing' | 'difference'>;

/** One input with a name, and what the real library answered when it was recorded. */
export interface NamedCase {
  readonly about: string;
  /** Text; a byte that is not UTF-8 stands as the lone surrogate U+DC00 + byte. */
  readonly input: string;
  readonly answer: unknown;
}

function fileOf(root: string, subject: Judge): string {
  return path.join(root, 'test/conformance/cases', `${subject.name}.jsonl`);
}

/** The named cases of a subject: one JSON object a line. */
export function readCases(root: string, subject: Judge): NamedCase[] {
  const lines = readFileSync(fileOf(root, subject), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as NamedCase);
}

/** The byte string of a case's input. */
export function inputOf(named: NamedCase): string {
  return Buffer.from(encode(named.input)).toString('latin1');
}

/**
 * Asks the real library about every named case of a subject. With `record`, writes its answers into the file; without,
 * gives one line for each case on which the library differs from what was recorded, or ours differs from the library.
 */
export function checkCases(root: string, subject: Judge, record: boolean): { number: number; problems: string[] } {
  const cases = readCases(root, subject);
  const inputs = cases.map(inputOf);
  const answers = askNow(oracleProgram(root, subject.program), subject.args, subject.framing, inputs);
  const problems: string[] = [];
  for (const [index, named] of cases.entries()) {
    const words = subject.difference(inputs[index]!, answers[index]!);
    const place = `${named.about}: ${JSON.stringify(named.input).slice(0, 200)}`;
    if (words) problems.push(`${place}\n      ${words}`);
    if (!record && !isDeepStrictEqual(named.answer, JSON.parse(answers[index]!))) {
      problems.push(`${place}\n      the library answers otherwise than recorded: ${answers[index]!.slice(0, 400)}`);
    }
  }
  if (record) {
    const lines = cases.map(({ about, input }, index) =>
      JSON.stringify({ about, input: wellFormed(input), answer: JSON.parse(answers[index]!) }),
    );
    writeFileSync(fileOf(root, subject), `${lines.join('\n')}\n`);
  }
  return { number: cases.length, problems };
}

/** An input as it reads back from its own bytes. */
function wellFormed(input: string): string {
  return decode(encode(input));
}
