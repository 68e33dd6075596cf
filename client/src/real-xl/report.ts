import type { JudgeResult } from '../../../server/src/lsp/protocol';
import type { Comparison } from './compare';

/** A page in Markdown about what a real xl said and Xencfg did not expect, to be sent to its makers. */
export function reportOf(name: string, comparison: Comparison, expected: JudgeResult, version: string): string {
  const verdict = (accepted: boolean) => (accepted ? 'accepted' : 'refused');
  return [
    `# xl and Xencfg differ about ${name}`,
    '',
    '|  | verdict |',
    '| --- | --- |',
    `| xl on this host | ${verdict(comparison.accepted)} |`,
    `| Xencfg ${version}, for Xen ${expected.release} | ${expected.verdict} |`,
    '',
    ...section('Only xl says', comparison.onlyReal),
    ...section('Only Xencfg expected', comparison.onlyExpected),
    '',
    `If the host runs another release than Xen ${expected.release}, select that one first ("Xencfg: Select Xen Release").`,
    'To report a difference, send this page and the lines of the file that it is about. Look for passwords in them first.',
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [`## ${title}`, '', fence, ...lines, fence, ''];
}
