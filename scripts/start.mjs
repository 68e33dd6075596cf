// Opens VS Code with the extension on a copy of samples/: `npm start [-- --port N] [--no-open]`.
// The desktop VS Code where there is one, otherwise the one inside code-server, in a browser. Ctrl-C ends everything.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeProfile, startServer } from '../test/vscode/host/server.mjs';
import { ensureNpm, ensureVscode } from './ensure.mjs';
import { atStop, run, startGroup, stopOnSignals } from './processes.mjs';
import { findDesktopCode, findProgram } from './programs.mjs';

const root = path.join(import.meta.dirname, '..');
const { port, open } = options();
const stopping = stopOnSignals(0);

ensureNpm();
const desktop = findDesktopCode();
if (!desktop) ensureVscode();
if ((await run(process.execPath, [path.join(root, 'scripts/build.mjs')])) !== 0) process.exit(1);
await (desktop ? openDesktop(desktop) : serve());

function options() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string', default: '0' }, open: { type: 'boolean', default: true } },
      allowNegative: true,
    });
    if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port wants a number, not ${values.port}`);
    return { port: Number(values.port), open: values.open };
  } catch (error) {
    console.error(`${error.message}\nusage: npm start [-- [--port N] [--no-open]]`);
    process.exit(2);
  }
}

async function serve() {
  const profile = makeProfile();
  // A link: after `npm run build`, reloading the page is enough.
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  symlinkSync(root, path.join(profile.extensions, `${publisher}.${name}-${version}`), 'dir');
  const samples = copySamples(profile.folder);
  try {
    const server = await startServer(profile, port);
    const address = `${server.url}/?folder=${encodeURIComponent(samples)}`;
    console.log(`\nVS Code with Xencfg, on a copy of samples/:\n\n  ${address}\n\nCtrl-C ends it.`);
    if (open) openBrowser(address);
    await server.exited;
    if (stopping()) return;
    console.error(`VS Code's server has ended:\n${server.log()}`);
  } catch (error) {
    if (stopping()) return;
    console.error(error.message);
  }
  profile.remove();
  process.exit(1);
}

/** The window has a profile of its own, so that it is a process of its own that we can end. */
async function openDesktop(code) {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-vscode-'));
  const data = path.join(folder, 'data');
  const cleanUp = async () => {
    await endWindow(data);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  atStop(cleanUp);
  const args = [
    '--wait',
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    copySamples(folder),
  ];
  console.log(`Opening ${code} with Xencfg on a copy of samples/. Closing the window or Ctrl-C ends it.`);
  const window = startGroup(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const exitCode = await window.exited.catch((error) => {
    console.error(`${code} could not be started: ${error.message}`);
    return 1;
  });
  if (stopping()) return;
  await cleanUp();
  process.exit(exitCode);
}

/** VS Code's window leaves the process group of its launcher, but writes its process id into the profile. */
async function endWindow(data) {
  const lock = path.join(data, 'code.lock');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 1) return;
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function copySamples(folder) {
  const samples = path.join(folder, 'samples');
  cpSync(path.join(root, 'samples'), samples, { recursive: true });
  return samples;
}

function openBrowser(address) {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  if (headless || process.env.CI || !findProgram(opener)) return;
  startGroup(opener, [address], { stdio: 'ignore' }).exited.catch(() => {});
}
