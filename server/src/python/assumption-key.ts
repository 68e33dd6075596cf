/** The source of an expression as the key of an assumption: without blanks, with one kind of quotes. */
export function assumptionKey(source: string): string {
  return source.replace(/\s+/g, '').replaceAll('"', "'");
}
