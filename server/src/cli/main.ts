import { version } from '../../../package.json';
import { check } from './check';
import { convertCommand } from './convert';
import { rule } from './rule';
import { show } from './show';
import { USAGE, UsageError } from './usage';

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => number | Promise<number | undefined>>> = {
  check,
  convert: convertCommand,
  show,
  rule,
  lsp: async (words) => {
    // loaded for this command alone: the other ones start faster without it
    const { runNodeServer } = await import('../lsp/node');
    if (!runNodeServer(words)) throw new UsageError('lsp: say how to talk to the client: --stdio');
    return undefined;
  },
};

async function main(words: readonly string[]): Promise<number | undefined> {
  const [command, ...rest] = words;
  if (
    command === undefined ||
    command === '--help' ||
    command === '-h' ||
    command === 'help' ||
    rest.includes('--help')
  ) {
    process.stdout.write(USAGE);
    return command === undefined ? 2 : 0;
  }
  if (command === '--version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!run) throw new UsageError(`there is no command "${command}"; xencfg --help lists them`);
  return run(rest);
}

// a reader that has seen enough, such as head, is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

/** The document that a caller who asked for JSON gets instead of an answer; nothing for all others. */
function jsonError(words: readonly string[], error: string): string {
  const [command] = words;
  const line = words.join(' ');
  if ((command === 'check' || command === 'convert') && /--format[= ]json\b/.test(line))
    return `${JSON.stringify({ version: 1, files: [], error })}\n`;
  return command === 'show' && !/--as[= ]domain\b/.test(line) ? `${JSON.stringify({ error })}\n` : '';
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = 2;
    if (error instanceof UsageError) {
      process.stderr.write(`xencfg: ${error.message}\n`);
      process.stdout.write(jsonError(process.argv.slice(2), error.message));
    } else process.stderr.write(`xencfg: unexpected error, please report it: ${(error as Error).stack}\n`);
  },
);
