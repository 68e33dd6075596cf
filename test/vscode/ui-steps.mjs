// Runs steps of a person at VS Code's window, one after the other in one session.
import path from 'node:path';
import { closeEditors, ready } from './host/window.mjs';
import { root } from './workspace.mjs';

/**
 * Runs the steps whose titles hold `only`. Each is called with { page, shot, where, url, profile } and begins without open
 * editors; `session` calls what it is given with a page that is not yet opened (see withVSCode), `prefix` begins the names
 * of the screenshots.
 * @returns the same as the runs in api.mjs
 */
export async function runSteps(session, steps, { where, only, prefix = '' }) {
  return session(async ({ page, url, profile }) => {
    const tests = [];
    const shot = (name) => page.screenshot({ path: path.join(root, `out/screenshots/${prefix}${name}.png`) });
    page.setDefaultTimeout(15_000);
    await page.goto(url);
    await ready(page);
    for (const [title, step] of Object.entries(steps)) {
      if (!title.includes(only)) continue;
      const start = performance.now();
      try {
        await step({ page, shot, where, url, profile });
        await closeEditors(page);
        tests.push({ title, state: 'passed' });
        console.log(`  ok   ${title} (${Math.round(performance.now() - start)} ms)`);
      } catch (error) {
        tests.push({ title, state: 'failed' });
        console.log(`  FAIL ${title}\n${error?.stack ?? error}`);
        await shot(`failed-${tests.length}`);
        await closeEditors(page).catch(() => {});
      }
    }
    return { tests, code: 0, unmet: [] };
  });
}
