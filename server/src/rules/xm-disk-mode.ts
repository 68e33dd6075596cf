import { parseDisk } from '../syntax/specs';
import { replace } from './edits';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'A disk forced to be shared: w! or r!',
  why: 'The exclamation mark told xend to attach a disk although another guest already had it. xl has nothing of the kind, and does not check whether two guests write one disk.',
  xl: 'xl refuses the file: "unknown value for access". xl of Xen 4.1 took w! for w.',
  remedy:
    'Write w once it is clear that both guests can share the disk, for example with a cluster file system; or r in the guest that only reads.',
  before: "disk = [ 'phy:/dev/vg/quorum,xvdq,w!' ]",
  after: "disk = [ 'phy:/dev/vg/quorum,xvdq,w' ]",
};

export const xmDiskMode: Rule = {
  code: 'xm-disk-mode',
  severity: 'error',
  itemwise: true,
  *check(file) {
    for (const item of file.items('disk')) {
      const mode = /,\s*([wr])!(\s*)$/.exec(item.text);
      if (!mode || (parseDisk(item.text, file.release).rc === 0 && file.release > 401)) continue;
      const start = item.text.lastIndexOf(`${mode[1]}!`);
      const place = file.place(item, { start, end: start + 2 });
      const end = file.place(item, { start: start + 2, end: start + 2 + mode[2]!.length }).end;
      const what =
        mode[1] === 'w' ? 'may be written by several guests at once' : 'may be read while another guest writes it';
      const refused = file.release > 401;
      const xl = refused
        ? 'xl refuses the file: "unknown value for access".'
        : `xl of Xen 4.1 takes it for "${mode[1]}".`;
      yield report(
        xmDiskMode,
        place,
        `"${mode[1]}!" said that the disk ${what}. ${xl} Write "${mode[1]}" when sharing the disk is safe: xl does not check it.`,
        [
          {
            title: `Write "${mode[1]}": xl does not check for sharing`,
            kind: 'unsafe',
            edits: [replace({ start: place.start, end }, mode[1]!)],
          },
        ],
        refused ? 'error' : 'warning',
      );
    }
  },
};
