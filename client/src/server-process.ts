import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Room for the results of reading a long file before they count as old: with less, collecting them costs more than reading. */
const YOUNG_GENERATION = '--max-semi-space-size=64';

/** How long, in ms, a server may take to end by itself. */
const PATIENCE = 2000;

/** Starts a language server that talks over IPC: the command line's `lsp` (`module` is its file), in a process of its own. */
export function forkServer(module: string): ChildProcess {
  const child = fork(module, ['lsp', '--node-ipc', `--clientProcessId=${process.pid}`], {
    // in the desktop's VS Code the extension host is Electron
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: [YOUNG_GENERATION],
    silent: true,
  });
  // that it could not be started shows when it is written to
  child.on('error', () => {});
  return child;
}

/** The processes of the language server, one at a time; the first one may run before anybody knows what to say to it. */
export class ServerProcesses {
  readonly #module: string;
  #next: ChildProcess | undefined;
  #current: ChildProcess | undefined;

  constructor(module: string, first: ChildProcess | undefined) {
    this.#module = module;
    this.#next = first;
  }

  /** A process that nobody has talked to. What it writes beside the protocol goes to `log`, a line at a time. */
  start(log: (line: string) => void): ChildProcess {
    const early = this.#next?.connected ? this.#next : undefined;
    this.#next = undefined;
    const child = early ?? forkServer(this.#module);
    this.#current = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream, terminal: false }).on('line', log);
    }
    return child;
  }

  /** To be called when the server was told to end: one that does not is ended. */
  stop(): void {
    for (const child of [this.#next, this.#current]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      child.once('exit', () => clearTimeout(timer));
    }
    this.#next?.disconnect();
    this.#next = undefined;
  }
}
