// A folder of others' configurations with one guest: what the extension leaves alone there, when its server starts, and the
// task, where the server looks at nothing that is not open.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serversOf } from './api.mjs';
import { withVSCode } from './host/session.mjs';
import { command, line, openFile } from './host/window.mjs';
import { runSteps } from './ui-steps.mjs';

/** Files with the endings of guests, and one guest. */
const FILES = {
  '.vscode/settings.json': '{ "xencfg.acrossFiles": false }\n',
  'setup.cfg': '[metadata]\nname = tool\n\n[options]\npackages = find:\n',
  'nagios/hosts.cfg': 'define host {\n    host_name web\n    address   10.0.0.1\n}\n',
  'app.conf': 'listen = 8080\nname = "web"\nworkers = 4\n',
  'tool.ini': '[main]\nmemory = 512\n',
  'router.xl': 'name = "router"\nkernel = "/boot/vmlinuz"\nmemory = 256\nno_such_key = 1\n',
};

/** Milliseconds in which a server would have been started by what was opened. */
const WHILE = 3000;

let pid = 0;

const STEPS = {
  async 'no server runs, and nothing is underlined, for the configurations of others'({ page, shot }) {
    for (const name of ['setup.cfg', 'hosts.cfg', 'app.conf', 'tool.ini']) await openFile(page, name);
    await page.waitForTimeout(WHILE);
    assert.equal(serversOf(pid), 0);
    assert.equal(await page.locator('.monaco-editor [class*="squiggly-"]').count(), 0);
    await shot('others');
  },

  async 'it starts when a guest is opened'({ page }) {
    await openFile(page, 'router.xl');
    await line(page, 'no_such_key').waitFor();
    await page.waitForSelector('.monaco-editor .squiggly-warning');
    assert.equal(serversOf(pid), 1);
  },

  async 'the findings of the task "check" are in the list of problems, at their places'({ page, shot }) {
    await command(page, 'Tasks: Run Task');
    const row = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row('xencfg').click();
    await row('check').click();
    await page.locator('.terminal-wrapper .xterm').first().waitFor();
    await command(page, 'View: Focus Problems');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'unknown-key' });
    await problem.first().waitFor();
    await shot('task');
    assert.equal(await problem.count(), 1, 'what was found while the file was open has gone with it');
    assert.match(await problem.textContent(), /no_such_key.*\[Ln 4, Col 1\]/);
    await problem.dblclick();
    await line(page, 'no_such_key').waitFor();
  },
};

/** Same result as the runs in api.mjs. */
export function runQuiet({ vsix, only }) {
  const makeFolder = (folder) => {
    const workspace = path.join(folder, 'workspace');
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
      writeFileSync(path.join(workspace, name), text);
    }
    return workspace;
  };
  const session = (use) =>
    withVSCode({ vsix, where: 'node', makeFolder }, (session) => {
      pid = session.server.pid;
      return use(session);
    });
  return runSteps(session, STEPS, { where: 'node', only, prefix: 'quiet-' });
}
