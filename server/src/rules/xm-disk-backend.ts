import { parseDisk } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { namedOptions } from './disk-options';
import { quoted, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A disk with its backend domain in the fourth place',
  why: 'xm took a fourth part for the domain that serves the disk, and a fifth one for the protocol.',
  xl: 'xl refuses the file: "too many positional parameters".',
  remedy: 'Write backend=DOMAIN among named options. xl has nothing for the protocol: the guest says it by itself.',
  before: "disk = [ 'phy:/dev/vg0/web,xvda,w,storage' ]",
  after: "disk = [ 'format=raw, vdev=xvda, access=rw, backend=storage, target=/dev/vg0/web' ]",
};

export const xmDiskBackend: Rule = {
  code: 'xm-disk-backend',
  severity: 'error',
  itemwise: true,
  *check(file) {
    for (const item of file.items('disk')) {
      const [error] = parseDisk(item.text, file.release).errors;
      const parts = item.text.split(',');
      const domain = parts[3];
      if (!error?.problem.startsWith('too many positional') || parts.length > 5 || domain === undefined) continue;
      if (domain.trim() === '' && parts.length < 5) continue;
      if (!/^[a-z0-9]+:/.test(item.text)) continue;
      const place = file.place(item, error.span);
      const message =
        parts.length === 5
          ? `xm took the fourth part for the domain that serves the disk, and "${parts[4]}" for the protocol. xl refuses the file: "too many positional parameters". The guest tells the protocol by itself: leave it out.`
          : `xm took this for the domain that serves the disk. xl refuses the file: "too many positional parameters". Write backend=${domain.trim()} among named options.`;
      yield report(xmDiskBackend, place, message, named(file, item, parts));
    }
  },
};

/** The disk with named options, as far as xl reads the first three parts. */
function named(file: FileContext, item: Atom, parts: readonly string[]): Fix[] {
  const { rc, disk } = parseDisk(parts.slice(0, 3).join(','), file.release);
  const text = rc === 0 ? namedOptions(item.text, disk, parts[3]!.trim() || undefined) : undefined;
  if (text === undefined || parseDisk(text, file.release).rc !== 0) return [];
  const edits = [replace(item.span, quoted(file, text, item))];
  if (parts.length > 4) return [{ title: `Leave "${parts[4]}" out`, kind: 'unsafe', edits }];
  return [{ title: 'Write the disk with named options', kind: 'safe', edits }];
}
