// Writes l10n/bundle.l10n.json, what client and server show as titles and labels, for translators: node scripts/l10n.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

const QUOTED = String.raw`('(?:[^'\\\n]|\\.)*')|("(?:[^"\\\n]|\\.)*")`;

/**
 * Where the texts stand in each folder, with their quotes; a call with something else in its place is found by the absence
 * of both. The labels of what completion offers to begin with are data.
 */
const PLACES = {
  'client/src': new RegExp(String.raw`\bl10n\.t\(\s*(?:${QUOTED})?`, 'g'),
  'server/src': new RegExp(String.raw`\bcaption\((?!\))\s*(?:${QUOTED})?`, 'g'),
  'server/src/service/skeletons.ts': new RegExp(String.raw`\blabel: (?:${QUOTED})`, 'g'),
  'server/src/service/guest-snippets.ts': new RegExp(String.raw`\b(?:label|detail): (?:${QUOTED})`, 'g'),
};

/** All texts that go through vscode.l10n.t in the client and `caption` in the server, sorted; a call without one is an error. */
export function shownTexts() {
  const texts = new Set();
  for (const [place, pattern] of Object.entries(PLACES)) {
    for (const name of sourcesAt(path.join(root, place))) {
      for (const [found, single, double] of readFileSync(name, 'utf8').matchAll(pattern)) {
        const quoted = single ?? double;
        if (quoted === undefined) throw new Error(`${name}: ${found} has to have its text in quotes`);
        texts.add(quoted.slice(1, -1).replace(/\\(.)/g, '$1'));
      }
    }
  }
  return [...texts].sort();
}

function sourcesAt(place) {
  if (place.endsWith('.ts')) return [place];
  const names = readdirSync(place, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => path.join(place, name));
}

const ACCENTS = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

/** A language that nobody speaks, to see which texts on the screen went through l10n: in brackets, with accents. */
export function pseudo(text) {
  return `⟦${text.replace(/\{\d+\}|[aeiou]/g, (found) => ACCENTS[found] ?? found)}⟧`;
}

/** What the file holds: each text by itself, which a translation replaces. */
export function bundle() {
  return `${JSON.stringify(Object.fromEntries(shownTexts().map((text) => [text, text])), undefined, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(path.join(root, 'l10n'), { recursive: true });
  writeFileSync(path.join(root, 'l10n/bundle.l10n.json'), bundle());
}
