import {
  type Architecture,
  type Check,
  GUEST_TYPES,
  type GuestType,
  type KeyType,
  type OptionType,
  type Outcome,
} from '../schema';
import { NEWEST_RELEASE, type Release, releaseName } from '../syntax/release';

/** What xl does with something, as a half-sentence. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  refuses: 'xl refuses the file',
  exits: 'xl ends without a word',
  warns: 'xl warns and goes on without it',
  ignores: 'xl ignores it without a word',
  stops: 'xl reads no further there, without a word',
  passes: 'xl hands it on unchecked',
  positional: 'xl takes it for the next positional parameter',
};

/** What the values of keys and options look like. */
export const TYPE_WORDS: Readonly<Record<KeyType | OptionType, string>> = {
  string: 'text',
  path: 'path',
  integer: 'number',
  boolean: 'boolean (0 or 1)',
  enum: 'word',
  enums: 'words',
  'enum-or-integer': 'word or number',
  'enum-or-path': 'word or path',
  'boolean-or-enum': 'boolean (0 or 1) or word',
  integers: 'numbers',
  domain: 'name or number of a domain',
  mac: 'MAC address',
  uuid: 'UUID',
  vdev: 'device in the guest',
  bdf: 'PCI address',
  hex: 'hexadecimal number',
  rate: 'rate',
  bits: '32 characters',
  spec: 'spec (a text with options in it)',
};

/** ` Use X, Y.`, with the blank before it; empty when there is nothing to use. */
export function instead(names: readonly string[]): string {
  return names.length > 0 ? ` Use ${codes(names)}.` : '';
}

/** Words as markdown code, with commas between them. */
export function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** Which releases read something. */
export function releasesLine(since: Release, until: Release | undefined, point?: string): string {
  const first = point ?? releaseName(since);
  if (until === since) return `Read by Xen ${first} alone`;
  if (until !== undefined) return `Read by Xen ${first} to ${releaseName(until)}`;
  return since === NEWEST_RELEASE ? `Read by Xen ${first}` : `Read by Xen ${first} and later`;
}

/** Which guests something is for; empty when for all. */
export function guestLine(guests: readonly GuestType[] | undefined): string {
  if (!guests || guests.length === GUEST_TYPES.length) return '';
  return `For ${guests.map((guest) => guest.toUpperCase()).join(' and ')} guests`;
}

export function architectureLine(arch: Architecture | undefined): string {
  return arch === undefined ? '' : arch === 'arm' ? 'Arm only' : 'x86 only';
}

export function checkLine(check: Check): string {
  return `${sentence(check.when).replace(/\.$/, '')}: ${OUTCOME_WORDS[check.xl]}`;
}

/** xl's default, and where it holds or how it is found; empty when nothing is known of it. */
export function defaultLine(value: string | undefined, note: string | undefined): string {
  const initial = [value === undefined ? '' : `\`${value === '' ? '""' : value}\``, note ?? ''].filter(Boolean);
  return initial.length > 0 ? `Default: ${initial.join(', ')}` : '';
}

/** A heading, paragraphs and facts as one piece of markdown; what is empty is left out. */
export function page(heading: string, paragraphs: readonly string[], facts: readonly string[], link: string): string {
  const list = facts.filter(Boolean).map((fact) => `- ${fact}`);
  return [heading, ...paragraphs, list.join('\n'), link].filter(Boolean).join('\n\n');
}

/** Names of programs that begin with a small letter wherever they stand. */
const PROGRAMS = /^(xl|xm|xend|libxl)\b/;

/** With a capital at the beginning and a full stop at the end. */
export function sentence(text: string): string {
  if (text === '') return '';
  const first = PROGRAMS.test(text) ? text[0]! : text[0]!.toUpperCase();
  return `${first}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
