/** A machine of so many CPUs and NUMA nodes. */
export type Machine = readonly [cpus: number, nodes: number];

/** What one run of xl is asked about. Texts are byte strings. */
export interface Question {
  readonly text: string;
  readonly machine: Machine;
  /** The text of xl.conf. */
  readonly conf: string;
}

/** The machines of the suite. */
export const MACHINES: readonly Machine[] = [
  [16, 2],
  [1, 1],
  [8, 2],
  [256, 9],
];

/** A question about a text on the usual machine, without an xl.conf. */
export function ask(text: string, machine: Machine = MACHINES[0]!, conf = ''): Question {
  return { text, machine, conf };
}

/** The question as xl-dry takes it: see oracle/xldry.c. */
export function questionFrame({ text, machine, conf }: Question): string {
  return `${text.length} ${machine[0]} ${machine[1]} ${conf.length}\n${conf}${text}`;
}

/** A string literal of libxlutil. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
