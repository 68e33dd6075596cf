import type { Release } from '../syntax/release';
import { Bitmap } from './bitmap';
import type { Domain } from './domain';
import { type Fields, type FieldValue, Repeated } from './fields';
import { CONFIG } from './shape/config';
import type { FieldKind, FieldOptions, Structure } from './shape/structure';
import { isNilUuid } from './uuid';

/**
 * The domain as `xl -N create` prints it (libxl's JSON: four blanks a level, integers exact, fields left out that
 * nobody set; a newline at the end). Characters that stand for single bytes stay what they are: lone surrogates U+DC80 to U+DCFF.
 */
export function domainJson({ release, config }: Domain): string {
  return `${new Printer(release).structure(config, CONFIG, '')}\n`;
}

const STEP = '    ';

/** Writes libxl's structures down; every method gives text whose first line needs no indent. */
class Printer {
  constructor(readonly release: Release) {}

  structure(fields: Fields, rows: Structure, indent: string): string {
    const inner = indent + STEP;
    const members: string[] = [];
    for (const [name, kind, options = {}] of rows) {
      if (!this.#exists(options)) continue;
      const value = fields[name];
      if (typeof kind === 'object' && 'union' in kind) {
        const choice = Object.keys(kind.union).find((choice) => fields[`${name}.${choice}`] !== undefined) ?? 'unknown';
        const rows = kind.union[choice];
        const key = `${name}.${choice}`;
        if (rows) members.push(`${quote(key)}: ${this.structure(structureOf(fields, key), rows, inner)}`);
      } else if (Array.isArray(kind)) {
        members.push(`${quote(name)}: ${this.structure(structureOf(fields, name), kind, inner)}`);
      } else if (value !== undefined && !isInitial(value, kind, options)) {
        members.push(`${quote(name)}: ${this.#value(value, kind, inner)}`);
      }
    }
    return block('{', members, '}', indent);
  }

  #exists({ since, until }: FieldOptions): boolean {
    return (since === undefined || since <= this.release) && (until === undefined || this.release <= until);
  }

  #value(value: FieldValue, kind: FieldKind, indent: string): string {
    if (typeof kind === 'object' && 'list' in kind) {
      return this.#list(value, indent, (item, inner) => this.structure(item as Fields, kind.list, inner));
    }
    switch (kind) {
      case 'defbool':
        return value ? '"True"' : '"False"';
      case 'word':
        // libxl has no name for the number
        if (value === '') return 'null';
        return quote((value as string).toLowerCase());
      case 'words':
        return this.#list(value, indent, (item) => quote((item as string).toLowerCase()));
      case 'texts':
        return this.#list(value, indent, (item) => quote(item as string));
      case 'numbers':
        return this.#list(value, indent, String);
      case 'bitmap':
        return this.#bitmap(value as Bitmap, indent);
      case 'bitmaps':
        return this.#list(value, indent, (item, inner) => this.#bitmap(item as Bitmap, inner));
      case 'genid':
        return this.#list(idBytes(value as string), indent, String);
      case 'cpuid':
        return this.#cpuid(value as Fields, indent);
      default:
        return typeof value === 'string' ? quote(value) : String(value);
    }
  }

  #list(value: FieldValue, indent: string, print: (item: FieldValue, indent: string) => string): string {
    const inner = indent + STEP;
    if (value instanceof Repeated) {
      return block('[', Array<string>(value.count).fill(print(value.value, inner)), ']', indent);
    }
    return block(
      '[',
      (value as FieldValue[]).map((item) => print(item, inner)),
      ']',
      indent,
    );
  }

  #bitmap(map: Bitmap, indent: string): string {
    return this.#list(map.members(), indent, String);
  }

  /** A policy has its own printer in libxl: all that is there. */
  #cpuid(policy: Fields, indent: string): string {
    const entry = (fields: FieldValue, inner: string) => {
      const order = ['leaf', 'subleaf', 'eax', 'ebx', 'ecx', 'edx', 'index', 'policy'];
      const present = order.filter((name) => (fields as Fields)[name] !== undefined);
      const members = present.map((name) => `${quote(name)}: ${plain((fields as Fields)[name]!)}`);
      return block('{', members, '}', inner);
    };
    const { cpuid, msr } = policy as { cpuid: FieldValue; msr: FieldValue };
    if (this.release < MSR_SINCE) return this.#list(cpuid, indent, entry);
    const inner = indent + STEP;
    const members = [`"cpuid": ${this.#list(cpuid, inner, entry)}`, `"msr": ${this.#list(msr, inner, entry)}`];
    return block('{', members, '}', indent);
  }
}

/** libxl's policies hold model-specific registers too from here on. */
const MSR_SINCE: Release = 414;

function structureOf(fields: Fields, name: string): Fields {
  return (fields[name] ?? {}) as Fields;
}

function isInitial(value: FieldValue, kind: FieldKind, { initial }: FieldOptions): boolean {
  if (kind === 'defbool' || kind === 'text' || kind === 'cpuid') return false;
  if (value instanceof Bitmap) return value.empty;
  if (value instanceof Repeated) return false;
  if (Array.isArray(value)) return value.length === 0;
  if (kind === 'mac') return value === '00:00:00:00:00:00';
  if (kind === 'id' || kind === 'genid') return isNilUuid(value as string);
  if (kind === 'word') return (value as string).toLowerCase() === initial;
  if (kind === 'bool') return value === false;
  // numbers and bigints: 1n == 1
  return BigInt(value as number | bigint) === BigInt(initial ?? 0);
}

function plain(value: FieldValue): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

/** libxl's printer leaves an empty line between empty brackets. */
function block(open: string, members: readonly string[], close: string, indent: string): string {
  if (members.length === 0) return `${open}\n\n${indent}${close}`;
  const inner = indent + STEP;
  return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
}

function idBytes(id: string): number[] {
  const digits = id.replaceAll('-', '');
  return Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\r': '\\r',
  '\n': '\\n',
  '\\': '\\\\',
  '"': '\\"',
  '\f': '\\f',
  '\b': '\\b',
  '\t': '\\t',
};

/** A text as yajl writes it: only what JSON demands is escaped. */
function quote(text: string): string {
  const escaped = (character: string) =>
    ESCAPES[character] ?? `\\u00${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return `"${text.replace(/[\x00-\x1f"\\]/g, escaped)}"`;
}
