// Writes l10n/bundle.l10n.json, what the client shows, for translators: node scripts/l10n.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** A call with its text in quotes; what is written in another way is found by its absence. */
const CALL = /\bl10n\.t\(\s*(?:('(?:[^'\\\n]|\\.)*')|("(?:[^"\\\n]|\\.)*"))?/g;

/** The texts of all calls of vscode.l10n.t in client/src, sorted; a call without a text in it is an error. */
export function clientTexts() {
  const texts = new Set();
  const folder = path.join(root, 'client/src');
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts'))) {
    for (const [call, single, double] of readFileSync(path.join(folder, name), 'utf8').matchAll(CALL)) {
      const quoted = single ?? double;
      if (quoted === undefined) throw new Error(`${name}: ${call} has to have its text in quotes`);
      const inner = quoted.slice(1, -1).replace(/\\(.)/g, '$1');
      texts.add(inner);
    }
  }
  return [...texts].sort();
}

/** What the file holds: each text by itself, which a translation replaces. */
export function bundle() {
  return `${JSON.stringify(Object.fromEntries(clientTexts().map((text) => [text, text])), undefined, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(path.join(root, 'l10n'), { recursive: true });
  writeFileSync(path.join(root, 'l10n/bundle.l10n.json'), bundle());
}
