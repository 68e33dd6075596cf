// Clocks. The machine may be busy: what counts is the processor time of the contestant, and contestants take turns.
import { spawnSync } from 'node:child_process';
import { sink } from './contestants.mjs';

/** Runs `read` over the texts for about that many milliseconds; nanoseconds of a round over all of them. */
export function turnInNode(read, texts, milliseconds) {
  let rounds = 0;
  const cpu = process.cpuUsage();
  const wall = process.hrtime.bigint();
  let spent = 0;
  do {
    for (const text of texts) sink.last = read(text);
    rounds++;
    if (rounds % 8 === 0 || milliseconds < 50) spent = microseconds(process.cpuUsage(cpu));
  } while (spent < milliseconds * 1000);
  return {
    cpu: (microseconds(process.cpuUsage(cpu)) * 1000) / rounds,
    wall: Number(process.hrtime.bigint() - wall) / rounds,
  };
}

/** The same for libxlutil, in a process of its own that loops inside. */
export function turnOfLibxlutil(program, files, milliseconds) {
  const run = spawnSync(program, [String(milliseconds), ...files], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`libxlutil refuses one of the texts: ${run.stderr}`);
  const { rounds, cpu, wall } = JSON.parse(run.stdout);
  return { cpu: cpu / rounds, wall: wall / rounds };
}

/** The turn with the middle processor time. */
export function median(turns) {
  return turns.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(turns.length / 2)];
}

function microseconds({ user, system }) {
  return user + system;
}
