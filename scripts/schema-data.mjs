// The tables of the schema as data files, so that no program carries them as code: schema.json has the rows, texts.json the
// texts that people read, each where its row has its number. Sources are server/src/schema/data/.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const source = path.join(root, 'server/src/schema/data/index.ts');

/** Columns of the type `Prose`. In rows of xm's variables `note` is a part of messages. */
const PROSE = new Set(['text', 'note', 'now']);
const READ_AT_ONCE = { xmNames: new Set(['note']) };

/** Writes both files into a folder. */
export async function writeSchemaData(folder) {
  const bundle = { entryPoints: [source], bundle: true, format: 'esm', write: false, logLevel: 'warning' };
  const { outputFiles } = await build(bundle);
  const { readTables } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  // no text has the number 0, which counts as none
  const texts = [''];
  const tables = Object.entries(readTables()).map(([name, rows]) => {
    const column = (key, value) =>
      PROSE.has(key) && typeof value === 'string' && !READ_AT_ONCE[name]?.has(key) ? texts.push(value) - 1 : value;
    return [name, JSON.parse(JSON.stringify(rows, column))];
  });
  writeFileSync(path.join(folder, 'schema.json'), JSON.stringify(Object.fromEntries(tables)));
  writeFileSync(path.join(folder, 'texts.json'), JSON.stringify(texts));
}

/**
 * For esbuild: puts a module in the place of the tables that reads the data files.
 * @param reader the source of a module that exports `read(NAME)`
 */
export function schemaFromData(reader) {
  return {
    name: 'schema-from-data',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/data$/ }, ({ importer }) =>
        path.dirname(importer) === path.dirname(path.dirname(source))
          ? { path: 'data', namespace: 'schema' }
          : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'schema' }, () => ({
        contents: `${reader}
export const readTables = () => read('schema.json');
export const readTexts = () => read('texts.json');`,
        resolveDir: root,
      }));
    },
  };
}
