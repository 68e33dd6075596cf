import type { CommandRow, OptionRow } from './command-rows';
import { COMMAND_ROWS, COMMON_OPTIONS, LEGEND } from './command-table';

const WIDTH = 92;

/** What `xencfg --help` prints: every command with a line. */
export function overview(): string {
  const names = Object.entries(COMMAND_ROWS);
  const rows = names.map(
    ([name, { operands, summary }]) => [`  xencfg ${name} ${operands}`.trimEnd(), summary] as const,
  );
  return [
    'xencfg: checks and converts Xen guest configuration files\n\n',
    columns([...rows, ['  xencfg --help | --version', 'this text; the version']]),
    '\n"xencfg COMMAND --help" tells the options and exit codes of a command.\n',
  ].join('');
}

/** What `xencfg COMMAND --help` prints. */
export function commandHelp(name: string, row: CommandRow): string {
  const options = Object.entries({ ...row.options, help: COMMON_OPTIONS.help! });
  const legend = LEGEND.filter(([word]) => options.some(([, option]) => option.value === word));
  return [
    `xencfg ${name}: ${row.summary}\n\n`,
    `  xencfg ${name} [OPTION]... ${row.operands}`.trimEnd(),
    '\n',
    ...(row.details ?? []).map((text) => `\n${wrap(text, '')}\n`),
    '\nOptions:\n',
    columns(options.map(([option, its]) => [`  ${optionUsage(option, its)}`, helpText(its)])),
    ...(legend.length > 0 ? ['\n', columns(legend.map(([word, text]) => [`  ${word}`, text]))] : []),
    '\nExit code:\n',
    columns(row.exits.map(([code, text]) => [`  ${code}`, text])),
  ].join('');
}

/** An option as a usage line has it: `-o, --out P`. */
export function optionUsage(name: string, { short, value, more }: OptionRow): string {
  const word = value !== undefined ? ` ${value}` : more !== undefined ? `[=${more}]` : '';
  return `${short === undefined ? '' : `-${short}, `}--${name}${word}`;
}

/** An option's sentences, with its default and whether it may stand there more than once. */
export function helpText({ help, default: initial, several }: OptionRow): string {
  const usual = typeof initial === 'string' ? ` Default: ${initial}.` : '';
  return `${help}${usual}${several ? ' May be given more than once.' : ''}`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(34, Math.max(...rows.map(([word]) => word.length)) + 2);
  return rows
    .map(([word, text]) => {
      const indent = ' '.repeat(left);
      const body = wrap(text, indent);
      return word.length + 2 > left ? `${word}\n${body}\n` : `${word.padEnd(left)}${body.slice(left)}\n`;
    })
    .join('');
}

/** The text in lines of WIDTH at most, each behind the indentation. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, line].join('\n');
}
