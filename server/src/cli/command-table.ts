import { RULES } from '../rules/registry';
import { RELEASES, releaseName } from '../syntax/release';
import { CHECK_OPTIONS, fixOptions } from './check-options';
import { type CommandRow, HOST, JOBS, XEN } from './command-rows';
import { GUEST_TYPES } from './new-guest';

const NO_FINDING = 'No finding of severity error.';
const FOUND = 'At least one finding of severity error (with --error-on-warnings: or warning).';
const TROUBLE = 'Wrong words on the command line, or a file that cannot be read or written.';

/**
 * The command line, as data: parser, --help, man page and completion are all made of this table, so that none of them
 * can say anything else than the others.
 */
export const COMMANDS = {
  check: {
    summary: 'say what xl would refuse, ignore or warn of',
    operands: 'PATH...',
    takes: 'paths',
    options: CHECK_OPTIONS,
    details: [
      'PATH is a file, a folder (the guest files below it), a quoted pattern such as "hosts/**/*.cfg", or - for standard input. A file that is named is judged as a guest whatever it holds; of a folder or pattern, those files are judged whose content says that they configure a guest, and the others are listed on standard error. .gitignore files and the excludes of .xencfg.json are honoured.',
      'What is found in several files (two guests with one name, one MAC or one disk) is found among the files of one call.',
    ],
    exits: [
      [0, NO_FINDING],
      [1, FOUND],
      [2, TROUBLE],
    ],
  },
  fix: {
    summary: 'apply every safe fix; the same as check --fix',
    operands: 'PATH...',
    takes: 'paths',
    options: fixOptions(),
    details: [
      'A file is replaced whole or not at all, and left alone when somebody else changed it meanwhile. What is then left to find is reported as "xencfg check" does.',
    ],
    exits: [
      [0, NO_FINDING],
      [1, FOUND],
      [2, TROUBLE],
    ],
  },
  convert: {
    summary: 'turn xm files into files that xl reads',
    operands: 'PATH...',
    takes: 'paths',
    options: {
      xen: XEN,
      host: HOST,
      set: {
        value: 'N=V',
        several: true,
        default: [],
        help: 'Set a string variable before the first line, as "xm create N=V" did. N=1..8 makes one result for each number.',
      },
      assume: {
        value: 'E=V',
        several: true,
        default: [],
        help: 'Say what an expression comes to that only the machine knows: "socket.gethostname()=db1". True, False and None are those of Python.',
      },
      unsafe: { help: 'Also apply unsafe fixes where there is a single candidate.' },
      'keep-xm-defaults': {
        help: 'Write out the defaults of xm that are others in xl: the guest stays as it was. A file in which nothing is of xl alone counts as one of xm.',
      },
      out: {
        value: 'P',
        short: 'o',
        files: 'any',
        help: 'Write there: a file for a single result, else a folder that results go into under their path below the folder argument.',
      },
      force: { help: 'Let --out replace files that exist.' },
      'in-place': { help: 'Replace each file and keep the original as FILE.bak.' },
      partial: { help: 'With --in-place: also write files in which something is left to decide.' },
      diff: { help: 'Print a patch instead of the result.' },
      explain: {
        more: 'all',
        help: 'Say on standard error what was done, what was assumed, and how the guest differs from what xm built: "all" lists what is equal, too.',
      },
      format: {
        value: 'FORMAT',
        words: () => ['text', 'json'],
        default: 'text',
        help: 'json: one document on standard output with what became of each file and, unless they go to files, the texts.',
      },
      report: {
        value: 'FILE',
        several: true,
        default: [],
        files: 'any',
        help: 'Write what became of every file: Markdown, or JSON where FILE ends in .json.',
      },
      'no-ignore': { help: 'Also read what .gitignore and the excludes of .xencfg.json leave out.' },
      quiet: { short: 'q', help: 'Say nothing of skipped files and show no progress.' },
      jobs: JOBS,
    },
    details: [
      'Applies safe and restoring fixes and writes its best text: comments, order and layout stay. Without --out, --in-place and --diff the single result goes to standard output.',
    ],
    exits: [
      [0, 'Nothing is left to decide, and xl accepts every result.'],
      [1, 'Decisions are left, or a result is refused; FILE:LINE:COL: REASON on standard error says which.'],
      [2, TROUBLE],
    ],
  },
  show: {
    summary: 'print what a file comes to, as JSON',
    operands: 'FILE',
    takes: 'file',
    options: {
      as: {
        value: 'WHAT',
        words: () => ['settings', 'domain'],
        help: 'settings: what libxlutil reads; domain: what "xl -N create" would build.',
      },
      defaults: {
        help: 'With --as domain: the domain as libxl completes it, or why libxl refuses it, on a host that has all that the guest asks for.',
      },
      xen: XEN,
      host: HOST,
      'xl-conf': {
        value: 'FILE',
        files: 'any',
        help: 'The xl.conf that holds; without it the defaults built into xl do.',
      },
      uuid: { value: 'U', help: 'Stands for every id that xl would make up (default: zeros).' },
    },
    exits: [
      [0, 'xl reads the file.'],
      [1, 'xl refuses it; with --defaults, also where libxl does.'],
      [2, TROUBLE],
    ],
  },
  rule: {
    summary: 'list the rules, or explain one',
    operands: '[CODE]',
    takes: 'rule',
    options: {},
    exits: [
      [0, 'The rule exists.'],
      [2, 'There is no such rule.'],
    ],
  },
  init: {
    summary: 'write the file of a new guest, with comments',
    operands: '[FILE]',
    takes: 'file',
    options: {
      type: { value: 'TYPE', words: () => GUEST_TYPES, help: 'The kind of guest.' },
      name: { value: 'NAME', help: 'Its name.' },
      memory: { value: 'MIB', help: 'Its memory in MiB.' },
      vcpus: { value: 'N', help: 'Its number of virtual CPUs.' },
      disk: { value: 'TARGET', several: true, default: [], help: 'A block device or image file that becomes a disk.' },
      cdrom: { value: 'ISO', help: 'An image for the CD drive (hvm).' },
      bridge: { value: 'BRIDGE', help: 'The bridge of its network interface; "none" for no interface.' },
      kernel: { value: 'FILE', help: 'Its kernel, from the host.' },
      ramdisk: { value: 'FILE', help: 'Its initial ramdisk, from the host.' },
      xen: XEN,
      force: { help: 'Replace FILE if it exists.' },
    },
    details: [
      'What no option says is asked for on a terminal, and otherwise gets a plain default. The text goes to FILE, or to standard output.',
    ],
    exits: [
      [0, 'Written.'],
      [2, TROUBLE],
    ],
  },
  lsp: {
    summary: 'serve the Language Server Protocol',
    operands: '',
    takes: 'nothing',
    options: {
      stdio: { help: 'Over standard input and output.' },
      'node-ipc': { help: "Over Node's channel to the parent process." },
      socket: { value: 'PORT', help: 'Over a connection to a port of this machine.' },
      pipe: { value: 'NAME', help: 'Over a named pipe or socket file.' },
      clientProcessId: { value: 'PID', help: 'End when this process is gone.' },
    },
    exits: [[2, 'No way to talk to the client was named.']],
  },
  completion: {
    summary: 'print completions for a shell',
    operands: 'SHELL',
    takes: 'shell',
    options: {},
    details: ['bash: source <(xencfg completion bash). zsh: the same with zsh. fish: xencfg completion fish | source.'],
    exits: [
      [0, 'Printed.'],
      [2, 'No such shell is known.'],
    ],
  },
} as const satisfies Record<string, CommandRow>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The commands by name, without what each one is in particular. */
export const COMMAND_ROWS: Readonly<Record<string, CommandRow>> = COMMANDS;

/** What every command understands besides its own options. */
export const COMMON_OPTIONS: CommandRow['options'] = {
  help: { short: 'h', help: 'Say how the command is used.' },
  version: { help: 'Say which version this is.' },
};

/** The shells that `completion` knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The words that fit the operands of a command, where those are known: rule codes, shells. */
export function operandWords({ takes }: CommandRow): readonly string[] {
  if (takes === 'rule') return RULES.map(({ code }) => code);
  return takes === 'shell' ? SHELLS : [];
}

/** What words stand for in usage lines. */
export const LEGEND: readonly (readonly [string, string])[] = [
  ['R', `A Xen release, ${releaseName(RELEASES[0]!)} to ${releaseName(RELEASES.at(-1)!)} (the default).`],
  ['H', 'A description of the host: cpus=16,nodes=2,memory=65536,arch=x86_64 (memory in MiB, arch x86_64 or arm64).'],
];
