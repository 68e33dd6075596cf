/** One form for each method of a list of names. */
export function methods(names: string, before: string, after: string): string[] {
  return names.split(' ').map((name) => before + name + after);
}
