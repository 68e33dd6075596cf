// Clocks of another process. The machine may be busy: beside the time by the clock stands the processor's, which the
// kernel counts for every thread in nanoseconds (Linux; elsewhere there is none).
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor time that a process has taken, all threads together; NaN where nobody counts it. */
export function processorTime(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((id) => Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]));
    return spent.reduce((sum, time) => sum + time, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Megabytes of memory that a process has to itself and shares; NaN where nobody counts it. */
export function residentMegabytes(pid) {
  try {
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Runs `work` for a process: milliseconds by the clock, and of its processor time. */
export async function timed(pid, work) {
  const before = processorTime(pid);
  const start = process.hrtime.bigint();
  const result = await work();
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  return { wall, cpu: processorTime(pid) - before, result };
}

/** The value below which that share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
