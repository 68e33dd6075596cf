import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allCpuidFlags,
  allEnums,
  allKeys,
  allLanguages,
  allXmLanguages,
  allXmNames,
  type ConfigFile,
  type EnumRow,
  findKey,
  findLanguage,
  type KeyRow,
  type LanguageRow,
  type OptionRow,
  type Prose,
  textOf,
  type XmLanguageRow,
} from '../../server/src/schema';
import { readSettings } from '../../server/src/syntax/reading';
import { NEWEST_RELEASE, RELEASES, releaseName } from '../../server/src/syntax/release';
import * as specs from '../../server/src/syntax/specs';

/** A row that people see, and the words of its other columns, with which alone a text says nothing. */
interface Described {
  readonly name: string;
  readonly text?: Prose | undefined;
  readonly columns: readonly string[];
}

interface Kind {
  readonly what: string;
  /** Fewest letters of a text, and fewest words of its own. */
  readonly letters: number;
  readonly words: number;
  readonly rows: readonly Described[];
  /** The file whose settings the examples in the texts are. */
  readonly file?: ConfigFile;
}

// One line for each kind of row whose texts are complete.
const KINDS: readonly Kind[] = [
  { what: 'keys of guests', letters: 60, words: 10, rows: allKeys('guest').map(keyColumns), file: 'guest' },
  { what: 'keys of xl.conf', letters: 60, words: 10, rows: allKeys('xl.conf').map(keyColumns), file: 'xl.conf' },
  { what: 'keys of pools', letters: 60, words: 10, rows: allKeys('cpupool').map(keyColumns), file: 'cpupool' },
  { what: 'languages', letters: 60, words: 10, rows: allLanguages().map(languageColumns), file: 'guest' },
  { what: 'options of languages', letters: 60, words: 8, rows: allLanguages().flatMap(optionColumns), file: 'guest' },
  { what: 'values', letters: 25, words: 3, rows: allEnums().flatMap(memberColumns), file: 'guest' },
  {
    what: 'flags of cpuid',
    letters: 25,
    words: 3,
    rows: allCpuidFlags().map(({ name, text }) => ({ name, text, columns: [] })),
  },
  {
    what: 'names of xm',
    letters: 60,
    words: 6,
    file: 'guest',
    rows: allXmNames().map(({ name, text, keys, form }) => ({ name, text, columns: [...keys, form ?? ''] })),
  },
  {
    what: 'parts of languages of xend',
    letters: 25,
    words: 3,
    rows: allXmLanguages().flatMap(formColumns),
    file: 'guest',
  },
];

function keyColumns(row: KeyRow): Described {
  const { name, text, type, shape, unit, default: value, defaultNote, guests, arch } = row;
  return {
    name,
    text,
    columns: [type, shape, unit, value, defaultNote, guests?.join(' '), arch].map((word) => word ?? ''),
  };
}

function languageColumns({ name, text, separator = '', assign = '' }: LanguageRow): Described {
  return { name, text, columns: [separator, assign] };
}

function optionColumns(language: LanguageRow): Described[] {
  return (language.options ?? []).map((row: OptionRow) => {
    const { name, text, kind, type, unit, default: value, defaultNote, guests, becomes } = row;
    const columns = [kind, type, unit, value, defaultNote, guests?.join(' '), becomes].map((word) => word ?? '');
    return { name: `${language.name} ${name}`, text, columns };
  });
}

function memberColumns(row: EnumRow): Described[] {
  const members = row.members.filter(({ placeholder }) => !placeholder);
  return members.map(({ value, text, number = '' }) => ({
    name: `${row.name} ${value}`,
    text,
    columns: [`${number}`],
  }));
}

function formColumns({ name: language, options = [] }: XmLanguageRow): Described[] {
  return options.map(({ name, text, kind, form = '', xl, becomes = '' }) => {
    return { name: `${language} ${name}`, text, columns: [kind, form, xl, becomes] };
  });
}

// Words that every text about a setting could have.
const FILLER = new Set(
  (
    'a an and are as at be been by can default defaults deprecated for from given has have if in integer is it its key ' +
    'list may must no not number of on only option or parameter released removed setting since specifies string the ' +
    'this to true false type until up used value values when which with word words xen xl boolean enum path scalar ' +
    'release releases sets configures controls defines enables disables whether'
  ).split(' '),
);
const RELEASE_NAMES = new Set(RELEASES.map(releaseName));

/** The words of a text that are neither filler nor in the row's other columns. */
function ownWords({ name, text, columns }: Described): Set<string> {
  const known = new Set(
    [name, ...columns]
      .join(' ')
      .toLowerCase()
      .split(/[^a-z0-9.]+/),
  );
  const words =
    textOf(text ?? '')
      .toLowerCase()
      .match(/[a-z0-9]+(?:\.[a-z0-9]+)*/g) ?? [];
  return new Set(words.filter((word) => !FILLER.has(word) && !known.has(word) && !RELEASE_NAMES.has(word)));
}

/** What is wrong with the text of a row, apart from being shared. */
function faults(row: Described, { letters, words }: Pick<Kind, 'letters' | 'words'>): string[] {
  const text = textOf(row.text ?? '');
  const found: string[] = [];
  if (text.length < letters) found.push(`${text.length} letters`);
  const own = ownWords(row).size;
  if (own < words) found.push(`only ${own} words that its other columns do not say`);
  if (/(^|[\s"'`(=:,])(\/(work|tmp|home|root|mnt|Users)\b(?!`)|[A-Z]:\\|~\/)/.test(text))
    found.push('a path of some machine');
  if ((text.match(/`/g) ?? []).length % 2 !== 0) found.push('a backquote without its partner');
  if (/\s{2}|^\s|\s$|\n/.test(text)) found.push('blanks');
  if (!/^[A-Z0-9`"].*[.!?)`]$/.test(text)) found.push('no whole sentence');
  return found;
}

/** The settings among the examples: pieces of code that begin with a key and ` = `, or `=` and a quote or bracket. */
function examples(text: string, file: ConfigFile): string[] {
  return codePieces(text).filter((piece) => findKey(/^([a-z][\w.]*)(?: = |=(?=["[]))/.exec(piece)?.[1] ?? '', file));
}

function codePieces(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

for (const kind of KINDS) {
  test(`texts of ${kind.what}: there, long enough, with words of their own`, (t) => {
    const wrong = kind.rows.flatMap((row) => {
      const found = faults(row, kind);
      return found.length > 0 ? [`${row.name}: ${found.join(', ')}`] : [];
    });
    const written = kind.rows.filter(({ text }) => text).length;
    t.diagnostic(`${written} of ${kind.rows.length} ${kind.what} have a text`);
    assert.deepEqual(wrong, []);
    assert.ok(written > 0 && written === kind.rows.length, `${written} of ${kind.rows.length}`);
  });

  test(`texts of ${kind.what}: no two are alike`, () => {
    const first = new Map<string, string>();
    for (const { name, text = '' } of kind.rows) {
      const plain = textOf(text)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ');
      assert.equal(first.get(plain), undefined, `${name} has the text of ${first.get(plain)}`);
      first.set(plain, name);
    }
  });

  const { file } = kind;
  if (!file) continue;
  test(`texts of ${kind.what}: examples are settings that libxlutil reads`, () => {
    let count = 0;
    for (const { name, text = '' } of kind.rows) {
      for (const example of examples(textOf(text), file)) {
        const reading = readSettings(`${example}\n`);
        assert.ok(reading.ok && reading.messages.length === 0, `${name}: ${example}: ${reading.messages.join(' ')}`);
        count += 1;
      }
    }
    assert.ok(count > 0);
  });
}

/** The languages whose texts give whole specs in quotes. */
const PARSERS: Record<string, (text: string, release: number) => specs.SpecReading> = {
  channel: specs.parseChannel,
  cpus: specs.parseCpus,
  disk: specs.parseDisk,
  iomem: specs.parseIomem,
  ioports: specs.parseIoports,
  p9: specs.parseP9,
  pci: specs.parsePci,
  pvcalls: specs.parsePvcalls,
  usbctrl: specs.parseUsbController,
  usbdev: specs.parseUsbDevice,
  vdispl: specs.parseVdispl,
  vfb: specs.parseVfb,
  vif: specs.parseVif,
  virtio: specs.parseVirtio,
  vkb: specs.parseVkb,
  vtpm: specs.parseVtpm,
  xenstore_quota: specs.parseXenstoreQuota,
};

test('specs in quotes in the texts of languages and their options are read without a complaint', () => {
  for (const [name, parse] of Object.entries(PARSERS)) {
    const language = findLanguage(name)!;
    let count = 0;
    for (const { name: option, text = '' } of [language, ...(language.options ?? [])]) {
      for (const piece of codePieces(textOf(text))) {
        const spec = /^"(.*)"$/.exec(piece)?.[1];
        if (spec === undefined) continue;
        const { errors, messages } = parse(spec, NEWEST_RELEASE);
        assert.deepEqual({ errors, messages }, { errors: [], messages: [] }, `${name} ${option}: ${spec}`);
        count += 1;
      }
    }
    assert.ok(count > 0, `no spec in quotes in the texts of ${name}`);
  }
});

test('texts that say nothing are found', () => {
  const limits = { letters: 60, words: 10 };
  const row = (text: string): Described => ({
    name: 'acpi',
    text,
    columns: ['boolean', 'scalar', '1', 'on x86; 0 on Arm'],
  });
  const restates =
    'This key sets acpi. Specifies a boolean value, 0 or 1, and the default is 1 on x86 and 0 on Arm since release 4.1.';
  assert.deepEqual(faults(row(restates), limits), ['only 0 words that its other columns do not say']);
  assert.ok(faults(row('Short.'), limits).length > 1);
  const path =
    'Tables with which a system finds processors, timers and buttons, taken from `/home/me/acpi.bin` at start.';
  assert.deepEqual(faults(row(path), limits), ['a path of some machine']);
  assert.ok(faults(row(path.replace('bin`', 'bin')), limits).includes('a backquote without its partner'));
  assert.deepEqual(faults(row(path.replace('/home/me', '/etc/xen')), limits), []);
});
