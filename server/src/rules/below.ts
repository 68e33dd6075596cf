import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { numberOf } from './numbers';

/** The two settings, when both are numbers that xl reads and the first is smaller than the second. */
export function below(
  file: FileContext,
  least: string,
  most: string,
): { setting: Setting; numbers: [bigint, bigint] } | undefined {
  const setting = file.last(most);
  const numbers = [most, least].map((name) => numberOf(file.scalar(name) ?? ''));
  const [upper, lower] = numbers;
  if (!setting || setting.value.kind === 'list' || upper === undefined || lower === undefined || upper >= lower)
    return undefined;
  return { setting, numbers: [upper, lower] };
}
