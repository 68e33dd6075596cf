import type { ReadFile } from './analysis';
import type { Candidate } from './candidate';
import type { Surroundings } from './surroundings';

/** A value that nobody has yet, or that others have already: what a schema cannot know. */
export class Fresh {
  readonly #file: ReadFile;
  readonly #surroundings: Surroundings;
  #mac: string | undefined;

  constructor(file: ReadFile, surroundings: Surroundings) {
    this.#file = file;
    this.#surroundings = surroundings;
  }

  /** Values of an option, or of a key, beside those that the schema knows; `others` are the list's other items. */
  candidates(type: string | undefined, name: string, others: readonly string[]): Candidate[] {
    switch (type) {
      case 'mac':
        return this.mac === undefined ? [] : [value(this.mac, "new, with Xen's prefix")];
      case 'uuid':
        return this.#surroundings.uuid === undefined ? [] : [value(this.#surroundings.uuid, 'new')];
      case 'vdev':
        return freeDevices(others).map((device, i) => ({ ...value(device, 'still free'), rank: i === 0 ? 0 : 1 }));
      default:
        return name === 'bridge' || name === 'script' ? this.#inUse(name) : [];
    }
  }

  /** A MAC address with Xen's prefix that no known guest has; undefined when there is nothing to make it of. */
  get mac(): string | undefined {
    if (this.#mac !== undefined) return this.#mac;
    const digits = this.#surroundings.uuid?.replaceAll('-', '').slice(-6);
    if (digits === undefined || !/^[0-9a-f]{6}$/i.test(digits)) return undefined;
    const taken = new Set(this.#surroundings.used?.macs);
    for (const [mac] of this.#file.text.matchAll(MAC)) taken.add(mac.toLowerCase());
    let number = Number.parseInt(digits, 16);
    for (let tries = 0; tries <= taken.size; tries++) {
      this.#mac = macOf(number);
      if (!taken.has(this.#mac)) break;
      number = (number + 1) % 0x1_00_00_00;
    }
    return this.#mac;
  }

  /** The text of a new list item with what is free in the place of examples. */
  filledIn(template: string, others: readonly string[]): string {
    let text = template;
    for (const [example, find] of EXAMPLES) {
      const found = text.includes(example) ? find(this, others) : undefined;
      if (found !== undefined) text = text.replace(example, `<${found}>`);
    }
    return text;
  }

  /** The bridge that other cards and guests use, the first one. */
  get bridge(): string | undefined {
    return this.#named('bridge')[0];
  }

  #inUse(kind: 'bridge' | 'script'): Candidate[] {
    return this.#named(kind).map((name) => value(name, 'in use'));
  }

  #named(kind: 'bridge' | 'script'): string[] {
    const { used } = this.#surroundings;
    // for a whole text at every keystroke the parsers of specs would take too long
    const own = [...this.#file.text.matchAll(IN_USE[kind])].map(([, name]) => name!);
    return [...new Set([...own, ...((kind === 'bridge' ? used?.bridges : used?.scripts) ?? [])])];
  }
}

const MAC = /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi;
const IN_USE = { bridge: /[,"'\s]bridge=([^,"'\s]+)/g, script: /[,"'\s]script=([^,"'\s]+)/g };

/** Examples in templates, and what is better in this file. */
const EXAMPLES: readonly (readonly [string, (fresh: Fresh, others: readonly string[]) => string | undefined])[] = [
  ['00:16:3e:<00>:<00>:<00>', (fresh) => fresh.mac],
  ['<xenbr0>', (fresh) => fresh.bridge],
  ['<xvda>', (_, others) => freeDevices(others)[0]],
  ['<hdc>', (_, others) => freeDevices(others, 'hd').sort((a, b) => Number(b === 'hdc') - Number(a === 'hdc'))[0]],
];

function value(label: string, detail: string): Candidate {
  return { label, kind: 'value', insert: label, detail, rank: 0 };
}

function macOf(number: number): string {
  const hex = number.toString(16).padStart(6, '0');
  return `00:16:3e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}

/** How many devices of a kind are offered, and the letters that they have. */
const OFFERED = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Emulated IDE has four drives. */
const KINDS: Readonly<Record<string, string>> = { xvd: LETTERS, hd: LETTERS.slice(0, 4), sd: LETTERS };

/** Names of devices that no other disk has, nor a partition of them; of the kind that the others have first. */
function freeDevices(others: readonly string[], only?: string): string[] {
  const taken = new Set<string>();
  for (const item of others) for (const [, device] of item.matchAll(/\b((?:xvd|hd|sd)[a-z])\d*\b/g)) taken.add(device!);
  const kind = [...taken].at(-1)?.slice(0, -1) ?? 'xvd';
  const kinds = only === undefined ? [kind, ...Object.keys(KINDS).filter((other) => other !== kind)] : [only];
  return kinds.flatMap((prefix) => {
    const free = [...KINDS[prefix]!].map((letter) => prefix + letter).filter((device) => !taken.has(device));
    return free.slice(0, OFFERED);
  });
}
