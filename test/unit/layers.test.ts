import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** Bottom first: a file may import from its own layer and from those before it. */
const LAYERS = [
  'syntax',
  'python',
  'schema',
  'model',
  'rules',
  'migrate',
  'formats',
  'workspace',
  'service',
  'lsp',
  'cli',
];

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = path.join(folder, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/(?:from|import|require\()\s*['"]([^'"]+)['"]/g)].map((match) => ({
        file,
        target: match[1]!,
      }));
    });
}

const server = importsBelow('server/src');
const client = importsBelow('client/src');

test('there is something to check', () => {
  assert.ok(server.length > 200);
  assert.ok(client.length > 5);
  for (const layer of LAYERS) assert.ok(readdirSync(`server/src/${layer}`).length > 0, `${layer} is empty`);
});

test('no layer imports from one above it', () => {
  for (const { file, target } of server) {
    if (!target.startsWith('.')) continue;
    const own = LAYERS.indexOf(file.split('/')[2]!);
    const resolved = path.normalize(path.join(path.dirname(file), target));
    if (!resolved.startsWith('server/src/')) {
      assert.ok(own >= LAYERS.indexOf('lsp') && resolved === 'package.json', `${file} imports ${target}`);
      continue;
    }
    const other = LAYERS.indexOf(resolved.split('/')[2]!);
    // the command line starts the server; nothing else connects the two
    assert.ok(other <= own && other >= 0, `${file} imports ${target}`);
  }
});

test('only the client knows VS Code, only lsp/ the protocol, only lsp/ and cli/ do I/O', () => {
  for (const { file, target } of server) {
    const layer = file.split('/')[2]!;
    assert.notEqual(target, 'vscode', file);
    if (/^vscode-(languageserver|jsonrpc|languageclient)/.test(target))
      assert.equal(layer, 'lsp', `${file} imports ${target}`);
    if (target.startsWith('node:')) assert.ok(layer === 'lsp' || layer === 'cli', `${file} imports ${target}`);
    if (target === 'web-tree-sitter') assert.equal(layer, 'python', file);
  }
  for (const { file, target } of client) {
    const shared =
      /server\/src\/(lsp\/protocol|cli\/kept-code|syntax\/(?:release|file-bytes)|service\/parameter-values|workspace\/sniff)$/.test(
        target,
      );
    assert.ok(!target.includes('server/src') || shared, `${file} imports ${target}`);
  }
});

test('nothing below lsp/ and cli/ reads a clock, an environment variable or chance', () => {
  for (const layer of LAYERS.slice(0, LAYERS.indexOf('lsp'))) {
    for (const name of readdirSync(`server/src/${layer}`, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const text = readFileSync(`server/src/${layer}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      assert.doesNotMatch(
        text,
        /(?<![.\w])(process\.|Date\.now|new Date\(|Math\.random|performance\.|globalThis|XMLHttpRequest)/,
        `${layer}/${name}`,
      );
    }
  }
});
