// Stands in for the modules of code-server that have to be compiled. Without a password nobody calls what hashes one; of
// the logs the files alone are waited for.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');
const Module = require('node:module');

async function logger(_, file) {
  const write = (text) => appendFileSync(file, `${text}\n`);
  const ignore = () => {};
  mkdirSync(path.dirname(file), { recursive: true });
  write('');
  const levels = { trace: ignore, debug: ignore, info: write, warn: write, error: write, critical: write };
  return { ...levels, setLevel: ignore, setPattern: ignore, clearFormatters: ignore, flush: ignore, drop: ignore };
}

const standIns = {
  argon2: {},
  '@vscode/spdlog': { setFlushOn() {}, createRotatingLogger: logger, createAsyncRotatingLogger: logger },
  'native-watchdog': { start() {} },
};
const load = Module._load;
Module._load = (name, ...words) => (Object.hasOwn(standIns, name) ? standIns[name] : load(name, ...words));
