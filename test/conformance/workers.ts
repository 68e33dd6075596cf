import { fork } from 'node:child_process';

/**
 * Starts this program `number` times, as `--worker 0` and on, and gives what they sent, in the order in which it came.
 * Rejects when one of them fails; one that ends without its messages leaves the program to end with them unmet, which node
 * makes an error of.
 * @param each how many messages each of them sends
 */
export async function runWorkers<T>(number: number, each: number): Promise<T[]> {
  const messages: T[] = [];
  const started = Array.from({ length: number }, (_, worker) => {
    const child = fork(process.argv[1]!, [...process.argv.slice(2), '--worker', String(worker)]);
    let missing = each;
    // A process may be seen to end before what it sent is seen to come.
    return new Promise<void>((done, failed) => {
      child.on('message', (message: T) => {
        messages.push(message);
        if (--missing === 0) done();
      });
      child.on('exit', (code, signal) => {
        if (code !== 0) failed(new Error(`a process ended: ${signal ?? code}`));
      });
    });
  });
  await Promise.all(started);
  return messages;
}

/** Sends a message to the program that started this one; gives its promise once all of it is on its way. */
export function send(message: object): Promise<void> {
  return new Promise((done, failed) => {
    process.send!(message, (error: Error | null) => (error ? failed(error) : done()));
  });
}
