import { version } from '../../../package.json';
import { check } from './check';
import { COMMAND_ROWS, type CommandName } from './command-table';
import { completion } from './completion';
import { convertCommand } from './convert';
import { exactWords, print } from './file-names';
import { commandHelp, overview } from './help';
import { rule } from './rule';
import { show } from './show';
import { isWorkingThread, serveBatches } from './thread';
import { UsageError } from './usage';

const RUN: Readonly<Record<CommandName, (words: readonly string[]) => number | Promise<number | undefined>>> = {
  check,
  fix: (words) => check(words, true),
  convert: convertCommand,
  show,
  rule,
  init: async (words) => (await import('./init')).init(words),
  completion,
  // the server is a program of its own, which launch.ts runs when the words name a channel
  lsp: () => {
    throw new UsageError('lsp: say how to talk to the client: --stdio');
  },
};

async function main(words: readonly string[]): Promise<number | undefined> {
  const [command, ...rest] = words;
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    process.stdout.write(overview());
    return command === undefined ? 2 : 0;
  }
  if (command === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (!isCommand(command)) throw new UsageError(`there is no command "${command}"; xencfg --help lists them`);
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  if (options.includes('--help') || options.includes('-h')) {
    process.stdout.write(commandHelp(command, COMMAND_ROWS[command]!));
    return 0;
  }
  return RUN[command](rest);
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMAND_ROWS, word);
}

// a reader that has seen enough, such as head, is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

/** The document that a caller who asked for JSON gets instead of an answer; nothing for all others. */
function jsonError(words: readonly string[], error: string): string {
  const line = words.join(' ');
  if (words[0] === 'show') return /--as[= ]domain\b/.test(line) ? '' : `${JSON.stringify({ error })}\n`;
  return /--format[= ]json\b/.test(line) ? `${JSON.stringify({ version: 1, files: [], error })}\n` : '';
}

/** Does what the command line says. */
async function start(): Promise<void> {
  const words = exactWords(process.argv.slice(2));
  try {
    const code = await main(words);
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError) {
      print(`xencfg: ${error.message}\n`, process.stderr);
      print(jsonError(words, error.message));
    } else {
      const { stack, message } = error as Error;
      process.stderr.write(`xencfg: unexpected error, please report it: ${stack}\n`);
      print(jsonError(words, `unexpected error: ${message}`));
    }
  }
}

if (isWorkingThread()) serveBatches();
else void start();
