import { type ConvertTask, convertFile, type Outcome, unread } from './convert-file';
import { failure } from './file-report';
import { judge, type Task } from './judge';
import { type Packed, pack } from './packed';

/** What threads do: tasks and what comes of them are plain data. */
export interface Work<Task, Done> {
  /** Fewer tasks than this are done before another thread would have warmed up. */
  readonly worthThreads: number;
  /** So many tasks go to a thread at once. */
  readonly batch: number;
  /** Never rejects. */
  run(task: Task): Promise<Done>;
  /** What came of a task whose thread broke. */
  broken(task: Task, why: string): Done;
}

export const JUDGING: Work<Task, Packed> = {
  worthThreads: 1000,
  batch: 32,
  run: async (task) => pack(await judge(task)),
  broken: ({ place }, why) => pack({ report: failure(place.path, `not checked: ${why}`) }),
};

export const CONVERTING: Work<ConvertTask, Outcome> = {
  worthThreads: 64,
  batch: 8,
  run: convertFile,
  broken: (_, why) => unread(`not converted: ${why}`),
};

/** The kinds of work, by the name that a thread is given. */
export const WORKS = { judging: JUDGING, converting: CONVERTING } as const;

export type WorkName = keyof typeof WORKS;
