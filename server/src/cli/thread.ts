import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { type Batch, doBatch, THREAD_NAME } from './pool';
import { WORKS, type Work } from './works';

/** True in a thread that `Pool` started: what the command line says is then not for it. */
export function isWorkingThread(): boolean {
  return !isMainThread && workerData === THREAD_NAME;
}

/** Does every batch that the main thread sends, one after the other. */
export function serveBatches(): void {
  let turn = Promise.resolve();
  parentPort!.on('message', ({ name, tasks }: Batch) => {
    const work = WORKS[name] as Work<unknown, unknown>;
    turn = turn.then(async () => parentPort!.postMessage(await doBatch(work, tasks)));
  });
}
