// Runs the same suite in a desktop VS Code, which it downloads: `npm run test:desktop [-- --version 1.93.1]`.
// For machines that reach the site; on Linux without a display: `xvfb-run -a npm run test:desktop`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNpm } from './ensure.mjs';

const { version } = parseArgs({ options: { version: { type: 'string', default: 'stable' } } }).values;

ensureNpm();
// Only now: these import npm packages.
const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } = await import(
  '@vscode/test-electron'
);
const { makePackage } = await import('./package.mjs');
const { buildSuite } = await import('../test/vscode/build.mjs');
const { makeCarrier } = await import('../test/vscode/api.mjs');
const { copyWorkspace, root } = await import('../test/vscode/workspace.mjs');
const { run } = await import('./processes.mjs');

const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-desktop-'));
try {
  const vsix = await makePackage(path.join(root, 'out/xencfg.vsix'));
  const suite = await buildSuite();
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: path.join(root, 'out/desktop') });
  const profile = [
    `--user-data-dir=${path.join(folder, 'data')}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
  ];
  const [cli] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  const install = ['--install-extension', vsix, ...profile];
  const shell = process.platform === 'win32';
  if ((await run(cli, install, { shell })) !== 0) throw new Error(`${vsix} could not be installed`);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: makeCarrier(folder),
    extensionTestsPath: path.join(suite, 'index.node.js'),
    launchArgs: [copyWorkspace(folder), ...profile, '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error.message ?? error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
