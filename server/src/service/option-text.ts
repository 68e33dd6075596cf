import { type CpuidFlagRow, type MemberRow, type Option, type OptionKind, textOf, type XmFormRow } from '../schema';
import { type Release, releaseName } from '../syntax/release';
import { manualLink } from './manual';
import {
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

const KIND_WORDS: Readonly<Record<OptionKind, string>> = {
  named: 'text',
  flag: 'flag',
  positional: 'known by its place',
  prefix: 'prefix of the target',
  item: 'first word of an item',
  value: 'word',
  form: 'form',
};

/** What an option's value looks like, for completion lists. */
export function optionLine(option: Option): string {
  const literal = option.kind === 'form' && !/[A-Z]/.test(option.name);
  const word = literal ? KIND_WORDS.value : option.type ? TYPE_WORDS[option.type] : KIND_WORDS[option.kind];
  return option.unit ? `${word}, in ${option.unit}` : word;
}

/** What is known of an option of a spec, as markdown; `words` are the values that it takes in the release. */
export function optionMarkdown(option: Option, words: readonly MemberRow[], release: Release): string {
  const read = option.since <= release && (option.until === undefined || release <= option.until);
  const required = option.required === true ? 'always' : option.required;
  const facts = [
    words.length > 0 ? `Values: ${codes(words.map(({ value }) => value))}` : '',
    option.range ? `Range: ${option.range[0]} to ${option.range[1]}` : '',
    defaultLine(option.default, option.defaultNote),
    required ? `Required: ${required}` : '',
    option.items ? `In items that begin with ${codes(option.items)}` : '',
    option.conflicts ? `Not together with ${codes(option.conflicts)}` : '',
    option.position ? `May stand without its name, at place ${option.position}` : '',
    option.becomes ? `Becomes: ${option.becomes}` : '',
    releasesLine(option.since, option.until),
    guestLine(option.guests),
    option.undocumented ? 'Not in the manual' : '',
    ...(option.checks ?? []).map(checkLine),
  ];
  const warnings = [
    read ? '' : `⚠ Xen ${releaseName(release)} does not know this option.`,
    option.deprecated ? `⚠ Deprecated.${instead(option.replacedBy ?? [])}` : '',
  ];
  const note = option.text ? '' : sentence(textOf(option.note ?? ''));
  const heading = `**${option.name}** · ${optionLine(option)} in \`${option.language}\``;
  return page(heading, [textOf(option.text ?? ''), ...warnings, note], facts, manualLink(option.language));
}

/** What a word means as the value of a key or option, as markdown. */
export function memberMarkdown(owner: string, member: MemberRow & { guests?: Option['guests'] }): string {
  const facts = [
    member.number === undefined || String(member.number) === member.value ? '' : `Number: ${member.number}`,
    member.since === undefined ? '' : releasesLine(member.since, member.until),
    guestLine(member.guests),
  ];
  return page(
    `**${owner} = ${member.value}**`,
    [textOf(member.text) ?? sentence(textOf(member.note ?? ''))],
    facts,
    '',
  );
}

/** What a flag of `cpuid` is, as markdown; `words` are the values of a flag of one bit. */
export function flagMarkdown(flag: CpuidFlagRow, words: readonly MemberRow[]): string {
  const facts = [
    flag.bits === undefined
      ? `Values: ${words.map(({ value, note }) => `\`${value}\` ${textOf(note ?? '')}`.trim()).join('; ')}`
      : `Value: a number of ${flag.bits} bits, or ${codes(words.map(({ value }) => value).filter((word) => !/\d/.test(word)))}`,
    releasesLine(flag.since, flag.until),
  ];
  const heading = `**${flag.name}** · ${flag.bits === undefined ? 'one bit' : 'a number'} of \`cpuid\``;
  return page(
    heading,
    [textOf(flag.text) ?? 'A feature of the CPU that the guest is shown or not.'],
    facts,
    manualLink(),
  );
}

/** What xl makes of a form of xm's, as markdown. */
export function xmFormMarkdown(language: string, form: XmFormRow): string {
  const fate = form.xl === 'reads' ? 'xl reads it' : form.xl === 'changes' ? 'xl reads it' : OUTCOME_WORDS[form.xl];
  const facts = [
    `${sentence(fate).replace(/\.$/, '')}${form.how ? `: ${form.how}` : ''}`,
    form.becomes ? `For xl: \`${form.becomes}\`` : '',
    form.default === undefined ? '' : `xm's default: \`${form.default}\``,
  ];
  const heading = `**${form.form ?? form.name}** · a form of xm's \`${language}\``;
  return page(heading, [textOf(form.text) ?? sentence(textOf(form.note ?? ''))], facts, '');
}
