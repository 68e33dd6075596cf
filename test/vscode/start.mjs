// `npm start` as a person uses it: serves a VS Code with the extension, and Ctrl-C leaves nothing behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startGroup } from '../../scripts/processes.mjs';
import { launchBrowser } from './host/browser.mjs';
import { PAGE } from './host/session.mjs';
import { openFile, ready } from './host/window.mjs';
import { root } from './workspace.mjs';

const TESTS = {
  async 'npm start serves the samples with the extension, Ctrl-C ends all of it'() {
    const start = startGroup('npm', ['start', '--', '--no-open', '--port', '0'], withoutDesktop());
    try {
      const address = await printed(start.child, /(http:\/\/127\.0\.0\.1:\d+\/\?folder=\S+)/);
      const profile = path.dirname(new URL(address).searchParams.get('folder'));
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage(PAGE);
        await page.goto(address);
        await ready(page);
        await openFile(page, 'intranet.cfg');
        await page.waitForSelector('.monaco-editor .squiggly-warning', { timeout: 30_000 });
        assert(processesOf(profile).length > 1, 'server and extension host run');
      } finally {
        await browser.close();
      }
      process.kill(-start.child.pid, 'SIGINT'); // as a terminal does: to npm and to what it runs
      await start.exited;
      assert.deepEqual(processesOf(profile), []);
      assert(!existsSync(profile), `${profile} is removed`);
    } finally {
      await start.stop();
    }
  },

  async 'npm start opens a desktop VS Code where there is one, its window closes with npm'() {
    const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-desktop-'));
    const code = path.join(folder, 'code');
    // As VS Code does: the launcher waits, the window is a process of its own and writes its id into the profile.
    const lines = [
      '#!/bin/sh',
      'for word; do case "$word" in --user-data-dir=*) data=$(echo "$word" | cut -d= -f2);; esac; done',
      'mkdir -p "$data"; setsid sleep 600 & echo $! > "$data/code.lock"',
      `printf "%s\\n" "$@" > ${folder}/arguments.new; mv ${folder}/arguments.new ${folder}/arguments`,
      'wait',
    ];
    writeFileSync(code, `${lines.join('\n')}\n`);
    chmodSync(code, 0o755);
    const start = startGroup('npm', ['start'], { cwd: root, env: { ...process.env, XENCFG_VSCODE: code } });
    try {
      const file = path.join(folder, 'arguments');
      await until(() => existsSync(file), 60_000);
      const args = readFileSync(file, 'utf8').trim().split('\n');
      assert(args.includes(`--extensionDevelopmentPath=${root}`), args.join(' '));
      const samples = args.at(-1);
      assert(existsSync(path.join(samples, 'legacy/mail.xm')), `${samples} is a copy of the samples`);
      const data = args.find((word) => word.startsWith('--user-data-dir=')).slice('--user-data-dir='.length);
      const window = Number(readFileSync(path.join(data, 'code.lock'), 'utf8'));
      assert(existsSync(`/proc/${window}`), 'the window is open');
      start.child.kill('SIGTERM'); // to npm alone
      await until(() => !existsSync(path.dirname(data)), 15_000);
      assert(!existsSync(`/proc/${window}`), 'the window is closed');
      assert(!existsSync(path.dirname(data)), 'the profile is removed');
    } finally {
      await start.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },

  async 'npm start says what is wrong with its arguments'() {
    const child = spawn(process.execPath, ['scripts/start.mjs', '--prot', '1'], { cwd: root });
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 2);
  },
};

/** Same result as the runs in api.mjs. */
export async function runStart() {
  const tests = [];
  for (const [title, test] of Object.entries(TESTS)) {
    const start = performance.now();
    try {
      await test();
      tests.push({ title, state: 'passed' });
      console.log(`  ok   ${title} (${Math.round(performance.now() - start)} ms)`);
    } catch (error) {
      tests.push({ title, state: 'failed' });
      console.log(`  FAIL ${title}\n${error?.stack ?? error}`);
    }
  }
  return { tests, code: 0, unmet: [] };
}

/** The environment of a machine without a desktop VS Code. */
function withoutDesktop() {
  const { XENCFG_VSCODE, ...env } = process.env;
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => !existsSync(path.join(folder, 'code')));
  return { cwd: root, env: { ...env, PATH: folders.join(path.delimiter) } };
}

/** Waits until `holds` does, or the time (in milliseconds) is over. */
async function until(holds, limit) {
  for (const end = Date.now() + limit; !holds() && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function printed(child, pattern) {
  let output = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not printed: ${pattern}\n${output}`)), 120_000);
    const onData = (chunk) => {
      output += chunk;
      const found = pattern.exec(output)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.on('close', (code) => reject(new Error(`ended with code ${code}\n${output}`)));
  });
}

/** Processes that have the folder in their command line or environment (Linux: from /proc). */
function processesOf(folder) {
  return readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id)) return false;
    try {
      return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${id}/${file}`, 'utf8').includes(folder));
    } catch {
      return false;
    }
  });
}
