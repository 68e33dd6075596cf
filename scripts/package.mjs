// Makes xencfg.vsix from a minified build, and refuses one that holds what no user needs: `npm run package`.
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureNpm } from './ensure.mjs';
import { run } from './processes.mjs';
import { readArchive } from './zip.mjs';

const root = path.join(import.meta.dirname, '..');
const LIMIT = 1.5 * 1024 * 1024;

/** All that may be in the package: the extension's own files by folder, and the two that the format wants. */
const WANTED = [
  /^extension\/dist\/[\w.-]+\.(js|json|wasm)$/,
  /^extension\/(syntaxes|schemas|l10n)\/[\w.-]+\.json$/,
  /^extension\/images\/(screenshots\/)?[\w.-]+\.(png|svg)$/,
  /^extension\/docs\/(rules|walkthrough)\/[\w.-]+\.md$/,
  /^extension\/(package(\.nls[\w.-]*)?|language-configuration[\w.-]*)\.json$/,
  /^extension\/(readme\.md|changelog\.md|LICENSE(\.txt|\.md)?)$/i,
  /^(extension\.vsixmanifest|\[Content_Types\]\.xml)$/,
];

/** Builds, packages and checks; a failure ends the process. @returns the path of the package */
export async function makePackage(file = path.join(root, 'xencfg.vsix')) {
  const node = async (...args) => {
    let output = '';
    const onData = (text) => {
      output += text;
    };
    if ((await run(process.execPath, args, { cwd: root, onData })) === 0) return;
    console.error(output);
    process.exit(1);
  };
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await node('scripts/build.mjs', '--minify');
  rmSync(file, { force: true });
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  await node(
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  );
  const problems = checkPackage(file);
  for (const problem of problems) console.error(`error: ${problem}`);
  if (problems.length > 0) process.exit(1);
  return file;
}

/** @returns what is wrong with a package, in sentences; empty: nothing */
export function checkPackage(file) {
  const entries = readArchive(file);
  const problems = [];
  for (const [name, content] of entries) {
    if (!WANTED.some((pattern) => pattern.test(name))) problems.push(`${name} does not belong into the package`);
    if (name.endsWith('.js') && /^\/\/# sourceMappingURL=/m.test(content().toString())) {
      problems.push(`${name} names a source map`);
    }
  }
  const manifest = JSON.parse(entries.get('extension/package.json')().toString());
  for (const name of filesNamedBy(manifest)) {
    if (!entries.has(path.posix.join('extension', name))) problems.push(`package.json names ${name}, which is missing`);
  }
  for (const name of [
    'dist/program.js',
    'dist/server.js',
    'dist/python.js',
    'dist/server.web.js',
    'dist/python.web.js',
    'dist/schema.json',
    'dist/texts.json',
    'dist/web-tree-sitter.wasm',
    'dist/tree-sitter-python.wasm',
  ]) {
    if (!entries.has(`extension/${name}`)) problems.push(`${name} is missing`);
  }
  const { size } = statSync(file);
  if (size >= LIMIT) problems.push(`${size} bytes are too many: the limit is ${LIMIT}`);
  return problems;
}

/** Every value in the manifest that looks like a file of the extension: "./dist/client.node.js", "images/icon.png". */
function filesNamedBy(value) {
  if (typeof value === 'string') return /^(\.\/)?[\w-]+(\/[\w.-]+)*\.(js|json|png|svg|md)$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesNamedBy) : [];
}

if (process.argv[1] === import.meta.filename) {
  ensureNpm();
  const file = await makePackage(process.argv[2]);
  for (const [name, content] of readArchive(file)) console.log(`${String(content().length).padStart(9)}  ${name}`);
  console.log(`${path.relative('', file)}: ${(statSync(file).size / 1024).toFixed(0)} KiB`);
}
