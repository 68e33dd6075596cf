import type { Edit } from '../syntax/span';

/** Beyond this many differing lines the middle of a text is replaced as one block. */
const MOST_STEPS = 2000;

/**
 * Edits that turn `before` into `after`, whole lines each, as few as a line diff needs (Myers). They never overlap and
 * stand in order.
 */
export function lineEdits(before: string, after: string): Edit[] {
  if (before === after) return [];
  const a = splitLines(before);
  const b = splitLines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const kept = commonLines(a.slice(head, a.length - tail), b.slice(head, b.length - tail));

  const starts = offsets(a);
  const edits: Edit[] = [];
  let atA = head;
  let atB = head;
  const flush = (toA: number, toB: number) => {
    if (toA > atA || toB > atB) {
      edits.push({ span: { start: starts[atA]!, end: starts[toA]! }, newText: b.slice(atB, toB).join('') });
    }
  };
  for (const [i, j] of kept) {
    flush(head + i, head + j);
    atA = head + i + 1;
    atB = head + j + 1;
  }
  flush(a.length - tail, b.length - tail);
  return edits;
}

/** The lines of a text, each with its newline. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function offsets(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length);
  return starts;
}

/** Index pairs of a longest common subsequence; empty when the two differ in too many lines. */
function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  const most = Math.min(a.length + b.length, MOST_STEPS);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[offset + k - 1]! < reach[offset + k + 1]!);
      let x = down ? reach[offset + k + 1]! : reach[offset + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[offset + k] = x;
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length);
    }
  }
  return [];
}

function backtrack(trace: readonly Int32Array[], endA: number, endB: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = endA;
  let y = endB;
  const diagonal = (toX: number) => {
    while (x > toX) pairs.push([--x, --y]);
  };
  for (let d = trace.length - 1; d > 0; d--) {
    const reach = (k: number) => trace[d]![k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && reach(k - 1) < reach(k + 1));
    const before = down ? reach(k + 1) : reach(k - 1);
    diagonal(down ? before : before + 1);
    x = before;
    y = before - (down ? k + 1 : k - 1);
  }
  diagonal(0);
  return pairs.reverse();
}
