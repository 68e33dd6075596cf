// Runs the API suite (api/) with the real `vscode` module inside VS Code, against the packaged extension.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, runTestPage, setDevelopmentOptions } from './host/browser.mjs';
import { serveFiles } from './host/files.mjs';
import { installExtension, makeProfile, startServer } from './host/server.mjs';
import { serveWorkbench } from './host/workbench.mjs';
import { copyWorkspace, root, workspaceFiles } from './workspace.mjs';

const shots = path.join(root, 'out/screenshots');

/** In the Node extension host: the .vsix is installed, an empty extension carries the tests. */
export async function runInNode({ vsix, suite, verbose }) {
  return withServer(vsix, async ({ profile, server, workspace, page }) => {
    const carrier = path.join(profile.folder, 'carrier');
    mkdirSync(carrier);
    const manifest = { name: 'carrier', publisher: 'xencfg', version: '0.0.1', engines: { vscode: '^1.91.0' } };
    writeFileSync(path.join(carrier, 'package.json'), JSON.stringify(manifest));
    const { host } = new URL(server.url);
    const payload = [
      ['extensionDevelopmentPath', `vscode-remote://${host}${carrier}`],
      ['extensionTestsPath', `vscode-remote://${host}${path.join(suite, 'index.node.js')}`],
    ];
    // Without this switch a built product does not heed such a payload.
    await setDevelopmentOptions(page, { enableSmokeTestDriver: true });
    const servers = watchServers(server.pid);
    const result = await runTestPage(
      page,
      `${pageUrl(server, workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
      { verbose },
    );
    return { ...result, unmet: servers.stop() > 0 ? [] : ['no process of dist/xencfg.js was seen'] };
  });
}

/** In the web extension host of the same VS Code: extension and tests come by HTTP, the server is a worker. */
export async function runInWeb({ vsix, suite, verbose }) {
  const unpacked = await unpack(vsix);
  const files = await serveFiles({ '/extension/': unpacked.folder, '/suite/': suite });
  try {
    return await withServer(undefined, async ({ server, workspace, page }) => {
      const uri = (name) => ({ scheme: 'http', authority: `127.0.0.1:${files.port}`, path: name });
      await setDevelopmentOptions(page, {
        extensions: [uri('/extension')],
        extensionTestsPath: uri('/suite/index.web.js'),
      });
      const servers = watchServers(server.pid);
      const result = await runTestPage(page, pageUrl(server, workspace), { verbose });
      const unmet = servers.stop() > 0 ? ['a server process runs: this was not the web extension'] : [];
      return { ...result, unmet: [...unmet, ...unfetched(files.served)] };
    });
  } finally {
    await files.stop();
    unpacked.remove();
  }
}

/** Without any server behind VS Code, as on vscode.dev: static files alone, and a workspace that is no file system. */
export async function runServerless({ vsix, suite, verbose }) {
  const unpacked = await unpack(vsix);
  const workbench = await serveWorkbench({
    extension: unpacked.folder,
    suite,
    files: workspaceFiles('/workspace'),
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const result = await runTestPage(page, workbench.url, { verbose });
    return { ...result, unmet: unfetched(workbench.served) };
  } finally {
    await browser.close();
    await workbench.stop();
    unpacked.remove();
  }
}

async function withServer(vsix, use) {
  const profile = makeProfile();
  let server, browser;
  try {
    if (vsix) await installExtension(profile, vsix);
    const workspace = copyWorkspace(profile.folder);
    server = await startServer(profile);
    browser = await launchBrowser();
    // The page's policy allows no HTTP to other ports, where the web extension host gets the extension from.
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: !vsix });
    const result = await use({ profile, server, workspace, page });
    if (result.code !== 0) await page.screenshot({ path: path.join(shots, 'api-failed.png') });
    return result;
  } finally {
    await browser?.close();
    await server?.stop();
    profile.remove();
  }
}

/** The extension as VS Code unpacks it. */
async function unpack(vsix) {
  const profile = makeProfile();
  await installExtension(profile, vsix);
  const name = readdirSync(profile.extensions).find((entry) => entry.startsWith('xencfg.'));
  return { folder: path.join(profile.extensions, name), remove: profile.remove };
}

const pageUrl = (server, workspace) => `${server.url}/?folder=${encodeURIComponent(workspace)}`;

/** What must have been fetched when the browser's entry points did the work. */
function unfetched(served) {
  return ['dist/client.web.js', 'dist/server.web.js', 'dist/tree-sitter-python.wasm']
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
function serversOf(pid) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map();
  const servers = [];
  for (const id of all) {
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
