// Unpacks programs of other Debian suites and architectures below out/, installed nowhere: no root needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Downloads packages of a suite, checked against Debian's keys, from the mirror that this machine's apt is set up with,
 * and unpacks them into `folder`. What is there already stays.
 * @param {{ folder: string, suite: string, security?: boolean, architecture: string, packages: string[] }} wanted
 */
export function unpack({ folder, suite, security = false, architecture, packages }) {
  if (existsSync(folder)) return;
  const part = `${folder}.part`;
  const apt = path.join(part, 'apt');
  rmSync(part, { recursive: true, force: true });
  for (const name of ['lists/partial', 'cache/archives/partial', 'etc/preferences.d', 'debs', 'root']) {
    mkdirSync(path.join(apt, name), { recursive: true });
  }
  writeFileSync(path.join(apt, 'status'), '');
  const key = `[arch=${architecture} signed-by=${KEYRING}]`;
  const lines = [`deb ${key} ${mirror('debian')} ${suite} main`];
  if (security) lines.push(`deb ${key} ${mirror('debian-security')} ${suite}-security main`);
  writeFileSync(path.join(apt, 'sources.list'), `${lines.join('\n')}\n`);
  console.log(`Fetching ${packages[0]} for ${architecture} of Debian ${suite}`);
  const options = [
    `APT::Architecture=${architecture}`,
    `APT::Architectures=${architecture}`,
    `Dir::Etc::SourceList=${apt}/sources.list`,
    'Dir::Etc::SourceParts=/dev/null',
    'Dir::Etc::Preferences=/dev/null',
    `Dir::Etc::PreferencesParts=${apt}/etc/preferences.d`,
    `Dir::State=${apt}`,
    `Dir::State::Lists=${apt}/lists`,
    `Dir::State::status=${apt}/status`,
    `Dir::Cache=${apt}/cache`,
    `APT::Sandbox::User=${process.getuid?.() === 0 ? 'root' : ''}`,
    'Acquire::Check-Valid-Until=false',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
  ].flatMap((option) => ['-o', option]);
  const debs = path.join(apt, 'debs');
  run('apt-get', ['-qq', ...options, 'update'], debs);
  run('apt-get', ['-qq', ...options, 'download', ...packages], debs);
  for (const deb of readdirSync(debs)) run('dpkg', ['-x', path.join(debs, deb), path.join(apt, 'root')], debs);
  renameSync(path.join(apt, 'root'), folder);
  rmSync(part, { recursive: true });
}

/** The address of an archive in apt's sources. */
function mirror(archive) {
  const folder = '/etc/apt/sources.list.d';
  const lists = existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
  for (const file of ['/etc/apt/sources.list', ...lists.sort()]) {
    if (!/\.(list|sources)$/.test(file) || !existsSync(file)) continue;
    const text = readFileSync(file, 'utf8').replace(/^\s*#.*/gm, '');
    const found = new RegExp(`\\bhttps?://[^\\s]+/${archive}/?(?=\\s|$)`).exec(text);
    if (found) return found[0];
  }
  throw new Error(`apt's sources name no mirror of ${archive}`);
}

function run(program, args, cwd) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${program} ${args.at(-1)} failed${error ? `: ${error.message}` : ''}`);
}
