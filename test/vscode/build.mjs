// Bundles the suite for both extension hosts into out/vscode/.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/**
 * mocha is an ES module by its package.json but its browser build is not. A namespace of its own keeps esbuild from
 * reading that file as a module, whose exports would then overwrite the suite's.
 */
const mochaBrowser = {
  name: 'mocha-browser',
  setup(build) {
    build.onResolve({ filter: /^mocha-browser$/ }, () => ({
      path: require.resolve('mocha/mocha.js'),
      namespace: 'mocha-browser',
    }));
    build.onLoad({ filter: /.*/, namespace: 'mocha-browser' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'js',
    }));
  },
};

const shared = {
  absWorkingDir: root,
  outdir: 'out/vscode',
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  sourcemap: 'inline',
  logLevel: 'warning',
};
const api = path.join(import.meta.dirname, 'api');

/** @param only the tests whose titles hold this text are run. @returns the folder that holds index.node.js and index.web.js */
export async function buildSuite(only = '') {
  const ONLY = JSON.stringify(only);
  await Promise.all([
    build({
      ...shared,
      platform: 'node',
      external: ['vscode', 'mocha'],
      define: { ONLY },
      entryPoints: {
        'index.node': `${api}/index.node.ts`,
        suite: `${api}/suite.ts`,
        'suite.node': `${api}/suite.node.ts`,
      },
    }),
    build({
      ...shared,
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      define: { global: 'globalThis', ONLY },
      external: ['vscode'],
      plugins: [mochaBrowser],
      entryPoints: { 'index.web': `${api}/index.web.ts` },
    }),
  ]);
  return path.join(root, 'out/vscode');
}
