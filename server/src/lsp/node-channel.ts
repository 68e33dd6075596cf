import { connect as connectTo } from 'node:net';
import type { Duplex } from 'node:stream';
import { inspect } from 'node:util';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-jsonrpc/node';
import { ClientConsole, type Connection, connect, type Life } from './connection';
import { CONNECTION_OPTIONS } from './guard';
import { StreamWriter } from './message-writer';

/** How often, in ms, the server looks whether the client's process still runs. */
const WATCH = 3000;

/**
 * The client over what the command line names: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, the words that
 * vscode-languageclient appends. The process ends with the client: after `exit`, when the channel closes, or when the
 * client's process is gone, with 1 where nobody said `shutdown` before.
 */
export function nodeConnection(argv: readonly string[]): Connection {
  const console = new ClientConsole();
  let wasShutDown = false;
  const end = () => process.exit(wasShutDown ? 0 : 1);
  const [reader, writer] = channel(argv, console, end);
  const rpc = createMessageConnection(reader, writer, console, CONNECTION_OPTIONS);
  console.attach(rpc);
  const watch = (client: number) => {
    setInterval(() => {
      try {
        process.kill(client, 0);
      } catch {
        end();
      }
    }, WATCH);
  };
  const given = optionOf(argv, '--clientProcessId');
  if (given !== undefined) watch(Number(given));
  const life: Life = {
    watch: given === undefined ? watch : () => {},
    shutDown: () => {
      wasShutDown = true;
    },
    exit: end,
  };
  return connect(rpc, console, life, writer instanceof StreamWriter);
}

function channel(argv: readonly string[], console: ClientConsole, end: () => void): [MessageReader, MessageWriter] {
  const port = optionOf(argv, '--socket');
  const pipe = optionOf(argv, '--pipe');
  if (argv.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  if (port !== undefined) return overSocket(connectTo(Number(port), '127.0.0.1'));
  if (pipe !== undefined) return overSocket(connectTo(pipe));
  process.stdin.on('end', end).on('close', end);
  logInto(console);
  return [new StreamMessageReader(process.stdin), new StreamWriter(process.stdout)];
}

function overSocket(socket: Duplex): [MessageReader, MessageWriter] {
  return [new StreamMessageReader(socket), new StreamWriter(socket)];
}

/** The value of an option, behind it or behind its equals sign. */
function optionOf(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  return at < 0 ? undefined : argv[at] === name ? argv[at + 1] : argv[at]!.slice(name.length + 1);
}

/** Standard output belongs to the protocol: what a library prints goes into the log. */
function logInto(log: ClientConsole): void {
  const said = (words: unknown[]) => words.map((word) => (typeof word === 'string' ? word : inspect(word))).join(' ');
  console.log = (...words) => log.log(said(words));
  console.debug = console.log;
  console.info = (...words) => log.info(said(words));
  console.warn = (...words) => log.warn(said(words));
  console.error = (...words) => log.error(said(words));
}
