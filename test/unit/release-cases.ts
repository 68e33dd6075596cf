import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildDomain, domainJson } from '../../server/src/model';
import { readSettings } from '../../server/src/syntax/reading';
import { parseRelease, type Release } from '../../server/src/syntax/release';

/** What xl of a release without a real program here makes of a file, after the source of its stable branch. */
export interface ReleaseCase {
  readonly release: Release;
  /** What changed between two releases; `before: ` stands before it where the case shows how it was. */
  readonly about: string;
  /** The two releases between which it changed. */
  readonly border: readonly [last: Release, first: Release];
  readonly text: string;
  readonly verdict: 'accepted' | 'refused';
  readonly messages: readonly string[];
  /** Fields of the domain by their path, null for one that is not there. */
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Row extends Omit<ReleaseCase, 'release' | 'border' | 'text' | 'fields'> {
  readonly border: string;
  readonly text: readonly string[];
  readonly fields?: ReleaseCase['fields'];
}

/** The cases in a folder: one file for each release, named after it. */
export function readReleaseCases(folder: string): ReleaseCase[] {
  return readdirSync(folder).flatMap((name) => {
    const release = parseRelease(path.basename(name, '.json'))!;
    const rows = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Row[];
    return rows.map((row): ReleaseCase => {
      const [last, first] = row.border.split('/').map((word) => parseRelease(word)!) as [Release, Release];
      return { fields: {}, ...row, release, border: [last, first], text: `${row.text.join('\n')}\n` };
    });
  });
}

/** Verdict, messages and domain of a text in a release. */
export function outcomeIn(text: string, release: Release) {
  const { verdict, messages, domain } = buildDomain(readSettings(text, { release, source: 'cfg' }), {
    release,
    source: 'cfg',
    uuid: 'deadbeef-0000-4000-8000-000000000001',
  });
  const json: unknown = domain ? JSON.parse(domainJson(domain)) : undefined;
  return { verdict, messages: messages.map((message) => message.text), domain: json };
}

/** The field at a path such as `b_info/type.hvm/bios`; null when there is none. */
export function fieldAt(domain: unknown, place: string): unknown {
  let found: unknown = domain;
  for (const name of place.split('/')) found = (found as Record<string, unknown> | undefined)?.[name];
  return found ?? null;
}
