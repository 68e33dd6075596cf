import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Work, WorkName } from './works';

/** A thread's young generation, in MiB: what a file is read into is short-lived, and each collection costs the same. */
const YOUNG = 48;

/** What a thread is told apart from the main one by. */
export const THREAD_NAME = 'xencfg-thread';

/** Some tasks of one kind, as a thread is given them. */
export interface Batch {
  readonly name: WorkName;
  readonly tasks: readonly unknown[];
}

/** Does tasks in their order, in this thread or in several: what comes out is the same. */
export async function* doAll<Task, Done>(
  name: WorkName,
  work: Work<Task, Done>,
  tasks: readonly Task[],
  jobs: number,
): AsyncIterable<Done> {
  if (jobs < 2 || tasks.length < work.worthThreads) {
    for (const task of tasks) yield await work.run(task);
    return;
  }
  const pool = new Pool(name, work, tasks, jobs - 1);
  try {
    for (let i = 0; i * work.batch < tasks.length; i++) yield* await pool.batch(i);
  } finally {
    await pool.end();
  }
}

/** One thread, and what it was given last. */
interface Thread {
  readonly worker: Worker;
  given: number[];
}

/**
 * Threads that work on batches ahead of the one that is wanted, but never so far that results pile up. The main thread
 * works along with them.
 */
class Pool<Task, Done> {
  readonly #threads = new Set<Thread>();
  readonly #done = new Map<number, readonly Done[]>();
  readonly #ahead: number;
  #next = 0;
  #wanted = 0;
  #wake: () => void = () => {};

  /** @param threads how many beside the main one */
  constructor(
    private readonly name: WorkName,
    private readonly work: Work<Task, Done>,
    private readonly tasks: readonly Task[],
    threads: number,
  ) {
    this.#ahead = (threads + 1) * 8;
    for (let i = 0; i < Math.min(threads, Math.ceil(tasks.length / work.batch)); i++) this.#start();
  }

  /** The results of a batch; to be asked for in order. */
  async batch(index: number): Promise<readonly Done[]> {
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
        this.#done.set(own, await doBatch(this.work, this.#batchOf(own)));
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
    worker.on('message', (results: readonly Done[]) => {
      this.#done.set(thread.given.shift()!, results);
      this.#give(thread);
      this.#wake();
    });
    worker.on('error', (error) => this.#replace(thread, error));
    this.#give(thread);
  }

  /** True when there is a batch that nobody has, not too far ahead. */
  #isFree(): boolean {
    return this.#next * this.work.batch < this.tasks.length && this.#next < this.#wanted + this.#ahead;
  }

  /** Two batches at most lie before a thread, so that it never waits. */
  #give({ worker, given }: Thread): void {
    while (given.length < 2 && this.#isFree()) {
      const index = this.#next++;
      given.push(index);
      worker.postMessage({ name: this.name, tasks: this.#batchOf(index) } satisfies Batch);
    }
  }

  #batchOf(index: number): readonly Task[] {
    return this.tasks.slice(index * this.work.batch, (index + 1) * this.work.batch);
  }

  /** A thread that broke takes the files that it held along; another one goes on with the rest. */
  #replace(thread: Thread, error: Error): void {
    if (!this.#threads.delete(thread)) return;
    for (const index of thread.given) {
      this.#done.set(
        index,
        this.#batchOf(index).map((task) => this.work.broken(task, error.message)),
      );
    }
    if (this.#next * this.work.batch < this.tasks.length) this.#start();
    this.#wake();
  }
}

/** Does some tasks in their order. */
export async function doBatch<Task, Done>(work: Work<Task, Done>, tasks: readonly Task[]): Promise<Done[]> {
  const done: Done[] = [];
  for (const task of tasks) done.push(await work.run(task));
  return done;
}
