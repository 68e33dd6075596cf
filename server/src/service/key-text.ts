import type { Check, GuestType, KeySummary, KeyType, Outcome, Shape, XmName } from '../schema';
import { GUEST_TYPES } from '../schema';
import { NEWEST_RELEASE, type Release, releaseName } from '../syntax/release';

const TYPE_WORDS: Readonly<Record<KeyType, string>> = {
  string: 'text',
  path: 'path',
  integer: 'number',
  boolean: 'boolean (0 or 1)',
  enum: 'one of some words',
  'enum-or-integer': 'word or number',
  'enum-or-path': 'word or path',
  'boolean-or-enum': 'boolean (0 or 1) or word',
  uuid: 'UUID',
  spec: 'spec (a text with options in it)',
};

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  refuses: 'xl refuses the file',
  exits: 'xl ends without a word',
  warns: 'xl warns and goes on without it',
  ignores: 'xl ignores it without a word',
  stops: 'xl reads no further there, without a word',
  passes: 'xl hands it on unchecked',
  positional: 'xl takes it for the next positional parameter',
};

/** One line that says what a key's value looks like, for completion lists. */
export function typeLine(type: KeyType, shape: Shape, unit?: string): string {
  const word = TYPE_WORDS[type];
  const whole = {
    scalar: word,
    list: `list, each item: ${word}`,
    either: `${word}, or a list`,
    nested: `list of lists, each item: ${word}`,
  }[shape];
  return unit ? `${whole}, in ${unit}` : whole;
}

/** What is known of a key in a release, as markdown. */
export function keyMarkdown(key: KeySummary, release: Release): string {
  const lines: string[] = [`**${key.name}** · ${typeLine(key.type, key.shape, key.unit)}`];
  if (key.text) lines.push(key.text);
  if (!key.read) lines.push(`⚠ Xen ${releaseName(release)} does not read this key: ${OUTCOME_WORDS.ignores}.`);
  if (key.deprecatedSince)
    lines.push(`⚠ Deprecated since Xen ${releaseName(key.deprecatedSince)}.${instead(key.replacedBy)}`);
  const facts: string[] = [];
  const words = [...key.values.map((member) => member.value), ...key.suggested];
  if (words.length > 0) facts.push(`Values: ${words.map((word) => `\`${word}\``).join(', ')}`);
  if (key.range) facts.push(`Range: ${key.range[0]} to ${key.range[1]}`);
  else if (key.documentedRange)
    facts.push(`Range after the manual: ${key.documentedRange[0]} to ${key.documentedRange[1]}`);
  const initial = [key.default === undefined ? '' : `\`${key.default}\``, key.defaultNote ?? '']
    .filter(Boolean)
    .join(', ');
  if (initial) facts.push(`Default: ${initial}`);
  if (key.documentedDefault) facts.push(`Default after the manual: \`${key.documentedDefault}\``);
  facts.push(releasesLine(key.since, key.until, key.point));
  const guests = guestLine(key.meantFor);
  if (guests) facts.push(guests);
  if (key.arch) facts.push(key.arch === 'arm' ? 'Arm only' : 'x86 only');
  if (key.checks.length > 0) facts.push(...key.checks.map(checkLine));
  if (key.xm) facts.push(xmLine(key.xm));
  lines.push(facts.map((fact) => `- ${fact}`).join('\n'));
  if (key.note) lines.push(sentence(key.note));
  return lines.join('\n\n');
}

/** What is known of a name that only xm had, as markdown. */
export function xmMarkdown(xm: XmName): string {
  const fate = OUTCOME_WORDS[xm.xl === 'reads' ? 'passes' : xm.xl];
  const lines = [
    `**${xm.name}** · a key of xm (Xen ${xm.since} to ${xm.until})`,
    `${sentence(fate)}${instead(xm.keys)}`,
  ];
  if (xm.note) lines.push(sentence(xm.note));
  return lines.join('\n\n');
}

function instead(keys: readonly string[]): string {
  return keys.length > 0 ? ` Use ${keys.map((key) => `\`${key}\``).join(', ')}.` : '';
}

function releasesLine(since: Release, until: Release | undefined, point: string | undefined): string {
  const first = point ?? releaseName(since);
  if (until !== undefined) return `Read by Xen ${first} to ${releaseName(until)}`;
  return since === NEWEST_RELEASE ? `Read by Xen ${first}` : `Read by Xen ${first} and later`;
}

function guestLine(guests: readonly GuestType[]): string {
  if (guests.length === GUEST_TYPES.length) return '';
  return `For ${guests.map((guest) => guest.toUpperCase()).join(' and ')} guests`;
}

function checkLine(check: Check): string {
  return `${sentence(check.when).replace(/\.$/, '')}: ${OUTCOME_WORDS[check.xl]}`;
}

function xmLine(xm: XmName): string {
  const differs = xm.xmDefault && xm.xlDefault ? `; its default was ${xm.xmDefault}, xl's is ${xm.xlDefault}` : '';
  const relation = xm.relation === 'same' ? 'The same in xm files' : 'In xm files with other forms or meaning';
  return `${relation}${differs}`;
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
