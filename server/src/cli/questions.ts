import { createInterface } from 'node:readline/promises';
import { UsageError } from './usage';

/** Asks for a text; an empty answer means the usual one, and a bad one is asked for again. */
export type Ask = (question: string, usual: string, isGood: (answer: string) => boolean) => Promise<string>;

/** Questions on the terminal: standard error shows them, so that standard output stays clean. */
export function askOnTerminal(): { ask: Ask; close: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new UsageError('init: nothing was written')));
  });
  ended.catch(() => {});
  const ask: Ask = async (question, usual, isGood) => {
    for (;;) {
      const prompt = usual === '' ? `${question}: ` : `${question} [${usual}]: `;
      const answer = (await Promise.race([terminal.question(prompt), ended])).trim() || usual;
      if (isGood(answer)) return answer;
      process.stderr.write(`"${answer}" does not fit.\n`);
    }
  };
  return { ask, close: () => terminal.close() };
}
