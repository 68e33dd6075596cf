// The Python that ran xm's files, for the conformance suite: out/oracle/python2.7, from Debian's packages of an older
// suite, unpacked and installed nowhere.
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unpack } from './debian.mjs';

const PACKAGES = ['python2.7-minimal', 'libpython2.7-minimal', 'libpython2.7-stdlib', 'libssl1.1'];

/**
 * Makes the program when it is missing.
 * @param {string} folder where it goes
 */
export function unpackPython(folder) {
  const program = path.join(folder, 'python2.7');
  unpack({ folder: path.join(folder, 'python-2.7'), suite: 'bullseye', architecture: 'amd64', packages: PACKAGES });
  const lines = [
    '#!/bin/sh',
    'r=$(dirname "$(readlink -f "$0")")/python-2.7/usr',
    'LD_LIBRARY_PATH=$r/lib/x86_64-linux-gnu PYTHONHOME=$r PYTHONDONTWRITEBYTECODE=1 exec "$r/bin/python2.7" "$@"',
  ];
  writeFileSync(program, `${lines.join('\n')}\n`);
  chmodSync(program, 0o755);
}
