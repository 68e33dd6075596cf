// Child processes that never outlive us: each runs in a process group of its own, and the whole group is ended with it.
import { spawn } from 'node:child_process';

const running = new Set();
const cleanups = new Set();

/**
 * Starts a program as the leader of a new process group.
 * @returns {{ child: import('node:child_process').ChildProcess, exited: Promise<number>, stop: () => Promise<void> }}
 *   exited gives the exit code (128 when a signal ended it); stop ends every process of the group and waits for that.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  const group = { child, exited: undefined, stop: () => stopGroup(child) };
  running.add(group);
  group.exited = new Promise((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(group);
      reject(error);
    });
    child.on('close', (code) => resolve(code ?? 128));
  });
  group.exited.catch(() => {});
  const stop = group.stop;
  group.stop = async () => {
    await stop();
    running.delete(group);
  };
  return group;
}

/**
 * Registers work for the case that a signal ends us: it is done after all groups have ended, the newest first.
 * @returns a function that takes it back
 */
export function atStop(work) {
  cleanups.add(work);
  return () => cleanups.delete(work);
}

/**
 * On the first SIGINT, SIGTERM or SIGHUP, or when the npm that runs us has gone, ends all groups, does what atStop has
 * registered, and exits with `code`. Later signals change nothing: a terminal's Ctrl-C arrives twice, from the terminal
 * and once more from npm.
 * @returns {() => boolean} whether that has begun: what ends from then on was ended by us
 */
export function stopOnSignals(code) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([...running].map((group) => group.stop()));
    for (const work of [...cleanups].reverse()) await work();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm passes a SIGTERM on to the shell between us, which dies of it and tells nobody.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 300).unref();
  return () => stopping;
}

/**
 * Runs a program to its end, its output passed through (or handed to `onData`, which gets chunks of text).
 * @param minutes after this time it is ended
 * @returns its exit code, or 'late'
 */
export async function run(command, args, { onData, minutes, ...options } = {}) {
  const stdio = ['ignore', onData ? 'pipe' : 'inherit', onData ? 'pipe' : 'inherit'];
  const group = startGroup(command, args, { stdio, ...options });
  for (const stream of onData ? [group.child.stdout, group.child.stderr] : []) {
    stream.setEncoding('utf8');
    stream.on('data', onData);
  }
  let late = false;
  const limit = setTimeout(
    () => {
      late = true;
      group.stop();
    },
    (minutes ?? 24 * 60) * 60_000,
  );
  const code = await group.exited.finally(() => clearTimeout(limit));
  await group.stop();
  return late ? 'late' : code;
}

async function stopGroup(child) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  if (!signalGroup(child.pid, 'SIGTERM')) return;
  for (const deadline = Date.now() + 5000; Date.now() < deadline; ) {
    if (!signalGroup(child.pid, 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  signalGroup(child.pid, 'SIGKILL');
}

/** @returns false when no process of the group is left */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
