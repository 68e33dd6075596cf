// Writes what follows from the rule files: registry.ts and pages.ts beside them, the pages in docs/rules, and the schema of
// .xencfg.json (with scripts/man.mjs).
//   node scripts/rules.mjs [--check]      --check: write nothing, fail when something is out of date
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'server/src/rules');
const check = process.argv.includes('--check');
const stale = [];

const rules = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    name,
    match: /^export const (\w+)(?:: Rule = \{| = pythonRule\()/m.exec(readFileSync(path.join(folder, name), 'utf8')),
  }))
  .filter(({ match }) => match)
  .map(({ name, match }) => ({ file: name.replace(/\.ts$/, ''), variable: match[1] }))
  .sort((a, b) => (a.file < b.file ? -1 : 1));

const imports = [...rules.map(({ file, variable }) => [file, `{ ${variable} }`]), ['rule', 'type { Rule }']]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([file, names]) => `import ${names} from './${file}';`);
put(
  'server/src/rules/registry.ts',
  `// Written by scripts/rules.mjs from the files of this folder.
${imports.join('\n')}

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
${rules.map(({ variable }) => `  ${variable},`).join('\n')}
];
`,
);

const pages = [...rules.map(({ file, variable }) => [file, `{ docs as ${variable} }`]), ['rule', 'type { RuleDocs }']]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([file, names]) => `import ${names} from './${file}';`);
put(
  'server/src/rules/pages.ts',
  `// Written by scripts/rules.mjs from the files of this folder.
${pages.join('\n')}

/** The page of every rule, by its code. */
export const PAGES: Readonly<Record<string, RuleDocs>> = {
${rules.map(({ file, variable }) => (/\W/.test(file) ? `  '${file}': ${variable},` : `  ${file}: ${variable},`)).join('\n')}
};
`,
);

const bundle = await build({
  stdin: {
    contents: "export { RULES } from './registry'; export { PAGES } from './pages';",
    resolveDir: folder,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  logLevel: 'error',
});
const { RULES, PAGES } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`
);

for (const rule of RULES) put(`docs/rules/${rule.code}.md`, page(rule));
put('docs/rules/README.md', index(RULES));
for (const name of readdirSync(path.join(root, 'docs/rules'))) {
  const code = name.replace(/\.md$/, '');
  if (code === 'README' || RULES.some((rule) => rule.code === code)) continue;
  stale.push(`docs/rules/${name}`);
  if (!check) rmSync(path.join(root, 'docs/rules', name));
}
if (check && stale.length > 0) {
  console.error(`out of date, run "node scripts/rules.mjs": ${stale.join(', ')}`);
  process.exit(1);
}

// what the command line says of itself follows from the rules too
const words = [path.join(import.meta.dirname, 'man.mjs'), ...(check ? ['--check'] : [])];
process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1;

function page({ code, severity, off }) {
  const docs = PAGES[code];
  const block = (text) => (text === '' ? '(nothing)' : `\`\`\`\n${text}\n\`\`\``);
  return `# ${code}: ${docs.title}

Severity: ${severity}${off ? ' (off unless a severity is set for it)' : ''}

**Why it matters.** ${docs.why}

**What xl does.** ${docs.xl}

**What to do.** ${docs.remedy}

Before:

${block(docs.before)}

After:

${block(docs.after)}
`;
}

function index(all) {
  return `# Rules

${all.map(({ code, severity, off }) => `- [${code}](${code}.md) (${off ? 'off' : severity}): ${PAGES[code].title}`).join('\n')}
`;
}

function put(name, text) {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  stale.push(name);
  if (check) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
