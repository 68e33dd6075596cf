import type { GuestRecord } from '../rules/across';
import { ownCopy } from '../syntax/own-copy';
import { claimSums } from '../workspace/contested';
import type { FileReport } from './file-report';
import type { Judged, Task } from './judge';

/**
 * What came of a task as texts, which cost little to hand from thread to thread, and to hold until it is known what shows
 * only across files.
 */
export interface Packed extends Pick<Judged, 'skipped' | 'text'> {
  readonly report?: string;
  readonly patch?: string;
  readonly guest?: PackedGuest;
}

/** What other files have to know of one, whoever they are; those that claim something of the same look closer. */
export interface PackedGuest extends Pick<GuestRecord, 'name' | 'content'> {
  readonly memory: number | undefined;
  readonly vcpus: number | undefined;
  /** True where another domain provides a device. */
  readonly isServed: boolean;
  /** For `Contested`. */
  readonly sums: readonly number[];
}

/** Packs what came of a task. */
export function pack({ report, record, ...rest }: Judged): Packed {
  if (!report) return rest;
  const { path: _, patch, ...said } = report;
  return {
    ...rest,
    report: JSON.stringify(said),
    ...(patch !== undefined && { patch }),
    ...(record && { guest: packGuest(record) }),
  };
}

function packGuest({ name, content, memory, vcpus, backends, claims }: GuestRecord): PackedGuest {
  return {
    ...(name !== undefined && { name: ownCopy(name) }),
    content,
    memory: memory?.number,
    vcpus: vcpus?.number,
    isServed: backends.length > 0,
    sums: claims.flatMap(claimSums),
  };
}

/** The report as it was packed; undefined for a file that is none of a guest's. */
export function unpackReport({ report }: Pick<Packed, 'report'>, { place }: Task): FileReport | undefined {
  return !report ? undefined : { path: place.called ?? place.path, ...JSON.parse(report) };
}

/** A guest as far as it matters to those that claim nothing of what it claims. */
export function outline({ name, content, memory, vcpus }: Omit<PackedGuest, 'sums'>): GuestRecord {
  return {
    ...(name !== undefined && { name }),
    content,
    claims: [],
    backends: [],
    ...(memory !== undefined && { memory: { number: memory, place: NOWHERE } }),
    ...(vcpus !== undefined && { vcpus: { number: vcpus, place: NOWHERE } }),
    quiet: [],
  };
}

const START = { line: 0, character: 0 };
const NOWHERE = { start: 0, end: 0, from: START, to: START };
