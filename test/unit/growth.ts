/** The least processor time of a few runs, in microseconds: what others do on the machine adds to it, nothing takes away. */
function cost(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return least;
}

/** Below this a small run is too short to compare with, in microseconds. */
const SHORTEST = 500;

/**
 * How many times as much a run of `times` times the size costs. A cost that grows with the size gives about `times`, its
 * square `times * times`; to collect garbage may cost several times as much once the results are large.
 */
export function growth(run: (size: number) => void, size: number, times: number): number {
  for (let i = 0; i < 3; i++) run(size);
  return (
    cost(() => run(size * times)) /
    Math.max(
      cost(() => run(size)),
      SHORTEST,
    )
  );
}
