// A static file server on 127.0.0.1: the web extension host fetches the files of an extension by HTTP.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/**
 * @param mounts URL prefix -> folder
 * @param answer gives { type, body } for an URL that is no file
 * @returns {Promise<{ port: number, url: string, served: Set<string>, stop: () => Promise<void> }>} served: the paths found so far
 */
export async function serveFiles(mounts, answer = () => undefined) {
  const served = new Set();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    const { type, body } = answer(url) ?? (await fromMounts(mounts, decodeURIComponent(url.pathname))) ?? {};
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    served.add(url.pathname);
    response.setHeader('Content-Type', type);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { port, url: `http://127.0.0.1:${port}`, served, stop };
}

async function fromMounts(mounts, name) {
  for (const [prefix, folder] of Object.entries(mounts)) {
    if (!name.startsWith(prefix)) continue;
    const file = path.join(folder, path.normalize(`/${name.slice(prefix.length)}`));
    try {
      return { type: TYPES[path.extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
    } catch {
      // next mount
    }
  }
  return undefined;
}
