// A client of the Language Server Protocol as small as can be: one server over standard input and output.
import { spawn } from 'node:child_process';

/** What the client says it can do: as much as the measured features need, for every server the same. */
function capabilities(pull) {
  return {
    workspace: { configuration: true, didChangeConfiguration: {} },
    textDocument: {
      synchronization: {},
      publishDiagnostics: { versionSupport: true },
      completion: {
        completionItem: {
          snippetSupport: true,
          documentationFormat: ['markdown'],
          resolveSupport: { properties: ['documentation', 'detail'] },
        },
        completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      foldingRange: {},
      semanticTokens: {
        requests: { full: true },
        tokenTypes: ['property', 'string', 'number', 'enumMember', 'parameter', 'keyword', 'comment', 'variable'],
        tokenModifiers: [],
        formats: ['relative'],
      },
      formatting: {},
      ...(pull && { diagnostic: {} }),
    },
  };
}

/** What a server asks that has to be answered, each with the answer of a client without settings. */
const ANSWERS = { 'workspace/configuration': ({ items }) => items.map(() => null) };

export class Client {
  #process;
  /** What came and is no whole message yet, and how many bytes the message has. */
  #input = [];
  #size = 0;
  #wanted = 0;
  #next = 1;
  #waiting = new Map();
  /** What listens for a notification, by method. */
  #listeners = new Map();
  /** What `initialize` answered. */
  capabilities;

  /** @param {string[]} command the program and its arguments */
  constructor([program, ...words]) {
    this.#process = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout.on('data', (data) => this.#take(data));
  }

  get pid() {
    return this.#process.pid;
  }

  async initialize(pull) {
    const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: capabilities(pull) };
    ({ capabilities: this.capabilities } = await this.request('initialize', params));
    this.notify('initialized', {});
  }

  /** The result of a request; the time that passed is the caller's to take. */
  request(method, params) {
    const id = this.#next++;
    this.#send({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, method }));
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** The next notification of a method that `wanted` takes; rejects after that many seconds. */
  heard(method, wanted, seconds) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(method);
        reject(new Error(`no ${method} within ${seconds} seconds`));
      }, seconds * 1000);
      this.#listeners.set(method, (params) => {
        if (!wanted(params)) return;
        this.#listeners.delete(method);
        clearTimeout(timer);
        resolve(params);
      });
    });
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 2000);
    await Promise.race([this.request('shutdown').catch(() => undefined), ended]);
    this.notify('exit');
    await ended;
    clearTimeout(timer);
  }

  #send(message) {
    const body = JSON.stringify(message);
    if (!this.#process.stdin.writable) return;
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Puts the parts of a message together once all have come, as the clients of editors do. */
  #take(data) {
    this.#input.push(data);
    this.#size += data.length;
    while (this.#size > 0 && this.#size >= this.#wanted) {
      const input = this.#input.length === 1 ? this.#input[0] : Buffer.concat(this.#input);
      this.#input = [input];
      const head = input.indexOf('\r\n\r\n');
      if (head < 0) return;
      const start = head + 4;
      const end = start + Number(/Content-Length: (\d+)/i.exec(input.toString('latin1', 0, head))[1]);
      this.#wanted = end;
      if (input.length < end) return;
      this.#wanted = 0;
      this.#input = [input.subarray(end)];
      this.#size = input.length - end;
      this.#hear(JSON.parse(input.toString('utf8', start, end)));
    }
  }

  #hear({ id, method, params, result, error }) {
    if (method === undefined) {
      const { resolve, reject, method: asked } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(`${asked}: ${error.message}`));
      else resolve(result);
    } else if (id === undefined) this.#listeners.get(method)?.(params);
    else this.#send({ jsonrpc: '2.0', id, result: ANSWERS[method]?.(params) ?? null });
  }
}
