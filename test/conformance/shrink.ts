/** As many characters are tried in one call of `bad`, and in all calls together. */
const ROUND = 4_000_000;
const TOTAL = 60_000_000;

/**
 * The smallest input found that is still `bad`, by taking lines, then ever smaller runs of characters away. `bad` judges
 * many candidates at once. Stops after `rounds` calls of `bad`, of long inputs sooner.
 */
export function shrink(input: string, bad: (candidates: readonly string[]) => boolean[], rounds = 200): string {
  let best = input;
  let size = Math.ceil(best.length / 2);
  let tried = 0;
  for (let round = 0; round < rounds && tried < TOTAL && best.length > 0; round++) {
    const candidates = smaller(best, size);
    tried += candidates.length * best.length;
    const verdicts = bad(candidates);
    const found = candidates.filter((_, index) => verdicts[index]).sort((a, b) => a.length - b.length)[0];
    if (found !== undefined) best = found;
    else if (size > 1) size >>= 1;
    else break;
    size = Math.max(1, Math.min(size, Math.ceil(best.length / 2)));
  }
  return best;
}

/** The text without each run of `size` characters, and without each line. */
function smaller(text: string, size: number): string[] {
  const limit = Math.max(8, Math.ceil(ROUND / text.length));
  const found = new Set<string>();
  const step = Math.max(1, size >> 1, Math.ceil(text.length / limit));
  for (let at = 0; at < text.length; at += step) found.add(text.slice(0, at) + text.slice(at + size));
  const lines = text.split('\n');
  if (size > 1 && lines.length < limit) {
    for (let skipped = 0; skipped < lines.length; skipped++) {
      found.add(lines.filter((_, index) => index !== skipped).join('\n'));
    }
  }
  found.delete(text);
  return [...found];
}
