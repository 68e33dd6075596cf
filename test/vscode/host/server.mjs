// A real VS Code without a desktop: code-server on 127.0.0.1 with a profile of its own. Only node's own modules here:
// `npm start` uses it too.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atStop, run, startGroup } from '../../../scripts/processes.mjs';

const test = path.join(import.meta.dirname, '../..');

/** The editions of VS Code: the folder of their packages, and of the Node that each wants, 24 and 20. */
export const EDITIONS = {
  newest: {
    modules: path.join(test, 'vscode/node_modules'),
    node: path.join(test, `vscode/node_modules/node-${process.platform}-${process.arch}`),
  },
  oldest: {
    modules: path.join(test, 'vscode-oldest/node_modules'),
    node: path.join(test, `nodes/node_modules/node-20-${process.arch}`),
    before: ['--require', path.join(test, 'vscode-oldest/without-compiler.cjs')],
  },
};

/** What Node is started with. */
const entryOf = ({ modules, before = [] }) => [...before, path.join(modules, 'code-server/out/node/entry.js')];

/** The project itself is content with the Node that it runs on. */
function nodeOf(edition) {
  const bundled = path.join(edition.node, 'bin/node');
  return existsSync(bundled) ? bundled : process.execPath;
}

/** A quiet window, and no autosave, which is on by default in the browser. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'files.autoSave': 'off',
};

/**
 * A fresh temporary folder with a VS Code profile in it; gone after remove(), and when a signal ends us.
 * @param machine gives the settings of the machine, which no workspace can change; it is called with the folder
 * @returns {{ folder: string, extensions: string, remove: () => void }} extensions: where installed extensions go
 */
export function makeProfile(machine = () => ({})) {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-vscode-'));
  const data = path.join(folder, 'data');
  const extensions = path.join(folder, 'extensions');
  for (const name of ['User', 'Machine']) mkdirSync(path.join(data, name), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(SETTINGS, null, 2));
  writeFileSync(path.join(data, 'Machine/settings.json'), JSON.stringify(machine(folder), null, 2));
  const switches = ['telemetry', 'update-check', 'workspace-trust', 'getting-started-override', 'proxy'];
  const config = [
    'auth: none',
    'cert: false',
    ...switches.map((name) => `disable-${name}: true`),
    `user-data-dir: ${data}`,
    `extensions-dir: ${extensions}`,
  ];
  writeFileSync(path.join(folder, 'config.yaml'), `${config.join('\n')}\n`);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const keep = atStop(remove);
  return {
    folder,
    extensions,
    remove() {
      keep();
      remove();
    },
  };
}

/** Installs a packaged extension into the profile. */
export async function installExtension(profile, vsix, edition = EDITIONS.newest) {
  let output = '';
  const onData = (text) => {
    output += text;
  };
  const code = await run(nodeOf(edition), [...entryOf(edition), ...config(profile), '--install-extension', vsix], {
    env: env(profile, edition),
    onData,
  });
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${output}`);
}

/**
 * Starts the server and waits until it listens.
 * @param port 0: any free one
 * @returns {Promise<{ url: string, pid: number, exited: Promise<number>, log: () => string, stop: () => Promise<void> }>}
 */
export async function startServer(profile, port = 0, edition = EDITIONS.newest) {
  const args = [...entryOf(edition), ...config(profile), '--bind-addr', `127.0.0.1:${port}`];
  const group = startGroup(nodeOf(edition), args, { env: env(profile, edition), stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const url = await new Promise((resolve, reject) => {
    const failed = (why) => reject(new Error(`VS Code's server ${why}:\n${log}`));
    const late = setTimeout(() => failed('does not listen after 60 s'), 60_000);
    const onData = (text) => {
      log = (log + text).slice(-20_000);
      const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    };
    for (const stream of [group.child.stdout, group.child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', onData);
    }
    group.exited.then((code) => failed(`ended with code ${code}`), reject);
  }).catch(async (error) => {
    await group.stop();
    throw error;
  });
  return { url, pid: group.child.pid, exited: group.exited, log: () => log, stop: group.stop };
}

const config = (profile) => ['--config', path.join(profile.folder, 'config.yaml')];

/** Nothing of the caller's environment but the PATH: no proxy, no other VS Code's variables, no marketplace. */
const env = ({ folder }, edition) => ({
  PATH: `${path.dirname(nodeOf(edition))}${path.delimiter}${process.env.PATH}`,
  HOME: folder,
  XDG_CONFIG_HOME: path.join(folder, 'config'),
  XDG_DATA_HOME: path.join(folder, 'share'),
  LANG: 'C.UTF-8',
  EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  // sockets and caches go with the profile; elsewhere its path may be too long for a socket
  ...(process.platform === 'linux' && { TMPDIR: folder }),
});
