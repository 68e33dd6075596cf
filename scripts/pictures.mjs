// Takes the pictures of the README from the screenshots of the user interface suite: node scripts/vscode.mjs ui, then
// node scripts/pictures.mjs
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const root = path.join(import.meta.dirname, '..');
const from = path.join(root, 'out/screenshots');
const to = path.join(root, 'images/screenshots');

/** Screenshots by the names that the suite gives them. */
const PICTURES = ['compare', 'guests'];

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The chunks of a PNG file. */
function* chunks(file) {
  for (let at = SIGNATURE.length; at < file.length; ) {
    const size = file.readUInt32BE(at);
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + size) };
    at += size + 12;
  }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The pixels of a PNG file as Chromium writes it: 8 bits for each of 3 or 4 channels, not interlaced. */
function pixels(file) {
  const all = [...chunks(file)];
  const header = all[0].data;
  const [width, height, bits, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  if (bits !== 8 || (kind !== 2 && kind !== 6) || header[12] !== 0) throw new Error('not a PNG file of that kind');
  const step = kind === 2 ? 3 : 4;
  const packed = inflateSync(Buffer.concat(all.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const row = width * step;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x < step ? 0 : out[y * row + x - step];
      const up = y === 0 ? 0 : out[(y - 1) * row + x];
      const corner = x < step || y === 0 ? 0 : out[(y - 1) * row + x - step];
      out[y * row + x] =
        packed[y * (row + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return { width, height, step, out };
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The same picture with the 256 colours that occur most; others become the nearest of them. */
function withFewColours(file) {
  const { width, height, step, out } = pixels(file);
  const counts = new Map();
  const colourAt = (i) => (out[i] << 16) | (out[i + 1] << 8) | out[i + 2];
  for (let i = 0; i < out.length; i += step) counts.set(colourAt(i), (counts.get(colourAt(i)) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour);
  const index = new Map(palette.map((colour, i) => [colour, i]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < width * height; i++) {
    const colour = colourAt(i * step);
    let found = index.get(colour);
    if (found === undefined) {
      found = nearest(palette, colour);
      index.set(colour, found);
    }
    rows[i + Math.floor(i / width) + 1] = found;
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette, colour) {
  const distance = (other) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((other >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
  return palette.reduce((best, other, i) => (distance(other) < distance(palette[best]) ? i : best), 0);
}

const missing = PICTURES.filter((name) => !existsSync(path.join(from, `${name}.png`)));
if (missing.length > 0) {
  console.error(`no screenshot of ${missing.join(', ')}: node scripts/vscode.mjs ui`);
  process.exit(1);
}
mkdirSync(to, { recursive: true });
for (const name of PICTURES) {
  writeFileSync(path.join(to, `${name}.png`), withFewColours(readFileSync(path.join(from, `${name}.png`))));
}
