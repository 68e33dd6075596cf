import { headOf, type SxpList } from '../formats/sxp/tree';
import { findXendSetting, textOf, type XendSetting } from '../schema';
import type { Hover } from './hover';
import type { SxpFile } from './sxp';

/** Tells what a setting of xend's own was for, and what takes its place with xl; undefined at any other text. */
export function sxpHover({ tree }: SxpFile, offset: number): Hover | undefined {
  const form = tree.forms.find(
    (one): one is SxpList => one.kind === 'list' && one.span.start <= offset && offset < one.span.end,
  );
  const head = form && headOf(form);
  if (!head || offset < head.span.start || offset > head.span.end) return undefined;
  const setting = findXendSetting(head.text);
  return setting && { span: head.span, markdown: markdownOf(setting) };
}

function markdownOf({
  name,
  type,
  default: usual,
  since,
  until,
  text,
  now,
  xlConf = [],
  keys = [],
}: XendSetting): string {
  const facts = [type, ...(usual === undefined ? [] : [`default: ${usual}`]), `Xen ${since} to ${until ?? '4.4'}`];
  const places = [
    ...xlConf.map((key) => `\`${key}\` in xl.conf(5)`),
    ...keys.map((key) => `\`${key}\` in the file of a guest`),
  ];
  const paragraphs = [`**${name}** (${facts.join('; ')})`, textOf(text), `With xl: ${textOf(now)}`];
  if (places.length > 0) paragraphs.push(`See ${places.join(', ')}.`);
  return paragraphs.join('\n\n');
}
