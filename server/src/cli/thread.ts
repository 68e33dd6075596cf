import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Task } from './judge';
import { judgeBatch, THREAD_NAME } from './pool';

/** True in a thread that `Pool` started: what the command line says is then not for it. */
export function isJudgingThread(): boolean {
  return !isMainThread && workerData === THREAD_NAME;
}

/** Judges every batch that the main thread sends, one after the other. */
export function serveBatches(): void {
  let turn = Promise.resolve();
  parentPort!.on('message', (tasks: readonly Task[]) => {
    turn = turn.then(async () => parentPort!.postMessage(await judgeBatch(tasks)));
  });
}
