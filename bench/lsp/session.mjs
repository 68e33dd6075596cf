// One text open in one server, and the edits that a person makes in it.
import { setTimeout } from 'node:timers/promises';
import { Client } from './client.mjs';
import { timed } from './clock.mjs';
import { LANGUAGES, write } from './content.mjs';

/** Longest wait for one answer, in seconds. */
const PATIENCE = 30;

/** The numbers of a fixed sequence that looks random: the same edits for every server in every run. */
function* places(count) {
  let state = 12345;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield Math.floor((state / 2147483648) * count);
  }
}

export class Session {
  #version = 1;
  #sequence;
  #undo;

  /** @param {boolean} pull whether the client asks for diagnostics, where the server can answer */
  static async open(server, guests, pull = true) {
    const session = new Session();
    const language = LANGUAGES[server.language];
    session.client = new Client(server.command);
    session.written = write(language, guests);
    session.uri = `file:///srv/bench/guests.${language.extension}`;
    await session.client.initialize(pull);
    session.pulls = pull && session.client.capabilities.diagnosticProvider !== undefined;
    const item = { uri: session.uri, languageId: language.id, version: 1, text: session.written.text };
    session.client.notify('textDocument/didOpen', { textDocument: item });
    session.#sequence = places(session.written.values.length);
    // what a server loads on demand it has loaded after that
    await session.diagnostics().catch(() => setTimeout(500));
    return session;
  }

  get pid() {
    return this.client.pid;
  }

  /** Types a character at the end of one of the values, or takes the last one away again. */
  edit() {
    const range = this.#undo;
    if (range) this.#undo = undefined;
    const start = range?.start ?? this.written.values[this.#sequence.next().value];
    if (!range) this.#undo = { start, end: { line: start.line, character: start.character + 1 } };
    this.change(range ?? { start, end: start }, range ? '' : '1');
  }

  change(range, text) {
    const textDocument = { uri: this.uri, version: ++this.#version };
    this.client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  }

  request(method, params = {}) {
    return this.client.request(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** The diagnostics of the newest version, asked for or waited for. */
  diagnostics() {
    if (this.pulls) return this.request('textDocument/diagnostic');
    // servers that tell no version are taken at their word
    const isNewest = ({ uri, version = this.#version }) => uri === this.uri && version === this.#version;
    return this.client.heard('textDocument/publishDiagnostics', isNewest, PATIENCE);
  }

  /** Times of an answer each after an edit: `work` asks, and the clock runs from the edit on. */
  async afterEdits(count, warm, work) {
    const times = [];
    for (let i = -warm; i < count; i++) {
      const time = await timed(this.pid, () => {
        const answer = this.pulls || work !== undefined ? undefined : this.diagnostics();
        this.edit();
        return work ? work() : (answer ?? this.diagnostics());
      });
      if (i >= 0) times.push(time);
      // a person is slower than this, and a collector of garbage may use the pause
      await setTimeout(5);
    }
    return times;
  }

  /** Types a line letter by letter above another one, and takes it away as a whole; times to the diagnostics after each. */
  async type(above, text) {
    const after = async (start, end, letters) => {
      const told = this.pulls ? undefined : this.diagnostics();
      this.change({ start, end }, letters);
      await (told ?? this.diagnostics());
    };
    const times = [];
    const at = { ...above };
    await after(at, at, '\n');
    for (const letter of text) {
      const place = { ...at, character: at.character++ };
      times.push(await timed(this.pid, () => after(place, place, letter)));
    }
    await after(above, { line: above.line + 1, character: 0 }, '');
    return times;
  }

  close() {
    return this.client.close();
  }
}
