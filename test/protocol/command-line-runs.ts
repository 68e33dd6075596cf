import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach } from 'node:test';

/** The command line as it was built. */
export const program = path.resolve('dist/xencfg.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that is there and empty at the beginning of each test, and the command line run in it. */
export function playground() {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xencfg-cli-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
  });
  const at = (name: string) => path.join(folder, name);
  return {
    at,
    xencfg: (
      words: string[],
      options: { input?: string; env?: Record<string, string>; cwd?: string; uid?: number } = {},
    ): Run => {
      const { input = '', env, cwd, uid } = options;
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
        cwd: cwd ?? folder,
        encoding: 'utf8',
        input,
        env: { ...process.env, ...env },
        maxBuffer: 1 << 28,
        ...(uid !== undefined && { uid }),
      });
      return { status, stdout, stderr };
    },
    put: (name: string, text: string | Uint8Array) => {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), text);
    },
    get: (name: string) => readFileSync(at(name), 'utf8'),
  };
}

/** A guest's file that needs a fix, and what the fix makes of it. */
export const XM = "name = 'web'\nkernel = '/k'\nbuilder = 'linux'   # from 2009\n";
export const XL = "name = 'web'\nkernel = '/k'\ntype = 'pv'   # from 2009\n";
