import type { GuestRecord } from '../rules/across';
import type { AcrossFinding } from '../workspace/across';

/** A file that has findings: a guest's, or one of the host's. */
export interface KnownFile {
  readonly uri: string;
  readonly isOpen: boolean;
  /** Another one when the text or the settings have changed. */
  readonly version: string;
  /** What shows across files about one that is not open. */
  readonly findings: () => readonly AcrossFinding[];
}

/** A guest's file, and what the index keeps of it. */
export interface KnownGuest extends KnownFile {
  /** The file as people are told of it. */
  readonly shown: string;
  readonly record: GuestRecord;
}

/** Findings as one text, without what is made up for their fixes. */
export function withoutFixes(findings: readonly AcrossFinding[]): string {
  return JSON.stringify(findings.map(({ fixes, ...rest }) => rest));
}
