import type { CommandRow, OptionRow } from './command-rows';
import { COMMAND_ROWS, COMMON_OPTIONS, operandWords, SHELLS } from './command-table';
import { UsageError } from './usage';
import { readWords } from './words';

/** `xencfg completion SHELL`: prints what the shell is to evaluate. Gives the exit code. */
export function completion(words: readonly string[]): number {
  const { positionals } = readWords('completion', words);
  const [shell] = positionals;
  if (positionals.length !== 1 || !isShell(shell)) {
    throw new UsageError(`completion: name one shell: ${SHELLS.join(', ')}`);
  }
  process.stdout.write(completionScript(shell));
  return 0;
}

type Shell = (typeof SHELLS)[number];

function isShell(word: string | undefined): word is Shell {
  return SHELLS.some((shell) => shell === word);
}

/** What a shell is to evaluate, made of the table of commands. */
export function completionScript(shell: Shell): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell]();
}

/** bash: complete(1) calls a function that looks the word before the cursor up. */
function bashScript(): string {
  const cases = commandOptions().flatMap(([command, options]) =>
    options.flatMap(([name, row]) => {
      if (row.value === undefined) return [];
      const reply = row.words
        ? `COMPREPLY=($(compgen -W "${row.words().join(' ')}" -- "$word"))`
        : 'compopt -o default; COMPREPLY=()';
      return [`    '${command} --${name}'${row.short ? ` | '${command} -${row.short}'` : ''}) ${reply}; return ;;\n`];
    }),
  );
  const operands = Object.entries(COMMAND_ROWS).map(([command, row]) => {
    const flags = flagsOf(row).join(' ');
    return `    ${command}) if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "${flags}" -- "$word")); else ${bashOperands(row)}; fi ;;\n`;
  });
  return `_xencfg() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${[...Object.keys(COMMAND_ROWS), '--help', '--version'].join(' ')}" -- "$word"))
    return
  fi
  # "=" breaks words in bash: --xen=4.1 arrives as three
  if [[ $word == "=" ]]; then word=""; elif [[ $before == "=" ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case "$command $before" in
${cases.join('')}  esac
  case "$command" in
${operands.join('')}  esac
}
complete -F _xencfg xencfg
`;
}

function bashOperands(row: CommandRow): string {
  const words = operandWords(row);
  if (words.length > 0) return `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word"))`;
  return row.takes === 'nothing' ? ':' : 'compopt -o default';
}

/** zsh: _arguments takes each option with its description. */
function zshScript(): string {
  const commands = Object.entries(COMMAND_ROWS).map(([name, row]) => `    ${quoted(`${name}:${row.summary}`)}\n`);
  const cases = Object.entries(COMMAND_ROWS).map(([name, row]) => {
    const options = Object.entries({ ...row.options, help: COMMON_OPTIONS.help! }).map(
      ([option, its]) => ` \\\n        ${zshOption(option, its)}`,
    );
    const words = operandWords(row);
    const operand = words.length > 0 ? `:(${words.join(' ')})` : ':_files';
    const rest = row.takes === 'nothing' ? '' : ` \\\n        '*:${row.takes}${operand}'`;
    return `      ${name}) _arguments -s${options.join('')}${rest} ;;\n`;
  });
  return `#compdef xencfg
_xencfg() {
  local -a commands=(
${commands.join('')}  )
  if ((CURRENT == 2)); then
    _describe command commands
  else
    local command=$words[2]
    shift words
    ((CURRENT--))
    case $command in
${cases.join('')}    esac
  fi
}
if [[ $funcstack[1] == _xencfg ]]; then _xencfg "$@"; else compdef _xencfg xencfg; fi
`;
}

function zshOption(name: string, { value, short, several, words, help }: OptionRow): string {
  const text = help.replace(/[\]:[\\]/g, '\\$&');
  const argument = value === undefined ? '' : `:${value}:${words ? `(${words().join(' ')})` : '_files'}`;
  const flags = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  const star = several ? '*' : flags.length > 1 ? `(${flags.join(' ')})` : '';
  return flags.map((flag) => quoted(`${star}${flag}[${text}]${argument}`)).join(' ');
}

/** fish: one line for each command and option. */
function fishScript(): string {
  const lines = ['complete -c xencfg -f\n', 'complete -c xencfg -n __fish_use_subcommand -l help -l version\n'];
  for (const [name, row] of Object.entries(COMMAND_ROWS)) {
    lines.push(`complete -c xencfg -n __fish_use_subcommand -a ${name} -d ${fishQuoted(row.summary)}\n`);
    const inside = `complete -c xencfg -n '__fish_seen_subcommand_from ${name}'`;
    const words = operandWords(row);
    if (words.length > 0) lines.push(`${inside} -a '${words.join(' ')}'\n`);
    else if (row.takes !== 'nothing') lines.push(`${inside} -F\n`);
    for (const [option, its] of Object.entries({ ...row.options, help: COMMON_OPTIONS.help! })) {
      const short = its.short === undefined ? '' : ` -s ${its.short}`;
      const value = its.value === undefined ? '' : its.words ? ` -x -a '${its.words().join(' ')}'` : ' -r -F';
      lines.push(`${inside} -l ${option}${short}${value} -d ${fishQuoted(its.help)}\n`);
    }
  }
  return lines.join('');
}

function commandOptions(): (readonly [string, [string, OptionRow][]])[] {
  return Object.entries(COMMAND_ROWS).map(([name, row]) => [name, Object.entries(row.options)]);
}

function flagsOf(row: CommandRow): string[] {
  return Object.entries({ ...row.options, help: COMMON_OPTIONS.help! }).flatMap(([name, { short }]) =>
    short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`],
  );
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
