/** Where two plain values (strings, numbers, booleans, null, arrays, objects of these) differ first; undefined if nowhere. */
export function differs(real: unknown, ours: unknown, at: string): string | undefined {
  if (real === ours) return undefined;
  if (Array.isArray(real) && Array.isArray(ours)) {
    for (let i = 0; i < real.length && i < ours.length; i++) {
      const found = differs(real[i], ours[i], at);
      if (found) return found.startsWith(`${at}:`) ? found.replace(`${at}:`, `${at}[${i}]:`) : found;
    }
    if (real.length === ours.length) return undefined;
    const extra = real.length > ours.length ? 'ours lacks' : 'only ours has';
    const longer = real.length > ours.length ? real : ours;
    return `${at}: ${extra} ${show(longer[Math.min(real.length, ours.length)])}`;
  }
  if (isRecord(real) && isRecord(ours)) {
    for (const key of Object.keys(real)) {
      const found = differs(real[key], ours[key], `${at}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  return `${at}: real ${show(real)}, ours ${show(ours)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
