import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How long, in ms, a server may take to end by itself. */
const PATIENCE = 2000;

/** A language server: its standard input and output are the protocol's. */
export type ServerProcess = ChildProcessWithoutNullStreams;

/**
 * Starts a language server: the command line's `lsp` (`module` is its file), in a process of its own. Over Node's channel to a
 * child long answers, which the server writes as JSON, would be made into objects and these into JSON once more.
 */
export function startServer(module: string): ServerProcess {
  // with flags of V8's own Node could not use the code of its own that it was built with, and would start some 20 ms later
  const words = [module, 'lsp', '--stdio', `--clientProcessId=${process.pid}`];
  // in the desktop's VS Code the extension host is Electron
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const child = spawn(process.execPath, words, { env, windowsHide: true });
  // that it could not be started, or has ended, shows when it is written to
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  return child;
}

/** The processes of the language server, one at a time; the first one may run before anybody knows what to say to it. */
export class ServerProcesses {
  readonly #module: string;
  #next: ServerProcess | undefined;
  #current: ServerProcess | undefined;

  constructor(module: string, first: ServerProcess | undefined) {
    this.#module = module;
    this.#next = first;
  }

  /** A process that nobody has talked to. What it writes beside the protocol goes to `log`, a line at a time. */
  start(log: (line: string) => void): ServerProcess {
    const early = this.#next && isAlive(this.#next) ? this.#next : undefined;
    this.#next = undefined;
    const child = early ?? startServer(this.#module);
    this.#current = child;
    createInterface({ input: child.stderr, terminal: false }).on('line', log);
    return child;
  }

  /** To be called when the server was told to end: one that does not is ended. */
  stop(): void {
    for (const child of [this.#next, this.#current]) {
      if (!child || !isAlive(child)) continue;
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      child.once('exit', () => clearTimeout(timer));
    }
    this.#next?.stdin.end();
    this.#next = undefined;
  }
}

/** True for a process that was started and has not ended. */
function isAlive({ pid, exitCode, signalCode }: ServerProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}
