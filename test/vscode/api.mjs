// Runs the API suite (api/) with the real `vscode` module inside VS Code, against the packaged extension.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTestPage } from './host/browser.mjs';
import { EDITIONS } from './host/server.mjs';
import { withServerless, withVSCode } from './host/session.mjs';
import { root } from './workspace.mjs';

/**
 * In the Node extension host: the .vsix is installed, an empty extension carries the tests.
 * @returns {Promise<{ tests: { title: string, state: string }[], code: unknown, unmet: string[] }>}
 *   code: 0 when VS Code ended the run well; unmet: what else was not as it should be
 */
export async function runInNode({ vsix, suite, verbose, edition = EDITIONS.newest }) {
  // Without this switch a built product does not heed a payload that names tests.
  const development = () => ({ enableSmokeTestDriver: true });
  return withVSCode({ vsix, where: 'node', edition, development }, async ({ page, url, server, profile }) => {
    const { host } = new URL(server.url);
    const payload = [
      ['extensionDevelopmentPath', `vscode-remote://${host}${makeCarrier(profile.folder)}`],
      ['extensionTestsPath', `vscode-remote://${host}${path.join(suite, 'index.node.js')}`],
    ];
    const servers = watchServers(server.pid);
    const result = await runTestPage(page, `${url}&payload=${encodeURIComponent(JSON.stringify(payload))}`, {
      verbose,
    });
    const unmet = servers.stop() > 0 ? [] : ['no process of dist/xencfg.js was seen'];
    return keepFailure(page, { ...result, unmet }, 'node');
  });
}

/** In the web extension host of the same VS Code: extension and tests come by HTTP, the server is a worker. */
export async function runInWeb({ vsix, suite, verbose, edition = EDITIONS.newest }) {
  const development = (uri) => ({ extensionTestsPath: uri('/extension/suite/index.web.js') });
  return withVSCode({ vsix, where: 'web', edition, suite, development }, async ({ page, url, server, files }) => {
    const servers = watchServers(server.pid);
    const result = await runTestPage(page, url, { verbose });
    const unmet = servers.stop() > 0 ? ['a server process runs: this was not the web extension'] : [];
    return keepFailure(page, { ...result, unmet: [...unmet, ...unfetched(files.served)] }, 'web');
  });
}

/** Both in the oldest VS Code that is supported. */
export const runInOldest = (options) => runInNode({ ...options, edition: EDITIONS.oldest });
export const runInOldestWeb = (options) => runInWeb({ ...options, edition: EDITIONS.oldest });

/** Without any server behind VS Code, as on vscode.dev: static files alone, and a workspace that is no file system. */
export async function runServerless({ vsix, suite, verbose }) {
  return withServerless({ vsix, suite }, async ({ page, url, served }) => {
    const result = await runTestPage(page, url, { verbose });
    return keepFailure(page, { ...result, unmet: unfetched(served) }, 'serverless');
  });
}

/** An extension that is there for its tests alone: the one under test is installed. @returns its folder */
export function makeCarrier(folder) {
  const carrier = path.join(folder, 'carrier');
  mkdirSync(carrier);
  const manifest = { name: 'carrier', publisher: 'xencfg', version: '0.0.1', engines: { vscode: '^1.93.0' } };
  writeFileSync(path.join(carrier, 'package.json'), JSON.stringify(manifest));
  return carrier;
}

async function keepFailure(page, result, name) {
  if (result.code !== 0) await page.screenshot({ path: path.join(root, `out/screenshots/failed-${name}.png`) });
  return result;
}

/** What must have been fetched when the browser's entry points did the work. */
function unfetched(served) {
  return [
    'dist/client.web.js',
    'dist/server.web.js',
    'dist/python.web.js',
    'dist/schema.json',
    'dist/texts.json',
    'dist/tree-sitter-python.wasm',
  ]
    .filter((name) => ![...served].some((path) => path.endsWith(name)))
    .map((name) => `${name} was never fetched`);
}

/** Counts, until it is stopped, the most processes of our language server that run at a time below a process. */
function watchServers(pid) {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, serversOf(pid));
  }, 500);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** How many processes of our language server run below a process (Linux: from /proc). */
export function serversOf(pid) {
  const parents = new Map();
  const servers = [];
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(id, /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]);
      if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('dist/xencfg.js')) servers.push(id);
    } catch {
      // it has ended meanwhile
    }
  }
  const isBelow = (id) => id === String(pid) || (parents.has(id) && isBelow(parents.get(id)));
  return servers.filter(isBelow).length;
}
