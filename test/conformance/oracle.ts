import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

/** Where the programs around the real library are, built by scripts/conformance.mjs. */
export function oracleProgram(root: string, name: string): string {
  return path.join(root, 'out/oracle', name);
}

/** How a program takes its inputs on standard input: `<length>\n<bytes>`, with a NUL behind each, or as they are. */
export type Framing = 'length' | 'nul' | 'none';

/** The bytes of inputs (byte strings) as a program takes them. */
export function frame(inputs: readonly string[], framing: Framing): Buffer {
  const framed = {
    nul: (input: string) => `${input}\0`,
    length: (input: string) => `${input.length}\n${input}`,
    none: (input: string) => input,
  }[framing];
  return Buffer.from(inputs.map(framed).join(''), 'latin1');
}

interface Waiting {
  readonly count: number;
  readonly answers: string[];
  readonly done: (answers: string[]) => void;
  readonly failed: (error: Error) => void;
}

/** A program that answers each of its inputs with one line of JSON, kept running for many batches. */
export class Oracle {
  readonly #process: ChildProcess;
  readonly #waiting: Waiting[] = [];
  #partial: Buffer[] = [];

  constructor(
    readonly program: string,
    readonly args: readonly string[],
    readonly framing: Framing,
    env: Readonly<Record<string, string>> = {},
  ) {
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
    this.#process.stdout!.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#process.stdin!.on('error', (error) => this.#fail(error));
    this.#process.on('error', (error) => this.#fail(error));
    this.#process.on('exit', (code, signal) => this.#fail(new Error(`${program} ended: ${signal ?? code}`)));
  }

  /** The answers to these inputs, in their order, as lines of JSON. Batches may be asked for before others are answered. */
  ask(inputs: readonly string[]): Promise<string[]> {
    if (inputs.length === 0) return Promise.resolve([]);
    return new Promise((done, failed) => {
      this.#waiting.push({ count: inputs.length, answers: [], done, failed });
      this.#process.stdin!.write(frame(inputs, this.framing));
    });
  }

  close(): void {
    this.#process.removeAllListeners('exit');
    this.#process.stdin!.end();
  }

  #take(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      this.#partial.push(chunk.subarray(from, end));
      const line = this.#partial.length === 1 ? this.#partial[0]! : Buffer.concat(this.#partial);
      this.#partial = [];
      from = end + 1;
      this.#answer(line.toString('utf8'));
    }
    if (from < chunk.length) this.#partial.push(chunk.subarray(from));
  }

  #answer(line: string): void {
    const first = this.#waiting[0];
    if (!first) throw new Error(`${this.program} answered more than it was asked: ${line}`);
    first.answers.push(line);
    if (first.answers.length < first.count) return;
    this.#waiting.shift();
    first.done(first.answers);
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.splice(0)) waiting.failed(error);
  }
}

/** Asks a program of its own for a few answers, at once. */
export function askNow(
  program: string,
  args: readonly string[],
  framing: Framing,
  inputs: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string[] {
  const run = spawnSync(program, args, {
    env: { ...process.env, ...env },
    input: frame(inputs, framing),
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1 << 30,
  });
  const answers = run.stdout.toString('utf8').split('\n').slice(0, -1);
  if (answers.length !== inputs.length) {
    throw new Error(
      `${program} gave ${answers.length} answers to ${inputs.length} inputs (${run.error ?? run.signal})`,
    );
  }
  return answers;
}
