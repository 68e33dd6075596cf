import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allKeys, type ConfigFile, findKey, type KeyRow } from '../../server/src/schema';
import { readSettings } from '../../server/src/syntax/reading';
import { RELEASES, releaseName } from '../../server/src/syntax/release';

/** A row that people see, and the words of its other columns, with which alone a text says nothing. */
interface Described {
  readonly name: string;
  readonly text?: string | undefined;
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
];

function keyColumns(row: KeyRow): Described {
  const { name, text, type, shape, unit, default: value, defaultNote, guests, arch } = row;
  return {
    name,
    text,
    columns: [type, shape, unit, value, defaultNote, guests?.join(' '), arch].map((word) => word ?? ''),
  };
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
  const words = (text ?? '').toLowerCase().match(/[a-z0-9]+(?:\.[a-z0-9]+)*/g) ?? [];
  return new Set(words.filter((word) => !FILLER.has(word) && !known.has(word) && !RELEASE_NAMES.has(word)));
}

/** What is wrong with the text of a row, apart from being shared. */
function faults(row: Described, { letters, words }: Pick<Kind, 'letters' | 'words'>): string[] {
  const text = row.text ?? '';
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

/** The settings among the examples: pieces of code that begin with a key and ` = `; options have no blanks there. */
function examples(text: string, file: ConfigFile): string[] {
  const pieces = [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  return pieces.filter((piece) => findKey(/^([a-z][\w.]*) = /.exec(piece)?.[1] ?? '', file));
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
      const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
      assert.equal(first.get(plain), undefined, `${name} has the text of ${first.get(plain)}`);
      first.set(plain, name);
    }
  });

  test(`texts of ${kind.what}: examples are settings that libxlutil reads`, () => {
    const { file } = kind;
    if (!file) return;
    let count = 0;
    for (const { name, text = '' } of kind.rows) {
      for (const example of examples(text, file)) {
        const reading = readSettings(`${example}\n`);
        assert.ok(reading.ok && reading.messages.length === 0, `${name}: ${example}: ${reading.messages.join(' ')}`);
        count += 1;
      }
    }
    assert.ok(count > 0);
  });
}

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
