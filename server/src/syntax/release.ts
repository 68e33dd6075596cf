/** A Xen release as two numbers in one: 4.13 is 413, so that releases compare as numbers. */
export type Release = number;

export const OLDEST_RELEASE: Release = 401;
export const NEWEST_RELEASE: Release = 422;

/** Every release that Xencfg knows, oldest first: 4.1 to 4.22. */
export const RELEASES: readonly Release[] = Array.from(
  { length: NEWEST_RELEASE - OLDEST_RELEASE + 1 },
  (_, i) => OLDEST_RELEASE + i,
);

/** Reads `4.17`; undefined when it is no release that Xencfg knows. */
export function parseRelease(text: string): Release | undefined {
  const match = /^4\.(\d{1,2})$/.exec(text.trim());
  if (!match) return undefined;
  const release = 400 + Number(match[1]);
  return release >= OLDEST_RELEASE && release <= NEWEST_RELEASE ? release : undefined;
}

/** Writes a release as people do: 417 gives `4.17`. */
export function releaseName(release: Release): string {
  return `${Math.floor(release / 100)}.${release % 100}`;
}
