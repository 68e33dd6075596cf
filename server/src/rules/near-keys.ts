import { keysFor } from '../schema/keys';
import { nearestNames } from '../schema/nearest';
import type { ConfigFile } from '../schema/types';
import type { Release } from '../syntax/release';

/** Names remembered for one release; a file with more of them is no guest's file. */
const MOST = 16_384;

const REMEMBERED = new Map<string, Map<string, readonly string[]>>();

/**
 * Gives the keys of a release that a name is most like, two at most, best first. To compare a name with every key takes
 * a while, and editors have the same names looked at after every keystroke: answers are remembered.
 */
export function nearKeys(release: Release, file?: ConfigFile): (name: string) => readonly string[] {
  const kind = `${release} ${file}`;
  const known = REMEMBERED.get(kind) ?? new Map<string, readonly string[]>();
  REMEMBERED.set(kind, known);
  let keys: readonly string[] | undefined;
  return (name) => {
    let near = known.get(name);
    if (!near) {
      keys ??= keysFor(release, file).map((row) => row.name);
      near = nearestNames(name, keys, 2);
      if (known.size >= MOST) known.clear();
      known.set(name, near);
    }
    return near;
  };
}
