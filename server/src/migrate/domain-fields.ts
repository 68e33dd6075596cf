import { type Domain, domainJson } from '../model';

/**
 * The fields of a domain that somebody set, by their path in libxl's JSON (`b_info.type.hvm.boot`, `disks[0].vdev`),
 * in its order. Texts stand as they are, numbers in digits; libxl's three-state flags are `True` and `False`.
 */
export function domainFields(domain: Domain): Map<string, string> {
  const fields = new Map<string, string>();
  collect(JSON.parse(exactNumbers(domainJson(domain))), '', fields);
  return fields;
}

/** Long numbers as texts: JSON.parse would round them. */
function exactNumbers(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}/g, (part) => (part.startsWith('"') ? part : `"${part}"`));
}

function collect(value: unknown, path: string, fields: Map<string, string>): void {
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object');
    if (plain && value.length > 0) fields.set(path, ranges(value));
    else for (const [i, item] of value.entries()) collect(item, `${path}[${i}]`, fields);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) collect(item, path === '' ? name : `${path}.${name}`, fields);
  } else {
    fields.set(path, String(value));
  }
}

/** Plain items in one text; numbers that follow one another as a range. */
function ranges(items: readonly unknown[]): string {
  const parts: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const first = i;
    while (typeof items[i] === 'number' && items[i + 1] === (items[i] as number) + 1) i++;
    parts.push(i - first > 1 ? `${items[first]}-${items[i]}` : items.slice(first, i + 1).join(', '));
  }
  return parts.join(', ');
}
