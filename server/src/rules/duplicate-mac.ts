import type { Release } from '../syntax/release';
import { parseVif } from '../syntax/specs';
import { Splicer } from '../syntax/splicer';
import { macsIn, macsOf } from './macs';
import { Repetitions } from './repeated';
import { type Rule, type RuleDocs, report } from './rule';

/** Stands for no address. */
const ZEROS = '00:00:00:00:00:00';

export const docs: RuleDocs = {
  title: 'Two network devices with one MAC address',
  why: 'Switches send frames for the address to one of them, now this one, now that.',
  xl: 'xl accepts it without a word.',
  remedy: 'Give each device an address of its own.',
  before: "vif = [ 'mac=00:16:3e:00:00:01,bridge=a', 'mac=00:16:3e:00:00:01,bridge=b' ]",
  after: "vif = [ 'mac=00:16:3e:00:00:01,bridge=a', 'mac=00:16:3e:00:00:02,bridge=b' ]",
};

export const duplicateMac: Rule = {
  code: 'duplicate-mac',
  severity: 'warning',
  *check(file) {
    const list = file.specsOf('vif');
    if (!list) return;
    const addresses = addressesOf(list.texts, file.release);
    const before = new Set<string>();
    let next = 0;
    for (const index of REPETITIONS.in(addresses)) {
      for (; next < index; next++) for (const address of addresses[next]!) before.add(address);
      next++;
      for (const { address, place } of macsIn(file, list.item(index))) {
        if (address === undefined || address === ZEROS) continue;
        if (before.has(address)) {
          const message = `Another network device of the guest has ${address} already: xl accepts it without a word. Give this one another address.`;
          yield report(duplicateMac, place, message);
        }
        before.add(address);
      }
    }
  },
};

interface Addresses {
  readonly release: Release;
  readonly lists: Splicer<string, readonly string[]>;
}

let known: Addresses | undefined;

/** The addresses in each network device of a list. */
function addressesOf(texts: readonly string[], release: Release): readonly (readonly string[])[] {
  if (known?.release !== release) known = { release, lists: new Splicer((text) => addressesIn(text, release)) };
  return known.lists.of(texts);
}

function addressesIn(text: string, release: Release): readonly string[] {
  return macsOf('vif', parseVif(text, release), text).flatMap(({ address }) =>
    address === undefined || address === ZEROS ? [] : address,
  );
}

const REPETITIONS = new Repetitions();
