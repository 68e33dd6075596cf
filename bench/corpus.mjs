// The texts that the contestants read.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's own guest files that libxlutil accepts, as texts. */
function guestFiles(root) {
  return ['samples', 'test/fixtures/clean'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => readFileSync(path.join(root, folder, entry.name), 'utf8'))
      .sort(),
  );
}

/**
 * Guest files of about 1, 2, 3, ... 10 KB: the project's own ones, one behind another until the size is reached.
 * @returns {string[][]} for each file its parts, each of which is a whole guest file
 */
export function guestFilesBySize(root) {
  const guests = guestFiles(root);
  let next = 0;
  return Array.from({ length: 10 }, (_, i) => {
    const parts = [];
    for (let size = 0; size < (i + 1) * 1000; size += parts.at(-1).length) {
      const guest = guests[next++ % guests.length];
      parts.push(guest.endsWith('\n') ? guest : `${guest}\n`);
    }
    return parts;
  });
}

/** Texts of a number of lines, of which every cost should grow with the lines alone. */
export const LONG_TEXTS = {
  'guest files': (root, lines) => wholeGuests(guestFiles(root), lines),
  'lists by +=': (_, lines) => repeat(["disk += [ 'phy:/dev/vg0/data,xvdb,w' ]"], lines),
  'texts by +=': (_, lines) => repeat(['extra += " console=hvc0"'], lines),
};

/** Guest files one behind another, none of them cut, and comments up to the last line. */
function wholeGuests(guests, lines) {
  let text = '';
  let count = 0;
  for (let next = 0; ; next++) {
    const guest = guests[next % guests.length].replace(/\n*$/, '\n');
    const height = guest.split('\n').length - 1;
    if (count + height > lines) break;
    text += guest;
    count += height;
  }
  return text + '# the end\n'.repeat(lines - count);
}

function repeat(source, lines) {
  return Array.from({ length: lines }, (_, i) => `${source[i % source.length]}\n`).join('');
}

/** The same settings as JSON: an array with an object for each guest, laid out as people lay it out. */
export function asJson(readSettings, parts) {
  const guests = parts.map((text) =>
    Object.fromEntries(readSettings(text).settings.map(({ name, value }) => [name, plain(value)])),
  );
  return `${JSON.stringify(guests, null, 2)}\n`;
}

/** Numbers as numbers, as a person would write them in JSON. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  return /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
