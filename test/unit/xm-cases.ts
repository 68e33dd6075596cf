import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnalyseOptions } from '../../server/src/service';
import { NEWEST_RELEASE, parseRelease } from '../../server/src/syntax/release';

/** The folder of the cases: an xm text for every row of the tables about xm. */
export const CASES = 'test/fixtures/xm-rows';

/** An xm text, what is found in it, and what a conversion makes of it. */
export interface XmCase {
  /** For messages: the file and the line where it begins. */
  readonly label: string;
  /** The rows that it is about: `restart`, `--paused`, `disk/w!`, `language disk`, `python None`. */
  readonly rows: readonly string[];
  readonly text: string;
  readonly options: AnalyseOptions;
  readonly unsafe: boolean;
  /** Codes of the findings, each with the kind of the fix that a conversion would take, in the order of the text. */
  readonly findings: readonly string[];
  /** Codes of what is left to decide. */
  readonly left: readonly string[];
  readonly after: string;
  /** Values in the domain that xl builds of the converted text, by their path: what xm's values stand for. */
  readonly domain: ReadonlyMap<string, string>;
}

/**
 * Every case. Each begins with `=== ROW | ROW @ option`, then come the xm text, `--- findings`, the converted text, and
 * `>>> path value` lines. Options: `xen=R`, `unsafe`, `keep`, `file=NAME`, `crlf` and `eof` (no newline at the end).
 */
export function readXmCases(): XmCase[] {
  const files = readdirSync(CASES).filter((name) => name.endsWith('.cases'));
  return files.sort().flatMap((name) => readFileOfCases(path.join(CASES, name)));
}

function readFileOfCases(file: string): XmCase[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('=== ') ? [index] : []));
  return starts.map((start, index) => {
    const body = lines.slice(start + 1, starts[index + 1] ?? lines.length - 1);
    return readCase(`${path.basename(file)}:${start + 1}`, lines[start]!.slice(4), body);
  });
}

function readCase(label: string, head: string, body: readonly string[]): XmCase {
  const [rows, words = ''] = head.split(' @ ') as [string, string?];
  const flags = new Set(words.split(' '));
  const value = (name: string) => [...flags].find((flag) => flag.startsWith(`${name}=`))?.slice(name.length + 1);
  const middle = body.findIndex((line) => line.startsWith('---'));
  const [found = '', left = ''] = body[middle]?.slice(3).split(' left ') ?? [];
  const behind = body.slice(middle + 1);
  const joined = (part: readonly string[]) => part.map((line) => `${line}\n`).join('');
  const given = joined(middle < 0 ? body : body.slice(0, middle));
  const lineEnds = flags.has('crlf') ? given.replaceAll('\n', '\r\n') : given;
  const checks = behind.filter((line) => line.startsWith('>>> ')).map((line) => line.slice(4).split(/ (.*)/s));
  return {
    label,
    rows: rows.split(' | '),
    text: flags.has('eof') ? lineEnds.trimEnd() : lineEnds,
    options: {
      release: parseRelease(value('xen') ?? '') ?? NEWEST_RELEASE,
      fileName: value('file') ?? 'guest',
      keepXmDefaults: flags.has('keep'),
    },
    unsafe: flags.has('unsafe'),
    findings: namesIn(found),
    left: namesIn(left),
    after: joined(behind.filter((line) => !line.startsWith('>>> '))),
    domain: new Map(checks.map(([place, text]) => [place!, text ?? ''])),
  };
}

function namesIn(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** The value at a path such as `b_info/sched_params/cap` or `disks/0/vdev`, as JSON; undefined where there is none. */
export function valueAt(domain: unknown, place: string): string | undefined {
  let value = domain;
  for (const name of place.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value === undefined ? undefined : JSON.stringify(value);
}
