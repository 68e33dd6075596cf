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
 * @param empty the paths of the empty `client` and `server`
 * @returns rows of a name and three numbers
 */
export function sizesOf(dist, empty) {
  const size = (file) => statSync(file).size;
  const [client, server] = [size(empty.client), size(empty.server)];
  return Object.entries(HOSTS).flatMap(([host, names]) => {
    const sum = (files) => files.reduce((bytes, name) => bytes + size(path.join(dist, name)), 0);
    const own = Object.fromEntries(Object.entries(names).map(([part, files]) => [part, sum(files)]));
    const start = own.client + own.server;
    return [
      [`${host}: client`, own.client, client],
      [`${host}: server`, own.server, server],
      [`${host}: ${START}`, start, client + server],
      [`${host}: ${LATER}`, own.python, 0],
    ].map(([name, ours, none]) => [name, ours, none, ours - none]);
  });
}

const START = 'loaded at the start';
const LATER = 'what reads Python, loaded on demand';

/** Bytes beyond the empty ones that each of the two may have. */
const LIMITS = { [START]: 450_000, [LATER]: 300_000 };

/** @returns what is too large in a minified build, in sentences; empty: nothing */
export function tooLarge(dist, empty) {
  return sizesOf(dist, empty).flatMap(([name, , , more]) => {
    const limit = LIMITS[name.slice(name.indexOf(': ') + 2)];
    return limit && more > limit ? [`${name}: ${more} bytes more than the empty ones, the limit is ${limit}`] : [];
  });
}
