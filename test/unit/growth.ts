/** The least processor time of a few runs, in microseconds: what others do on the machine adds to it, nothing takes away. */
function cost(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return least;
}

/**
 * How many times as much a run of `times` times the size costs as one of the size. A cost that grows with the size gives
 * about `times`, its square `times * times`. The small run is done `times` times and what it gives is kept, as the large
 * run keeps its own: otherwise the collector would move results of one run only.
 */
export function growth(run: (size: number) => unknown, size: number, times: number): number {
  const small = () => Array.from({ length: times }, () => run(size));
  small();
  return (times * cost(() => run(size * times))) / cost(small);
}
