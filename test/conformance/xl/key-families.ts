import {
  findLanguage,
  GUEST_TYPES,
  type GuestType,
  guestsOf,
  type KeyRow,
  keysFor,
  keyValues,
  shapeOf,
} from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';
import { wordsOf } from './coverage';
import { CURATED } from './curated';
import { CELLS, EDGE_NUMBERS, WORDS } from './edges';
import { ask, MACHINES, quoted } from './question';
import type { Suite } from './suite';

/** A guest of each type that xl takes, line by line. */
const GUESTS: Readonly<Record<GuestType, Readonly<Record<string, string>>>> = {
  hvm: { name: '"g"', type: '"hvm"', vcpus: '2', memory: '512' },
  pvh: { name: '"g"', type: '"pvh"', kernel: '"/k"', vcpus: '2', memory: '512' },
  pv: { name: '"g"', type: '"pv"', kernel: '"/k"', vcpus: '2', memory: '512' },
};

/** What else a guest needs before xl looks at a key, or before the key changes anything. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  keymap: { vnc: '1' },
};

/** Keys that xl does not let stand beside another one. */
const CONFLICTS: Readonly<Record<string, string>> = { firmware: 'kernel', bootloader: 'kernel' };

/** A word that no enumeration has. */
export const NO_WORD = 'qqq';

/** Keys of which the machine's CPUs and nodes decide something. */
const MACHINE_KEYS = /^(cpus|cpus_soft|vcpus|maxvcpus|vnuma)$/;

/** The text of a guest without some keys. */
export function guestText(
  type: GuestType,
  more: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): string {
  const lines = Object.entries({ ...GUESTS[type], ...more }).filter(([key]) => !without.includes(key));
  return lines.map(([key, value]) => `${key}=${value}\n`).join('');
}

/** The guest around a key: xl reads the key there. */
export function guestAround(type: GuestType, key: string): string {
  return guestText(type, NEEDS[key] ?? {}, [key, CONFLICTS[key] ?? key]);
}

/** Strings worth trying for a key: what its parser looks at, and words of its enumerations in every spelling. */
function strings(row: KeyRow, release: Release): string[] {
  const words = [...keyValues(row, release).map((member) => member.value), ...(row.suggested ?? [])];
  const spellings = words.flatMap((word) => [word, word.toUpperCase(), word.slice(0, 2), `${word}x`]);
  const bounds = [...(row.range ?? []), ...(row.documentedRange ?? [])].flatMap((n) => [n - 1, n, n + 1].map(String));
  return [...(CURATED[row.name] ?? []), ...spellings, ...bounds, ...(row.default ? [row.default] : [])];
}

const BARE = /^(0|[1-9][0-9]*|0x[0-9a-f]+|0[0-9]+)$/;

/** Literals for a scalar: the strings, and every number where numbers are looked at. */
function scalars(row: KeyRow, release: Release, all: boolean): string[] {
  const numeric = /integer|boolean|enum/.test(row.type);
  const members = keyValues(row, release).flatMap(({ number }) => (number === undefined ? [] : [String(number)]));
  const numbers = [...(numeric ? EDGE_NUMBERS : EDGE_NUMBERS.filter((_, i) => i % 12 === 0)), ...members];
  return [
    ...strings(row, release).map(quoted),
    ...numbers.map(quoted),
    ...numbers.filter((number, i) => BARE.test(number) && (all || i % 3 === 0)),
    ...WORDS.filter((_, i) => all || i % (row.type === 'spec' || /enum/.test(row.type) ? 1 : 5) === 0).map(quoted),
    quoted(NO_WORD),
  ];
}

/** Literals for a list: its items alone, pairs of them, items of the wrong shape. */
function lists(row: KeyRow, release: Release): string[] {
  const cells = CELLS[row.name];
  if (cells) {
    const rows = cells.flatMap((cell, i) => [
      `[${quoted(cell)}]`,
      `[${quoted(cells[0]!)}, ${quoted(cell)}]`,
      `[${quoted(cell)}, ${quoted(cells[(i * 7 + 3) % cells.length]!)}]`,
    ]);
    return [...rows.map((cell) => `[${cell}]`), ...rows.map((cell) => `[${rows[0]}, ${cell}]`), '[[]]', '[["a"], "b"]'];
  }
  const items = [...new Set([...strings(row, release), ...WORDS.slice(0, 8), NO_WORD])].map(quoted);
  return [
    ...items.map((item) => `[${item}]`),
    ...items.map((item, i) => `[${item}, ${items[(i * 5 + 1) % items.length]}]`),
    ...items
      .slice(0, 3)
      .flatMap((item) => [`[${item}, ["n"], ${item}]`, `[["n"], ${item}]`, `[${item},${item},${item}]`]),
    ...EDGE_NUMBERS.slice(0, 6).map((number) => `[${number}]`),
  ];
}

/** Everything that may stand behind the key, the usual shape with many values, the wrong ones with a few. */
function literals(row: KeyRow, release: Release, all: boolean): string[] {
  const shape = shapeOf(row);
  const wrong = ['[]', '[1]', '["x", "y"]', '[[]]', '[["n"]]', '"x"', '1', '""'];
  return [
    ...(shape === 'scalar' || shape === 'either' ? scalars(row, release, all) : []),
    ...(shape === 'scalar' ? [] : lists(row, release)),
    ...wrong,
  ];
}

/** A word as the value of the key. */
function wordLiteral(row: KeyRow, word: string): string {
  return shapeOf(row) === 'list' || row.name === 'viridian' ? `[${quoted(word)}]` : quoted(word);
}

/** Each key absent, with each value worth trying, in the wrong shape and in the wrong case, in a guest of each type. */
export function addKeyFamilies(suite: Suite, release: Release, all: boolean): void {
  for (const row of keysFor(release)) {
    const [first] = guestsOf(row);
    for (const type of GUEST_TYPES) {
      const around = guestAround(type, row.name);
      const absent = suite.add(ask(around));
      const values = [...new Set(literals(row, release, all))];
      // one type sees every value, the others a share of them
      const step = all || type === first ? 1 : guestsOf(row).includes(type) ? 12 : 40;
      for (const [i, literal] of values.entries()) {
        if (i % step !== 0) continue;
        const number = suite.add(ask(`${around}${row.name}=${literal}\n`));
        suite.pair(`key ${row.name}`, number, absent);
        if (!MACHINE_KEYS.test(row.name) || (!all && i % 8 !== 0)) continue;
        for (const machine of MACHINES.slice(1)) suite.add(ask(`${around}${row.name}=${literal}\n`, machine));
      }
      for (const line of [`${row.name}+=1`, `${row.name}+="x"`, `${row.name}+=["x"]`])
        suite.add(ask(`${around}${line}\n`));
      const shouted = row.name[0]!.toUpperCase() + row.name.slice(1);
      suite.add(ask(`${around}${shouted}=${values[0]}\n`));
      suite.add(ask(`${around}${row.name}=${values[0]}\n${row.name}=${values.at(-1)}\n`));
      addWords(suite, row, type, release);
    }
  }
}

function addWords(suite: Suite, row: KeyRow, type: GuestType, release: Release): void {
  // the words of a language with parts are options of it
  if (row.language && findLanguage(row.language)?.separator !== undefined) return;
  const around = guestAround(type, row.name);
  const number = (word: string) => suite.add(ask(`${around}${row.name}=${wordLiteral(row, word)}\n`));
  for (const value of wordsOf(row, release)) {
    suite.pair(`value ${row.name}=${value}`, number(value), number(NO_WORD), [value, NO_WORD]);
  }
}
