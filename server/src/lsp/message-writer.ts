import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc/node';
import { JsonBytes } from './json-writer';

/**
 * Writes messages as the base protocol has them, the header together with the content: the client is woken up once. That of
 * vscode-jsonrpc writes them apart, each after a turn of the event loop, and knows no answer that is JSON already.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #out: Writable;
  #errors = 0;

  constructor(out: Writable) {
    super();
    this.#out = out;
    out.on('error', (error) => this.fireError(error));
    out.on('close', () => this.fireClose());
  }

  /** Gives when the message is on its way; rejects when it cannot be written. */
  async write(message: Message): Promise<void> {
    const bytes = bytesOf(message);
    await new Promise<void>((resolve, reject) => {
      this.#out.write(bytes, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.#out.end();
  }
}

function bytesOf(message: Message): Buffer {
  const { id, result } = message as { readonly id?: unknown; readonly result?: unknown };
  if (!(result instanceof JsonBytes)) return withHeader(Buffer.from(JSON.stringify(message)));
  const head = Buffer.from(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`);
  return withHeader(head, result.bytes, Buffer.from('}'));
}

function withHeader(...content: Uint8Array[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...content]);
}
