// One VS Code with the packaged extension in it, and a page that can open it; everything is gone afterwards.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArchive } from '../../../scripts/zip.mjs';
import { copyWorkspace, workspaceFiles } from '../workspace.mjs';
import { launchBrowser, setDevelopmentOptions } from './browser.mjs';
import { serveFiles } from './files.mjs';
import { EDITIONS, installExtension, makeProfile, startServer } from './server.mjs';
import { serveWorkbench } from './workbench.mjs';

/** How every page is opened: in the size of the screenshots, without animations. */
export const PAGE = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };

/**
 * Starts VS Code's server, and hands a page to `use` that is not yet opened. `where` says which extension host runs the
 * extension: 'node' has it installed; 'web' gets it by HTTP, where `suite` is served too: below the extension, because VS Code runs tests
 * in the host of the extension that they belong to. `makeFolder` makes the folder that is opened, below the one it is given;
 * `settings` are the machine's.
 * @returns what `use` returns; it is called with { page, url, server, profile, files }
 */
export async function withVSCode(options, use) {
  const { vsix, where, suite, edition = EDITIONS.newest, development = () => ({}) } = options;
  const { makeFolder = copyWorkspace, settings = () => ({}) } = options;
  const profile = makeProfile(settings);
  let server, browser, files;
  try {
    const workspace = makeFolder(profile.folder);
    if (where === 'node') await installExtension(profile, vsix, edition);
    else
      files = await serveFiles({
        '/extension/suite/': suite ?? profile.folder,
        '/extension/': unpack(vsix, profile.folder),
      });
    server = await startServer(profile, 0, edition);
    browser = await launchBrowser();
    // The page's policy allows no HTTP to other ports, where the web extension host gets the extension from.
    const page = await browser.newPage({ ...PAGE, bypassCSP: where === 'web' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const uri = (name) => ({ scheme: 'http', authority: `127.0.0.1:${files.port}`, path: name });
    const extensions = where === 'web' ? { extensions: [uri('/extension')] } : {};
    await setDevelopmentOptions(page, { ...extensions, ...development(uri) });
    const url = `${server.url}/?folder=${encodeURIComponent(workspace)}`;
    return await use({ page, url, server, profile, files });
  } finally {
    await browser?.close();
    await server?.stop();
    await files?.stop();
    profile.remove();
  }
}

/**
 * The same without any server behind VS Code, as on vscode.dev: static files alone, and a workspace that is no file system.
 * `suite` runs as soon as the page is opened. `use` is called with { page, url, served }.
 */
export async function withServerless({ vsix, suite }, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'xencfg-serverless-'));
  const files = workspaceFiles('/workspace');
  const workbench = await serveWorkbench({ extension: unpack(vsix, folder), suite, files });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage(PAGE);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return await use({ page, url: workbench.url, served: workbench.served });
  } finally {
    await browser.close();
    await workbench.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unpacks a packaged extension into a folder. @returns the folder of its package.json */
export function unpack(vsix, folder) {
  for (const [name, content] of readArchive(vsix)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content());
  }
  return path.join(folder, 'extension');
}
