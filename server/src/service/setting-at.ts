import type { Span } from '../syntax/span';
import type { Setting, Value } from '../syntax/tree';

/** Index of the first setting that ends at an offset or behind it; the number of settings when there is none. */
export function firstSettingFrom(settings: readonly Setting[], offset: number): number {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (settings[middle]!.span.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The setting that an offset lies in or at. */
export function settingAt(settings: readonly Setting[], offset: number): Setting | undefined {
  const setting = settings[firstSettingFrom(settings, offset)];
  return setting && setting.span.start <= offset ? setting : undefined;
}

/** The settings that share a character or a border with a span. */
export function settingsWithin(settings: readonly Setting[], { start, end }: Span): readonly Setting[] {
  const first = firstSettingFrom(settings, start);
  let last = first;
  while (last < settings.length && settings[last]!.span.start <= end) last++;
  return first === 0 && last === settings.length ? settings : settings.slice(first, last);
}

/** The value that an offset lies in or at, with the lists around it, outermost first. */
export function valuesAt(value: Value, offset: number): Value[] {
  const found: Value[] = [];
  let next: Value | undefined = value;
  while (next && next.span.start <= offset && offset <= next.span.end) {
    found.push(next);
    next = next.kind === 'list' ? next.items.find(({ span }) => span.start <= offset && offset <= span.end) : undefined;
  }
  return found;
}
