import type { Python } from '../python/index';
import type { GuestRecord } from '../rules/across';
import { readFirst } from '../rules/inspect';
import { needsPython, withForeign } from '../service/analysis';
import { readRecord } from '../workspace/record';
import { placeOf } from './documents';
import type { RealPaths } from './real-paths';
import type { Settings } from './settings';

/** The last part of a URI's path, as people write it. */
export function baseName(uri: string): string {
  return placeOf(uri).fileName;
}

/** What other files have to know of the guest of a file that is not open. */
export async function readGuest(
  text: string,
  uri: string,
  settings: Settings,
  python: () => Promise<Python | undefined>,
  paths: RealPaths,
): Promise<GuestRecord> {
  const reading = readFirst(text, { release: settings.xenRelease });
  const parser = needsPython(text, reading) ? await python() : undefined;
  const options = withForeign(text, {
    release: settings.xenRelease,
    assume: new Map(Object.entries(settings.assume)),
    ...placeOf(uri),
    ...(parser && { python: parser }),
  });
  const record = readRecord(text, { ...options, canonical: paths.known }, reading);
  return (await paths.lookUp()) ? readRecord(text, { ...options, canonical: paths.known }, reading) : record;
}
