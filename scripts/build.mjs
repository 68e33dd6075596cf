// Bundles the extension, its server and the command line into dist/.
//   node scripts/build.mjs [--minify] [--out FOLDER]
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { schemaFromData, writeSchemaData } from './schema-data.mjs';

const root = path.join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const minify = process.argv.includes('--minify');
const to = process.argv.indexOf('--out');
const out = to < 0 ? path.join(root, 'dist') : path.resolve(process.argv[to + 1]);

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  // a path that is absolute on Windows too
  define: { 'import.meta.url': '"file:///C:/xencfg"' },
};
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  // code that was kept compiled cannot ask for modules with import()
  supported: { 'dynamic-import': false },
  alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
  plugins: [
    schemaFromData(`import { readFileSync } from 'node:fs';
import path from 'node:path';
const read = (name) => JSON.parse(readFileSync(path.join(__dirname, name), 'utf8'));`),
  ],
};
const web = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
  plugins: [schemaFromData("import { readData as read } from './server/src/lsp/browser-files';")],
};

/** What reads Python is a file of its own, loaded when a text first holds Python. */
const pythonLater = {
  name: 'python-later',
  setup({ onResolve }) {
    onResolve({ filter: /\/python\/load$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './python.js', external: true } : undefined,
    );
  },
};

mkdirSync(out, { recursive: true });
await Promise.all([
  writeSchemaData(out),
  build({
    ...node,
    entryPoints: ['server/src/cli/launch.ts'],
    outfile: path.join(out, 'xencfg.js'),
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: path.join(out, 'program.js'),
    // read as Latin-1, which is quicker than UTF-8
    charset: 'ascii',
  }),
  build({
    ...node,
    entryPoints: ['server/src/lsp/node.ts'],
    outfile: path.join(out, 'server.js'),
    plugins: [...node.plugins, pythonLater],
  }),
  build({ ...node, entryPoints: ['server/src/python/load.ts'], outfile: path.join(out, 'python.js') }),
  build({ ...node, entryPoints: ['client/src/launch.ts'], outfile: path.join(out, 'client.node.js') }),
  build({
    ...node,
    entryPoints: ['client/src/node.ts'],
    outfile: path.join(out, 'client.program.js'),
    charset: 'ascii',
  }),
  build({ ...web, entryPoints: ['client/src/web.ts'], outfile: path.join(out, 'client.web.js') }),
  build({
    ...web,
    format: 'iife',
    entryPoints: ['server/src/lsp/browser.ts'],
    outfile: path.join(out, 'server.web.js'),
  }),
  build({
    ...web,
    format: 'iife',
    globalName: 'xencfgPython',
    entryPoints: ['server/src/python/load.ts'],
    outfile: path.join(out, 'python.web.js'),
  }),
]);
chmodSync(path.join(out, 'xencfg.js'), 0o755);
copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), path.join(out, 'web-tree-sitter.wasm'));
copyFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'), path.join(out, 'tree-sitter-python.wasm'));
