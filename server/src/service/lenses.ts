import { releaseName } from '../syntax/release';
import type { Analysis } from './analysis';
import { type Caption, inEnglish } from './caption';
import { countFindings } from './counts';

/** A line above the text, and what it leads to. */
export interface Lens {
  readonly title: string;
  readonly leadsTo: 'release' | 'problems' | 'preview';
}

/** What the file is, how many findings there are, and its preview where a conversion has something to do. */
export function lenses({ dialect, release, verdict, findings }: Analysis, caption: Caption = inEnglish): Lens[] {
  const { errors, warnings, notes } = countFindings(findings);
  const counts = [
    errors === 1 ? caption('1 error') : errors > 1 ? caption('{0} errors', errors) : '',
    warnings === 1 ? caption('1 warning') : warnings > 1 ? caption('{0} warnings', warnings) : '',
    notes === 1 ? caption('1 note') : notes > 1 ? caption('{0} notes', notes) : '',
  ].filter(Boolean);
  const said =
    verdict === null
      ? caption('read by xl')
      : verdict === 'accepted'
        ? caption('accepted by xl')
        : caption('refused by xl');
  const convertible =
    dialect === 'xm' || (verdict !== null && findings.some(({ fixes }) => fixes.some(({ kind }) => kind !== 'unsafe')));
  return [
    { title: caption('{0} file, Xen {1}', dialect, releaseName(release)), leadsTo: 'release' },
    { title: counts.length > 0 ? caption('{0}: {1}', said, counts.join(', ')) : said, leadsTo: 'problems' },
    ...(convertible ? [{ title: caption('Preview as xl'), leadsTo: 'preview' } as const] : []),
  ];
}
