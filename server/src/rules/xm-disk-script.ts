import { parseDisk } from '../syntax/specs';
import { quoted, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** Words before a colon that are no scripts: xend's own types and drivers. */
const OWN: ReadonlySet<string> = new Set(
  'phy file tap tap2 aio ioemu qcow qcow2 vhd qed raw sync vmdk ram remus tapdisk'.split(' '),
);

/** A disk of xm by a script of its own name, and one by a mere path. */
const SCRIPTED = /^([a-z][\w-]*):([^,]+),((?:\/dev\/)?[a-z]+\d*)(:cdrom|:disk)?,(r|w)(?:,([^,]+))?$/;
const PLAIN = /^(\/[^,]+),((?:xvd|hd|sd)[a-z]+\d*)(:cdrom|:disk)?,(r|w)$/;

export const docs: RuleDocs = {
  title: 'A disk by a script, or with no type at all',
  why: 'For a word before the first colon xend looked for a script block-WORD. Without a word it refused the disk, as xl does.',
  xl: 'xl knows iscsi, nbd, enbd and drbd; with any other word, or none, it takes the device for a format and refuses the file.',
  remedy: 'Write the disk with named options: script= where there is one, and target= at the end.',
  before: "disk = [ 'rbd:pool/web,xvda,w' ]",
  after: "disk = [ 'format=raw, vdev=xvda, access=rw, script=block-rbd, target=pool/web' ]",
};

export const xmDiskScript: Rule = {
  code: 'xm-disk-script',
  severity: 'error',
  itemwise: true,
  *check(file) {
    for (const item of file.items('disk')) {
      if (parseDisk(item.text, file.release).rc === 0) continue;
      const [, word, rest, vdev, type, mode, backend] = SCRIPTED.exec(item.text) ?? [];
      const [, path, plainVdev, plainType, plainMode] = PLAIN.exec(item.text) ?? [];
      const script = word !== undefined && !OWN.has(word);
      if (!script && path === undefined) continue;
      const options = [
        'format=raw',
        `vdev=${(vdev ?? plainVdev)!.replace('/dev/', '')}`,
        ...((type ?? plainType) === ':cdrom' ? ['devtype=cdrom'] : []),
        `access=${(mode ?? plainMode) === 'w' ? 'rw' : 'ro'}`,
        ...(backend === undefined ? [] : [`backend=${backend.trim()}`]),
        ...(script ? [`script=block-${word}`] : []),
        `target=${rest ?? path}`,
      ];
      const text = options.join(', ');
      const fits = parseDisk(text, file.release).rc === 0;
      const edits = [replace(item.span, quoted(file, text, item))];
      const fix: Fix = script
        ? { title: `Write script=block-${word}`, kind: 'safe', edits }
        : { title: 'Write it as a raw image, with named options', kind: 'unsafe', edits };
      const message = script
        ? `xend ran the script block-${word} for this disk. xl takes ${vdev} for a format and refuses the file. Write script=block-${word} among named options.`
        : `Without a type such as phy: or file: before it xend refused the disk, and xl takes ${plainVdev} for a format. Write format=raw or another one between them.`;
      yield report(xmDiskScript, item.span, message, fits ? [fix] : []);
    }
  },
};
