// The window: a headless Chromium driven by playwright.
import { atStop } from '../../../scripts/processes.mjs';
import { findChromium } from '../../../scripts/programs.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium. Close it with browser.close(). */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  const ours = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS, ...ours });
  browser.on(
    'disconnected',
    atStop(() => browser.close()),
  );
  return browser;
}

/**
 * Changes the development options of VS Code's page before its script reads them from a <meta> element.
 * (Intercepting the page's request instead would make Chromium block its WebSocket.)
 */
export const setDevelopmentOptions = (page, options) =>
  page.addInitScript((options) => {
    new MutationObserver((_, observer) => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      observer.disconnect();
      const settings = JSON.parse(meta.getAttribute('data-settings'));
      settings.developmentOptions = { ...settings.developmentOptions, ...options };
      meta.setAttribute('data-settings', JSON.stringify(settings));
    }).observe(document, { childList: true, subtree: true });
  }, options);

/**
 * Opens VS Code's page, which runs the test module that its configuration names, and waits for the end of it.
 * @returns {Promise<{ code: unknown, tests: { title: string, state: string, error?: string }[] }>} code: 0 when run() resolved
 */
export async function runTestPage(page, url, { limit = 240, verbose = false } = {}) {
  const tests = [];
  const ended = new Promise((resolve) => {
    page.exposeFunction('codeAutomationLog', () => {});
    page.exposeFunction('codeAutomationExit', resolve);
  });
  page.on('pageerror', (error) => console.log('page error:', error.message.slice(0, 300)));
  page.on('console', (message) => {
    const text = plain(message.text());
    const outcome = /^##test (.*)$/.exec(text);
    if (outcome) tests.push(JSON.parse(outcome[1]));
    else if (verbose || /^ {2}(ok|skip|FAIL) /.test(text)) console.log(text.slice(0, 3000));
  });
  await page.goto(url);
  let late;
  const timeout = new Promise((resolve) => {
    late = setTimeout(resolve, limit * 1000, `no end after ${limit} s`);
  });
  const code = await Promise.race([ended, timeout]);
  clearTimeout(late);
  return { code, tests };
}

/** A console line of the extension host without the colours and marks that VS Code puts around it. */
const plain = (text) =>
  text
    .replace(/^%c.*? color: #\w+ /, '')
    .replace(/^%c.*?%c/, '')
    .replace(/ color: blue color: $/, '');
