// How much JavaScript is shipped, beside a client and a server that do nothing, bundled in the same way.
import { sizesOf } from '../../scripts/size.mjs';
import { table } from './table.mjs';

/** Kilobytes of the minified bundles; the wasm files of the Python parser are apart. */
export function sizeTable({ files }) {
  const line = ([name, ...bytes]) => [name, ...bytes.map((count) => (count / 1000).toFixed(0))];
  const rows = sizesOf(files.dist, files.empty).map(line);
  return table('JavaScript, minified, kilobytes:', ['', 'Xencfg', 'empty', 'more'], rows);
}
