import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildDomain, completeDomain, domainJson } from '../../server/src/model';
import { DEFAULT_HOST } from '../../server/src/model/host';
import type { Architecture } from '../../server/src/schema';
import { readSettings } from '../../server/src/syntax/reading';
import { parseRelease, type Release } from '../../server/src/syntax/release';

/** What libxl of a release without a real program here makes of a file, after the source of its stable branch. */
export interface DefaultsCase {
  readonly release: Release;
  /** What changed between two releases; `before: ` stands before it where the case shows how it was. */
  readonly about: string;
  /** The two releases between which it changed. */
  readonly border: readonly [last: Release, first: Release];
  readonly arch?: Architecture;
  readonly text: string;
  readonly messages: readonly string[];
  /** Fields of the completed domain by their path, null for one that is not there; absent: libxl gives the guest up. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

interface Row extends Omit<DefaultsCase, 'release' | 'border' | 'text'> {
  readonly border: string;
  readonly text: readonly string[];
}

/** The cases in a folder: one file for each release, named after it. */
export function readDefaultsCases(folder: string): DefaultsCase[] {
  return readdirSync(folder).flatMap((name) => {
    const release = parseRelease(path.basename(name, '.json'))!;
    const rows = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Row[];
    return rows.map((row): DefaultsCase => {
      const [last, first] = row.border.split('/').map((word) => parseRelease(word)!) as [Release, Release];
      return { ...row, release, border: [last, first], text: `${row.text.join('\n')}\n` };
    });
  });
}

/** What libxl of a release prints about a text that xl accepts, and the domain as libxl completes it. */
export function completionIn({ text, arch = 'x86' }: Pick<DefaultsCase, 'text' | 'arch'>, release: Release) {
  const host = { ...DEFAULT_HOST, arch };
  const { domain } = buildDomain(readSettings(text, { release, source: 'cfg' }), { release, source: 'cfg', host });
  if (!domain) return { messages: [], domain: undefined };
  const completed = completeDomain(domain, { host });
  const json: unknown = completed.domain ? JSON.parse(domainJson(completed.domain)) : undefined;
  return { messages: completed.messages.map((message) => message.text), domain: json };
}
