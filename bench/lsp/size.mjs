// How much JavaScript is shipped, beside a client and a server that do nothing, bundled in the same way.
import { statSync } from 'node:fs';
import { table } from './table.mjs';

/** Kilobytes of the minified bundles; the wasm files of the Python parser are apart. */
export function sizeTable({ files }) {
  const kilobytes = (file) => statSync(file).size / 1000;
  const rows = [
    ['client', kilobytes(files.client), kilobytes(files.emptyClient)],
    ['server and command line', kilobytes(files.server), kilobytes(files.emptyServer)],
  ];
  const both = rows.reduce(([own, empty], [, a, b]) => [own + a, empty + b], [0, 0]);
  const line = ([name, own, empty]) => [name, own.toFixed(0), empty.toFixed(0), (own - empty).toFixed(0)];
  const head = ['', 'Xencfg', 'empty', 'more'];
  return table('JavaScript, minified, kilobytes:', head, [...rows, ['both', ...both]].map(line));
}
