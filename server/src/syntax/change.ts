/** The one stretch in which two texts differ: from `start` on, up to `oldEnd` in the first and `newEnd` in the second. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Characters that are compared at once. */
const STRIDE = 4096;

/** Where the texts begin and end to differ: as short a stretch as there is. Equal texts differ nowhere, at their end. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (
    start + STRIDE <= shorter &&
    before.substring(start, start + STRIDE) === after.substring(start, start + STRIDE)
  )
    start += STRIDE;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (
    Math.min(oldEnd, newEnd) - STRIDE >= start &&
    before.substring(oldEnd - STRIDE, oldEnd) === after.substring(newEnd - STRIDE, newEnd)
  ) {
    oldEnd -= STRIDE;
    newEnd -= STRIDE;
  }
  while (oldEnd > start && newEnd > start && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
