import { type ConfigFile, type KeySummary, type KeyType, type Shape, textOf, type XmName } from '../schema';
import { type Release, releaseName } from '../syntax/release';
import { manualLink } from './manual';
import {
  architectureLine,
  checkLine,
  codes,
  defaultLine,
  guestLine,
  instead,
  OUTCOME_WORDS,
  page,
  releasesLine,
  sentence,
  TYPE_WORDS,
} from './phrases';

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

/** What is known of a key in a release, as markdown: what it is for first, then the facts. */
export function keyMarkdown(key: KeySummary, release: Release, file: ConfigFile): string {
  const warnings = [
    key.read ? '' : `⚠ Xen ${releaseName(release)} does not read this key: ${OUTCOME_WORDS.ignores}.`,
    key.deprecatedSince ? `⚠ Deprecated since Xen ${releaseName(key.deprecatedSince)}.${instead(key.replacedBy)}` : '',
  ];
  const words = [...key.values.map((member) => member.value), ...key.suggested];
  const facts = [
    words.length > 0 ? `Values: ${codes(words)}` : '',
    rangeLine(key),
    defaultLine(key.default, key.defaultNote),
    key.documentedDefault ? `Default after the manual: \`${key.documentedDefault}\`` : '',
    releasesLine(key.since, key.until, key.point),
    guestLine(key.meantFor),
    architectureLine(key.arch),
    ...key.checks.map(checkLine),
    key.shape === 'either'
      ? ''
      : `${key.shape === 'scalar' ? 'A list' : 'A single value'}: ${OUTCOME_WORDS[key.wrongShape]}`,
    key.noNumber ? `What is no number: ${OUTCOME_WORDS[key.noNumber]}` : '',
    key.xm ? xmLine(key.xm) : '',
  ];
  const note = key.text ? '' : sentence(textOf(key.note ?? ''));
  const heading = `**${key.name}** · ${typeLine(key.type, key.shape, key.unit)}`;
  return page(heading, [textOf(key.text ?? ''), ...warnings, note], facts, manualLink(key.language, file));
}

function rangeLine(key: KeySummary): string {
  if (key.range) return `Range: ${key.range[0]} to ${key.range[1]}`;
  if (key.documentedRange) return `Range after the manual: ${key.documentedRange[0]} to ${key.documentedRange[1]}`;
  return '';
}

/** What is known of a name that only xm had, as markdown. */
export function xmMarkdown(xm: XmName): string {
  const fate = OUTCOME_WORDS[xm.xl === 'reads' ? 'passes' : xm.xl];
  const heading = `**${xm.name}** · a key of xm (Xen ${xm.since} to ${xm.until})`;
  const facts = [
    xm.form ? `Form: \`${xm.form}\`` : '',
    xm.default === undefined ? '' : `xm's default: \`${xm.default}\``,
    guestLine(xm.guests.length === 1 ? xm.guests : undefined),
    xm.lost ? 'Without it the guest is another one than xm made' : '',
  ];
  const note = xm.text ? '' : sentence(xm.note ?? '');
  return page(heading, [textOf(xm.text ?? ''), `${sentence(fate)}${instead(xm.keys)}`, note], facts, manualLink());
}

function xmLine(xm: XmName): string {
  const differs = xm.xmDefault && xm.xlDefault ? `; its default was ${xm.xmDefault}, xl's is ${xm.xlDefault}` : '';
  const relation = xm.relation === 'same' ? 'The same in xm files' : 'In xm files with other forms or meaning';
  return `${relation}${differs}`;
}
