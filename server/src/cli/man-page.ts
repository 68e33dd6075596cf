import { COMMAND_ROWS, COMMON_OPTIONS, LEGEND } from './command-table';
import { helpText, optionUsage } from './help';

/**
 * The manual page xencfg(1), as man(7) markup: the same table that --help is made of.
 * @param version the project's version, for the foot of the page
 */
export function manPage(version: string): string {
  const sections = [
    `.\\" Made of the command table: node scripts/man.mjs\n.TH XENCFG 1 "" "xencfg ${version}" "User Commands"\n`,
    '.SH NAME\nxencfg \\- check and convert Xen guest configuration files\n',
    `.SH SYNOPSIS\n${synopsis()}`,
    '.SH DESCRIPTION\n',
    paragraph(
      'Says of xl.cfg files what xl of a given Xen release would refuse, ignore or warn of, before Xen does it, and turns the Python-based files of xm into files that xl reads.',
    ),
    '.SH COMMANDS\n',
    ...Object.entries(COMMAND_ROWS).map(([name, row]) =>
      [
        `.SS xencfg ${name}\n`,
        paragraph(`${capital(row.summary)}.`),
        ...(row.details ?? []).map((text) => `.PP\n${paragraph(text)}`),
        ...Object.entries(row.options).map(([option, its]) => entry(bold(optionUsage(option, its)), helpText(its))),
        `.PP\nExit status:\n`,
        ...row.exits.map(([code, text]) => entry(String(code), text)),
      ].join(''),
    ),
    '.SH OPTIONS OF EVERY COMMAND\n',
    ...Object.entries(COMMON_OPTIONS).map(([option, its]) => entry(bold(optionUsage(option, its)), helpText(its))),
    '.SH WORDS\n',
    ...LEGEND.map(([word, text]) => entry(`\\fI${word}\\fR`, text)),
    '.SH FILES\n',
    entry(
      '\\fI.xencfg.json\\fR',
      'Settings for the files in its folder and below: "release", "severities", "knownKeys", "host", "excludes". The nearest one above a file holds; options win over it.',
    ),
    entry('\\fI.gitignore\\fR', 'What it names is left out below folders, unless --no-ignore is given.'),
    '.SH ENVIRONMENT\n',
    entry('NO_COLOR', 'When it is set and not empty, --color auto means never.'),
    entry(
      'XDG_CACHE_HOME',
      'Where compiled code is kept between two calls, below xencfg/; ~/.cache when it is not set.',
    ),
    entry('NODE_DISABLE_COMPILE_CACHE', 'When it is set, no compiled code is kept.'),
    '.SH SEE ALSO\n.BR xl (1),\n.BR xl.cfg (5)\n',
  ];
  return sections.join('');
}

function synopsis(): string {
  return Object.entries(COMMAND_ROWS)
    .map(([name, { operands }]) => `.B xencfg ${name}\n${roff(`[OPTION]... ${operands}`.trimEnd())}\n.br\n`)
    .join('');
}

function entry(term: string, text: string): string {
  return `.TP\n${term}\n${paragraph(text)}`;
}

function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

function paragraph(text: string): string {
  return `${roff(text)}\n`;
}

/** Text that troff shows as it stands: hyphens are minus signs, and no line begins with a request. */
function roff(text: string): string {
  const escaped = text.replace(/\\/g, '\\e').replace(/-/g, '\\-').replace(/~/g, '\\(ti').replace(/\^/g, '\\(ha');
  return escaped.replace(/^([.'])/gm, '\\&$1');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
