// Writes the files that the command line's own tables say: man/xencfg.1 and schemas/xencfg.schema.json.
//   node scripts/man.mjs [--check]
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const bundle = path.join(root, `out/man-${process.pid}.mjs`);

await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { manPage } from './cli/man-page';
      export { configSchema } from './workspace/config-schema';
      export { version } from '../../package.json';`,
    resolveDir: path.join(root, 'server/src'),
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const { manPage, configSchema, version } = await import(pathToFileURL(bundle)).finally(() => rmSync(bundle));
const files = {
  'man/xencfg.1': manPage(version),
  'schemas/xencfg.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
};
for (const [name, text] of Object.entries(files)) {
  const file = path.join(root, name);
  if (process.argv.includes('--check')) {
    if (readFileSync(file, 'utf8') === text) continue;
    console.error(`${name} is not what the tables say: node scripts/man.mjs`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
