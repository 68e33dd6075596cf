import { type ConnectionOptions, ResponseError } from 'vscode-jsonrpc';
import { LSPErrorCodes } from './numbers';

/** Where the server writes what the person at the editor may want to read. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/** Keeps a mistake of ours inside the handler where it happens: logged once, answered with nothing, server alive. */
export class Guard {
  readonly #log: Log;
  readonly #seen = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Runs `work`; what it throws is logged once and `fallback` returned. A ResponseError is an answer and passes. */
  async run<Result>(name: string, fallback: Result, work: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.report(name, error);
      return fallback;
    }
  }

  /** For messages that nobody waits for: that the client has gone meanwhile is no mistake of ours. */
  detach(sent: Promise<unknown>): void {
    sent.catch((error: unknown) => this.#log.info(`The client did not take a message: ${error}`));
  }

  /** Logs a mistake of ours, the first time that it happens at this place. */
  report(name: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
    const key = `${name}\n${stack}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#log.error(
      `${name} failed. This is a mistake in Xencfg: please report it with the lines below and, if you can, the text.\n${stack}`,
    );
  }
}

/** The answer to a request that the client has cancelled meanwhile. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** How the connection treats requests: one that is cancelled while others are worked on is never begun. */
export const CONNECTION_OPTIONS: ConnectionOptions = {
  connectionStrategy: {
    // The connection itself writes the request's id into the answer.
    cancelUndispatched: ({ jsonrpc }) => ({
      jsonrpc,
      id: null,
      error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
    }),
  },
};
