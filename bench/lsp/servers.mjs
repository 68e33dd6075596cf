// The servers that are measured: how each is started, and the language of its texts.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildEmpty } from '../../scripts/empty.mjs';

const root = path.join(import.meta.dirname, '../..');
const out = path.join(root, 'out/bench');
const peers = path.join(root, 'bench/node_modules');
const node = process.execPath;

/** Ours as they are shipped, and the empty ones. */
export async function prepare() {
  const dist = path.join(out, 'dist');
  execFileSync(node, [path.join(root, 'scripts/build.mjs'), '--minify', '--out', dist]);
  return { dist, empty: await buildEmpty(out) };
}

/** The servers by name; `seconds` is how long at most an answer may take. */
export function servers(files) {
  return {
    Xencfg: { command: [node, path.join(files.dist, 'xencfg.js'), 'lsp', '--stdio'], language: 'xl' },
    'vscode-json': {
      command: [node, path.join(peers, 'vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'],
      language: 'json',
    },
    yaml: {
      command: [node, path.join(peers, 'yaml-language-server/bin/yaml-language-server'), '--stdio'],
      language: 'yaml',
    },
    bash: { command: [node, path.join(peers, 'bash-language-server/out/cli.js'), 'start'], language: 'shell' },
    empty: { command: [node, files.empty.server, '--stdio'], language: 'xl' },
  };
}
