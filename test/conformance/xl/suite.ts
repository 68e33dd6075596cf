import type { Question } from './question';

/** Two questions whose texts differ in one thing alone: what the claim names. Numbers count the questions of a suite. */
export interface Pair {
  readonly claim: string;
  readonly changed: number;
  readonly plain: number;
  /** The two words in which the texts differ, which do not count as a difference where xl quotes them. */
  readonly words?: readonly [string, string];
}

/** Questions, each once, and the pairs among them. */
export class Suite {
  readonly questions: Question[] = [];
  readonly pairs: Pair[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of the question. */
  add(question: Question): number {
    const key = `${question.machine.join('/')}\n${question.conf}\n${question.text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.questions.push(question) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** `changed` and `plain` differ in what the claim names. */
  pair(claim: string, changed: number, plain: number, words?: readonly [string, string]): void {
    if (changed !== plain) this.pairs.push({ claim, changed, plain, ...(words && { words }) });
  }
}
