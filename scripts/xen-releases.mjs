// Other builds of the real xl for the conformance suite: out/oracle/xl-dry-4.14, xl-dry-4.20 and xl-dry-arm64, used as
// xl-dry, from Debian's packages of other suites and of arm64.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unpack } from './debian.mjs';

const SHARED = ['xen-utils-common', 'libxen-dev', 'libxencall1', 'libxendevicemodel1', 'libxenevtchn1'];
const LIBRARIES = [...SHARED, 'libxenforeignmemory1', 'libxengnttab1', 'libxenhypfs1', 'libxentoolcore1'];
const LOADER = ['libxentoollog1', 'libyajl2'];
const COMPRESSION = ['liblzma5', 'liblzo2-2', 'libbz2-1.0', 'libzstd1', 'zlib1g'];

/** Each build: its packages, what compiles the library around it, and the command that runs xl with that library. */
const BUILDS = [
  {
    name: '4.14',
    suite: 'bullseye',
    architecture: 'amd64',
    packages: ['xen-utils-4.14', 'libxenmisc4.14', 'libxenstore3.0', ...LIBRARIES, ...LOADER],
    compiler: ['gcc'],
    start:
      'env LD_LIBRARY_PATH="$r/usr/lib/x86_64-linux-gnu:$r/lib/x86_64-linux-gnu" LD_PRELOAD="$so" "$r/usr/lib/xen-4.14/bin/xl"',
  },
  {
    name: '4.20',
    suite: 'trixie',
    architecture: 'amd64',
    packages: ['xen-utils-4.20', 'libxenmisc4.20', 'libxenstore4', 'libc6', 'libuuid1'].concat(
      LIBRARIES,
      LOADER,
      COMPRESSION,
    ),
    compiler: ['gcc', '-DXLDRY_418'],
    start:
      '"$r/usr/lib64/ld-linux-x86-64.so.2" --library-path "$r/usr/lib/x86_64-linux-gnu" --preload "$so" "$r/usr/lib/xen-4.20/bin/xl"',
  },
  {
    name: 'arm64',
    suite: 'bookworm',
    security: true,
    architecture: 'arm64',
    packages: ['xen-utils-4.17', 'libxenmisc4.17', 'libxenstore4', 'libc6', 'libuuid1', 'libfdt1', 'zlib1g'].concat(
      LIBRARIES.filter((name) => name !== 'xen-utils-common'),
      LOADER,
    ),
    compiler: ['aarch64-linux-gnu-gcc'],
    start:
      'qemu-aarch64 "$r/lib/ld-linux-aarch64.so.1" --library-path "$r/usr/lib/aarch64-linux-gnu:$r/lib/aarch64-linux-gnu" --preload "$so" "$r/usr/lib/xen-4.17/bin/xl"',
  },
];

/**
 * Makes the programs that are missing or older than their sources in `folder`.
 * @param {string} folder where they go
 * @param {string[]} sources the library's C files, the first one is compiled
 */
export function buildReleases(folder, sources) {
  for (const { name, compiler, start, ...wanted } of BUILDS) {
    const root = path.join(folder, `xen-${name}`);
    const library = path.join(folder, `xldry-${name}.so`);
    const program = path.join(folder, `xl-dry-${name}`);
    unpack({ folder: root, ...wanted });
    if (sources.some((source) => changed(source) >= changed(library))) {
      const [command, ...flags] = compiler;
      const include = path.join(root, 'usr/include');
      const args = ['-O2', '-shared', '-fPIC', ...flags, '-isystem', include, '-o', library, sources[0], '-ldl'];
      if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0)
        throw new Error(`${command} cannot build ${name}`);
    }
    // the children of a batch would share the offset of a file: standard input has to be a pipe
    const lines = [
      '#!/bin/sh',
      'here=$(dirname "$(readlink -f "$0")")',
      `r="$here/xen-${name}" so="$here/xldry-${name}.so"`,
      `run() { ${start} "$@"; }`,
      'if [ -n "$XLDRY_BATCH" ]; then cat | run "$@"; else run "$@"; fi',
    ];
    writeFileSync(program, `${lines.join('\n')}\n`);
    chmodSync(program, 0o755);
  }
}

function changed(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}
