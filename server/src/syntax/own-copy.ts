/** The same text for itself: a part that was cut out of a file keeps the whole file in memory with V8. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
