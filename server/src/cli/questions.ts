import { createInterface } from 'node:readline';
import { UsageError } from './usage';

/** Asks for a text; an empty answer means the usual one, and a bad one is asked for again. */
export type Ask = (question: string, usual: string, isGood: (answer: string) => boolean) => Promise<string>;

/** Questions on the terminal: standard error shows them, so that standard output stays clean. */
export function askOnTerminal(): { ask: Ask; close: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // answers may be typed, or pasted, before they are asked for
  const answers: string[] = [];
  let ended = false;
  let wake = () => {};
  terminal.on('line', (line) => {
    answers.push(line);
    wake();
  });
  terminal.once('close', () => {
    ended = true;
    wake();
  });
  const next = async (): Promise<string> => {
    while (answers.length === 0 && !ended) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const answer = answers.shift();
    if (answer === undefined) throw new UsageError('init: nothing was written');
    return answer.trim();
  };
  const ask: Ask = async (question, usual, isGood) => {
    for (;;) {
      terminal.setPrompt(usual === '' ? `${question}: ` : `${question} [${usual}]: `);
      terminal.prompt();
      const answer = (await next()) || usual;
      if (isGood(answer)) return answer;
      process.stderr.write(`"${answer}" does not fit.\n`);
    }
  };
  return { ask, close: () => terminal.close() };
}
