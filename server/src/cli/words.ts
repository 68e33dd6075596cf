import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { CommandRow, OptionRow } from './command-rows';
import { COMMANDS, COMMON_OPTIONS, type CommandName } from './command-table';
import { UsageError } from './usage';

/** What an option's row makes of its words: true, false or its word of more for a switch, one text, or a list of texts. */
type ValueOf<Row> = Row extends { readonly several: true }
  ? string[]
  : Row extends { readonly value: string }
    ? Row extends { readonly default: string }
      ? string
      : string | undefined
    : Row extends { readonly more: infer More }
      ? boolean | More
      : boolean;

/** The options of a command as they were given, and what else stood there. */
export interface Words<Options> {
  readonly values: { readonly [Name in keyof Options]: ValueOf<Options[Name]> };
  readonly positionals: readonly string[];
}

/** Splits the words behind a command's name as its row in the table has it; wrong ones raise a UsageError. */
export function readWords<Name extends CommandName>(
  command: Name,
  words: readonly string[],
): Words<(typeof COMMANDS)[Name]['options']> {
  const rows: CommandRow['options'] = COMMANDS[command].options;
  const options = Object.fromEntries(
    Object.entries({ ...COMMON_OPTIONS, ...rows }).map(([name, row]) => [name, parserOption(row)]),
  );
  const given = new Set<string>();
  const args = words.map((word) => {
    const [, name] = /^--([\w-]+)=/.exec(word) ?? [];
    if (name === undefined || word !== `--${name}=${rows[name]?.more}`) return word;
    given.add(name);
    return `--${name}`;
  });
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${command}: ${(error as Error).message.split('. ')[0]}`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, row] of Object.entries(rows)) {
    const value = given.has(name) ? row.more : (parsed.values[name] ?? (row.value === undefined ? false : undefined));
    for (const word of [value].flat()) checkWord(name, row, word);
    values[name] = value;
  }
  return { values, positionals: parsed.positionals } as unknown as Words<(typeof COMMANDS)[Name]['options']>;
}

function parserOption({ value, short, several, default: initial }: OptionRow) {
  return {
    type: value === undefined ? ('boolean' as const) : ('string' as const),
    ...(short !== undefined && { short }),
    ...(several && { multiple: true }),
    ...(initial !== undefined && { default: typeof initial === 'string' ? initial : [...initial] }),
  };
}

function checkWord(name: string, { words, open }: OptionRow, word: unknown): void {
  if (!words || open || typeof word !== 'string') return;
  const allowed = words();
  if (!allowed.includes(word)) throw new UsageError(`--${name} ${word}: ${choice(allowed)}`);
}

/** The words as a person lists them: the ends alone when there are many. */
function choice(words: readonly string[]): string {
  if (words.length > 12) return `not one of ${words[0]} to ${words.at(-1)}`;
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)} is wanted`;
}

/** The whole number that an option's word is, within limits; undefined when it is absent. */
export function numberOption(name: string, word: string | undefined, least: number, most: number): number | undefined {
  if (word === undefined) return undefined;
  const number = /^\d{1,9}$/.test(word) ? Number(word) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new UsageError(`--${name} ${word}: a whole number from ${least} to ${most} is wanted`);
  }
  return number;
}

/** How many threads work at once, as --jobs says; as many as there are processors when it is absent. */
export function jobsOption(word: string | undefined): number {
  return numberOption('jobs', word, 1, 64) ?? Math.min(availableParallelism(), 16);
}
