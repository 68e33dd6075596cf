import { enumMembers, type KeyRow, keysFor } from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';
import { CURATED } from './curated';
import { EDGE_NUMBERS, WORDS } from './edges';
import { NO_WORD } from './key-families';
import { ask, MACHINES, quoted } from './question';
import type { Suite } from './suite';

/** Guests in which what xl.conf says shows: devices that it gives defaults, affinities that it masks. */
const GUESTS = [
  'name="g"\ntype="pv"\nbootloader="pygrub"\nvif=["", "bridge=b,script=s,backend=d,gatewaydev=e"]\nvcpus=2\ncpus="0-3"\n',
  'name="g"\ntype="hvm"\nvif=[""]\nvcpus=2\ncpus=["0", "1"]\nmax_grant_frames=7\n',
  'name="g"\ntype="pvh"\nkernel="/k"\n',
];

const BARE = /^(0|[1-9][0-9]*|0x[0-9a-f]+)$/;

function literals(row: KeyRow, release: Release): string[] {
  const words = row.values ? enumMembers(row.values, release).map((member) => member.value) : [];
  const cpus = row.name.includes('cpumask') ? CURATED.cpus! : [];
  const strings = [...words, ...cpus, ...WORDS, ...EDGE_NUMBERS, NO_WORD].map(quoted);
  return [...strings, ...EDGE_NUMBERS.filter((number) => BARE.test(number)), '[]', '["x"]', '[["x"]]'];
}

/** Every key of xl.conf with each value worth trying, under a guest of each type. */
export function addConfFamilies(suite: Suite, release: Release, all: boolean): void {
  const rows = keysFor(release, 'xl.conf');
  for (const row of rows) {
    const machines = row.name.includes('cpumask') ? MACHINES : MACHINES.slice(0, 1);
    for (const [i, guest] of GUESTS.entries()) {
      for (const machine of machines) {
        const absent = suite.add(ask(guest, machine));
        for (const [j, literal] of literals(row, release).entries()) {
          if (!all && (i > 0 || machine !== MACHINES[0] ? j % 20 : j % 3) !== 0) continue;
          const number = suite.add(ask(guest, machine, `${row.name}=${literal}\n`));
          suite.pair(`xl.conf ${row.name}`, number, absent);
        }
      }
    }
    for (const { value } of row.values ? enumMembers(row.values, release) : []) {
      const [right, wrong] = [value, NO_WORD].map((word) => ask(GUESTS[0]!, undefined, `${row.name}="${word}"\n`));
      suite.pair(`value xl.conf ${row.name}=${value}`, suite.add(right!), suite.add(wrong!), [value, NO_WORD]);
    }
  }
  for (const text of [
    '',
    '#\n',
    'x',
    'autoballoon=',
    'x="1"\n',
    'vif.default.bridge="a"\ndefaultbridge="b"\n',
    'a=[1,]\n',
  ]) {
    suite.add(ask(GUESTS[0]!, undefined, text));
  }
}
