// How much JavaScript the extension has beyond a client and a server that do nothing.
import { statSync } from 'node:fs';
import path from 'node:path';

/** The bundles of the extension, for Node and for the browser; what reads Python is loaded when a file holds Python. */
const HOSTS = {
  Node: { client: ['client.node.js', 'client.program.js'], server: ['server.js'], python: ['python.js'] },
  browser: { client: ['client.web.js'], server: ['server.web.js'], python: ['python.web.js'] },
};

/**
 * Bytes of ours, of the empty ones, and how many ours are more.
 * @param dist a minified build
 * @returns rows of a name and three numbers
 */
export function sizesOf(dist, emptyClient, emptyServer) {
  const size = (file) => statSync(file).size;
  const [client, server] = [size(emptyClient), size(emptyServer)];
  return Object.entries(HOSTS).flatMap(([host, names]) => {
    const sum = (files) => files.reduce((bytes, name) => bytes + size(path.join(dist, name)), 0);
    const own = Object.fromEntries(Object.entries(names).map(([part, files]) => [part, sum(files)]));
    const start = own.client + own.server;
    return [
      [`${host}: client`, own.client, client],
      [`${host}: server`, own.server, server],
      [`${host}: loaded at the start`, start, client + server],
      [`${host}: what reads Python, loaded on demand`, own.python, 0],
      [`${host}: all`, start + own.python, client + server],
    ].map(([name, ours, empty]) => [name, ours, empty, ours - empty]);
  });
}
