import { releaseName } from '../syntax/release';
import type { Analysis } from './analysis';
import { countFindings } from './counts';

/** A line above the text, and what it leads to. */
export interface Lens {
  readonly title: string;
  readonly leadsTo: 'release' | 'problems' | 'preview';
}

/** What the file is, how many findings there are, and its preview where a conversion has something to do. */
export function lenses({ dialect, release, verdict, findings }: Analysis): Lens[] {
  const { errors, warnings, notes } = countFindings(findings);
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].filter(Boolean);
  const said = verdict === null ? 'read by xl' : `${verdict} by xl`;
  const convertible =
    dialect === 'xm' || (verdict !== null && findings.some(({ fixes }) => fixes.some(({ kind }) => kind !== 'unsafe')));
  return [
    { title: `${dialect} file, Xen ${releaseName(release)}`, leadsTo: 'release' },
    { title: counts.length > 0 ? `${said}: ${counts.join(', ')}` : said, leadsTo: 'problems' },
    ...(convertible ? [{ title: 'Preview as xl', leadsTo: 'preview' } as const] : []),
  ];
}

function plural(count: number, word: string): string {
  return count === 0 ? '' : count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
