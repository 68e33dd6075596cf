import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { failure } from './file-report';
import { judge, type Task } from './judge';
import { type Packed, pack } from './packed';

/** Fewer files than this are judged before other threads would have warmed up. */
const WORTH_THREADS = 250;

/** So many files go to a thread at once. */
const BATCH = 32;

/** A thread's young generation, in MiB: what a file is read into is short-lived, and each collection costs the same. */
const YOUNG = 48;

/** What a thread is told apart from the main one by. */
export const THREAD_NAME = 'xencfg-judge';

/** Judges files in their order, in this thread or in several: what comes out is the same. */
export async function* judgeAll(tasks: readonly Task[], jobs: number): AsyncIterable<Packed> {
  if (jobs < 2 || tasks.length < WORTH_THREADS) {
    for (const task of tasks) yield pack(await judge(task));
    return;
  }
  const pool = new Pool(tasks, jobs - 1);
  try {
    for (let i = 0; i * BATCH < tasks.length; i++) yield* await pool.batch(i);
  } finally {
    await pool.end();
  }
}

/** Judges some files in their order. */
export async function judgeBatch(tasks: readonly Task[]): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const task of tasks) packed.push(pack(await judge(task)));
  return packed;
}

/** One thread, and what it was given last. */
interface Thread {
  readonly worker: Worker;
  given: number[];
}

/**
 * Threads that judge batches ahead of the one that is wanted, but never so far that results pile up. The main thread judges
 * along with them.
 */
class Pool {
  readonly #tasks: readonly Task[];
  readonly #threads = new Set<Thread>();
  readonly #done = new Map<number, readonly Packed[]>();
  readonly #ahead: number;
  #next = 0;
  #wanted = 0;
  #wake: () => void = () => {};

  /** @param threads how many beside the main one */
  constructor(tasks: readonly Task[], threads: number) {
    this.#tasks = tasks;
    this.#ahead = (threads + 1) * 8;
    for (let i = 0; i < Math.min(threads, Math.ceil(tasks.length / BATCH)); i++) this.#start();
  }

  /** The results of a batch; to be asked for in order. */
  async batch(index: number): Promise<readonly Packed[]> {
    this.#wanted = index;
    for (const thread of this.#threads) this.#give(thread);
    for (;;) {
      const results = this.#done.get(index);
      if (results) {
        this.#done.delete(index);
        return results;
      }
      if (this.#isFree()) {
        const own = this.#next++;
        this.#done.set(own, await judgeBatch(this.#batchOf(own)));
        // what the threads have sent meanwhile
        await setImmediate();
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    const worker = new Worker(path.join(__dirname, 'xencfg.js'), {
      workerData: THREAD_NAME,
      // the code that V8 compiled for this command last time
      argv: process.argv.slice(2, 3),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    const thread: Thread = { worker, given: [] };
    this.#threads.add(thread);
    worker.on('message', (results: readonly Packed[]) => {
      this.#done.set(thread.given.shift()!, results);
      this.#give(thread);
      this.#wake();
    });
    worker.on('error', (error) => this.#replace(thread, error));
    this.#give(thread);
  }

  /** True when there is a batch that nobody has, not too far ahead. */
  #isFree(): boolean {
    return this.#next * BATCH < this.#tasks.length && this.#next < this.#wanted + this.#ahead;
  }

  /** Two batches at most lie before a thread, so that it never waits. */
  #give({ worker, given }: Thread): void {
    while (given.length < 2 && this.#isFree()) {
      const index = this.#next++;
      given.push(index);
      worker.postMessage(this.#batchOf(index));
    }
  }

  #batchOf(index: number): readonly Task[] {
    return this.#tasks.slice(index * BATCH, (index + 1) * BATCH);
  }

  /** A thread that broke takes the files that it held along; another one goes on with the rest. */
  #replace(thread: Thread, error: Error): void {
    if (!this.#threads.delete(thread)) return;
    for (const index of thread.given) {
      const results = this.#batchOf(index).map(({ place }) =>
        pack({ report: failure(place.path, `not checked: ${error.message}`) }),
      );
      this.#done.set(index, results);
    }
    if (this.#next * BATCH < this.#tasks.length) this.#start();
    this.#wake();
  }
}
