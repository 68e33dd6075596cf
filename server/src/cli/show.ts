import { buildDomain, completeDomain, domainJson, type Message } from '../model';
import { encode } from '../syntax/file-bytes';
import { type Reading, readSettings } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { readInput } from './files';
import { hostOption, releaseOption } from './options';
import { UsageError } from './usage';
import { readWords } from './words';

/**
 * `xencfg show`: prints what a file comes to, as JSON: the settings that libxlutil reads, or the domain that xl builds,
 * with `--defaults` as libxl completes it.
 */
export async function show(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords('show', words);
  if (values.as !== 'settings' && values.as !== 'domain') {
    throw new UsageError('show: --as settings or --as domain is wanted');
  }
  if (values.defaults && values.as !== 'domain') throw new UsageError('--defaults goes with --as domain');
  if (positionals.length !== 1) throw new UsageError('show: name one file');
  const path = positionals[0]!;
  const release = releaseOption(values.xen);
  const reading = readSettings(textOf(path), { release, source: path });
  if (values.as === 'settings') {
    const { ok, messages, settings } = reading;
    process.stdout.write(`${JSON.stringify({ ok, messages, settings })}\n`);
    return ok ? 0 : 1;
  }
  return showDomain(reading, { ...values, release, path });
}

interface DomainWords {
  readonly release: Release;
  readonly path: string;
  readonly uuid?: string | undefined;
  readonly host?: string | undefined;
  readonly 'xl-conf'?: string | undefined;
  readonly defaults: boolean;
}

/** Prints the domain; 1 when xl, or libxl, makes none. */
function showDomain(reading: Reading, { release, path, uuid, defaults, ...words }: DomainWords): number {
  if (uuid !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) {
    throw new UsageError(`--uuid ${uuid}: not a UUID`);
  }
  const host = hostOption(words.host);
  const conf = words['xl-conf'];
  const surroundings = { ...(host && { host }), ...(uuid !== undefined && { uuid }) };
  const xlConf = conf === undefined ? {} : { xlConf: readConf(conf) };
  const built = buildDomain(reading, { release, source: path, ...surroundings, ...xlConf });
  print(built.messages);
  const completed = built.domain && defaults ? completeDomain(built.domain, surroundings) : undefined;
  if (completed) print(completed.messages);
  const { domain } = completed ?? built;
  if (!domain) return 1;
  process.stdout.write(encode(domainJson(domain)));
  return 0;
}

/** What xl and libxl say, on standard error. */
function print(messages: readonly Message[]): void {
  for (const { text, unterminated } of messages) {
    if (text !== '') process.stderr.write(encode(unterminated ? text : `${text}\n`));
  }
}

function readConf(path: string): Reading {
  return readSettings(textOf(path), { source: path });
}

function textOf(path: string): string {
  const { text, error } = readInput(path);
  if (text === undefined) throw new UsageError(`${path}: ${error}`);
  return text;
}
