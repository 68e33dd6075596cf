/**
 * The smallest input found that is still `bad`, by taking lines, then ever smaller runs of characters away. `bad` judges
 * many candidates at once. Stops after `rounds` calls of `bad`.
 */
export function shrink(input: string, bad: (candidates: readonly string[]) => boolean[], rounds = 200): string {
  let best = input;
  let left = rounds;
  let size = Math.ceil(best.length / 2);
  while (left > 0 && best.length > 0) {
    left--;
    const candidates = new Set<string>();
    for (let at = 0; at < best.length; at += Math.max(1, size >> 1)) {
      candidates.add(best.slice(0, at) + best.slice(at + size));
    }
    if (size > 1) for (const line of withoutEachLine(best)) candidates.add(line);
    const smaller = [...candidates].filter((candidate) => candidate.length < best.length).slice(0, 2000);
    const verdicts = bad(smaller);
    const found = smaller.filter((_, index) => verdicts[index]);
    const next = found.sort((a, b) => a.length - b.length)[0];
    if (next !== undefined) best = next;
    else if (size > 1) size = size >> 1;
    else break;
    size = Math.max(1, Math.min(size, Math.ceil(best.length / 2)));
  }
  return best;
}

function withoutEachLine(text: string): string[] {
  const lines = text.split('\n');
  if (lines.length > 500) return [];
  return lines.map((_, skipped) => lines.filter((_line, index) => index !== skipped).join('\n'));
}
