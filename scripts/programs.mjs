// Finds programs on the PATH, as a shell would.
import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';

const extensions = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];

/** @returns the full path of a program, or undefined */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const extension of extensions) {
      const file = path.join(folder, name + extension);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // next folder
      }
    }
  }
  return undefined;
}

/**
 * The desktop VS Code: $XENCFG_VSCODE, or `code` on the PATH. Not the `code` of a terminal inside a remote VS Code: that
 * one can only open files in the window it belongs to.
 * @returns a program that takes VS Code's command line, or undefined
 */
export function findDesktopCode() {
  if (process.env.XENCFG_VSCODE) return process.env.XENCFG_VSCODE;
  const code = findProgram('code');
  return code && !realpathSync(code).includes('remote-cli') ? code : undefined;
}

/** Debian's Chromium, or $CHROMIUM. */
export function findChromium() {
  const found =
    process.env.CHROMIUM ?? ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean);
  if (!found) throw new Error('no Chromium: node scripts/ensure.mjs browser');
  return found;
}
