interface Place {
  path: string;
  readonly words: string;
}

/** Where two plain values (strings, numbers, booleans, null, arrays, objects of these) differ first; undefined if nowhere. */
export function differs(real: unknown, ours: unknown, name: string): string | undefined {
  const place = firstDifference(real, ours);
  return place && `${name}${place.path}: ${place.words}`;
}

function firstDifference(real: unknown, ours: unknown): Place | undefined {
  if (real === ours) return undefined;
  if (Array.isArray(real) && Array.isArray(ours)) {
    for (let i = 0; i < real.length && i < ours.length; i++) {
      const found = firstDifference(real[i], ours[i]);
      if (found) return within(found, `[${i}]`);
    }
    if (real.length === ours.length) return undefined;
    const [longer, words] = real.length > ours.length ? [real, 'ours lacks'] : [ours, 'only ours has'];
    return { path: '', words: `${words} ${show(longer[Math.min(real.length, ours.length)])}` };
  }
  if (isRecord(real) && isRecord(ours)) {
    for (const key in real) {
      const found = firstDifference(real[key], ours[key]);
      if (found) return within(found, `.${key}`);
    }
    return undefined;
  }
  return { path: '', words: `real ${show(real)}, ours ${show(ours)}` };
}

function within(place: Place, step: string): Place {
  place.path = step + place.path;
  return place;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
