import { once } from '../syntax/once';
import { readTexts } from './data';

/** A text of a row; in a build the number of one, so that nobody reads the texts before somebody wants to see one. */
export type Prose = string | number;

const texts = once(readTexts);

/** The text itself. */
export function textOf(prose: Prose): string;
export function textOf(prose: Prose | undefined): string | undefined;
export function textOf(prose: Prose | undefined): string | undefined {
  return typeof prose === 'number' ? texts()[prose] : prose;
}
