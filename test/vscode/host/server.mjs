// A real VS Code without a desktop: code-server on 127.0.0.1 with a profile of its own. Only node's own modules here:
// `npm start` uses it too.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atStop, run, startGroup } from '../../../scripts/processes.mjs';

const modules = path.join(import.meta.dirname, '../node_modules');
const entry = path.join(modules, 'code-server/out/node/entry.js');

/** The Node that code-server 4.139 wants, 24; the project itself is content with 20. */
function node() {
  const bundled = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin/node');
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
 * @returns {{ folder: string, extensions: string, remove: () => void }} extensions: where installed extensions go
 */
export function makeProfile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-vscode-'));
  const data = path.join(folder, 'data');
  const extensions = path.join(folder, 'extensions');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(SETTINGS, null, 2));
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
export async function installExtension(profile, vsix) {
  let output = '';
  const onData = (text) => {
    output += text;
  };
  const code = await run(node(), [entry, ...config(profile), '--install-extension', vsix], {
    env: env(profile),
    onData,
  });
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${output}`);
}

/**
 * Starts the server and waits until it listens.
 * @param port 0: any free one
 * @returns {Promise<{ url: string, pid: number, exited: Promise<number>, log: () => string, stop: () => Promise<void> }>}
 */
export async function startServer(profile, port = 0) {
  const args = [entry, ...config(profile), '--bind-addr', `127.0.0.1:${port}`];
  const group = startGroup(node(), args, { env: env(profile), stdio: ['ignore', 'pipe', 'pipe'] });
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
const env = ({ folder }) => ({
  PATH: `${path.dirname(node())}${path.delimiter}${process.env.PATH}`,
  HOME: folder,
  XDG_CONFIG_HOME: path.join(folder, 'config'),
  XDG_DATA_HOME: path.join(folder, 'share'),
  LANG: 'C.UTF-8',
  EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  // sockets and caches go with the profile; elsewhere its path may be too long for a socket
  ...(process.platform === 'linux' && { TMPDIR: folder }),
});
