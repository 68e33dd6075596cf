// VS Code's workbench as static files, without any server behind it: what vscode.dev is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serveFiles } from './files.mjs';

const vscode = path.join(import.meta.dirname, '../node_modules/code-server/lib/vscode');
const memfs = path.join(import.meta.dirname, '../memfs');
const WORKBENCH = '/static/out/vs/code/browser/workbench/workbench.js';

/**
 * @param extension folder of the extension under test; suite: folder of index.web.js, which runs at once, or undefined;
 *   files: path -> text of the workspace
 * @returns the same as serveFiles; its URL is the page
 */
export async function serveWorkbench({ extension, suite, files }) {
  const workbench = withoutRemote(readFileSync(path.join(vscode, WORKBENCH.slice('/static/'.length)), 'utf8'));
  const tests = suite === undefined ? {} : { '/extension/suite/': suite };
  const mounts = { '/static/': vscode, ...tests, '/extension/': extension, '/memfs/': memfs };
  const server = await serveFiles(mounts, (url) => {
    if (url.pathname === '/memfs/files.json') return { type: 'application/json', body: JSON.stringify(files) };
    if (url.pathname === WORKBENCH) return { type: 'text/javascript', body: workbench };
    return url.pathname === '/'
      ? { type: 'text/html', body: page(new URL(server.url).host, suite !== undefined) }
      : undefined;
  });
  return server;
}

/** code-server's changes to the workbench take for granted that there is a remote; this undoes the two that matter. */
function withoutRemote(workbench) {
  const changes = [
    [/,remoteAuthority:location\.host\}/, '}'],
    [
      /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/,
      '$1vscodeUserData',
    ],
  ];
  return changes.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`VS Code's workbench.js has no ${pattern} any more`);
    return text.replace(pattern, replacement);
  }, workbench);
}

function page(host, runsTests) {
  const uri = (name) => ({ scheme: 'http', authority: host, path: name });
  const configuration = {
    folderUri: { scheme: 'memfs', path: '/workspace' },
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    additionalBuiltinExtensions: [uri('/memfs'), uri('/static/extensions/theme-defaults')],
    developmentOptions: {
      extensions: [uri('/extension')],
      ...(runsTests && { extensionTestsPath: uri('/extension/suite/index.web.js') }),
    },
    productConfiguration: { enableTelemetry: false },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'chat.disableAIFeatures': true,
      'files.autoSave': 'off',
    },
  };
  const settings = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<meta id="vscode-workbench-web-base-url" data-settings="/static">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
</head><body></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/static/out/';</script>
<script type="module" src="/static/out/nls.messages.js"></script>
<script type="module" src="${WORKBENCH}"></script></html>`;
}
