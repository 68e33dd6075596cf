import type { Release } from '../syntax/release';
import type { Span } from '../syntax/span';
import { parseDisk } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { namedOptions } from './disk-options';
import { quoted, replace } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** A disk that Remus copied to another host: the driver behind the bar is the one of the disk here. */
const REMUS = /^(tap2?:)(?:tapdisk:)?remus:[^|,]*\|(\w+):/;

/** The first release with named options; before, a prefix was how one names a disk's format. */
const NAMED_SINCE: Release = 402;

export const docs: RuleDocs = {
  title: 'A disk with a prefix of xend',
  why: 'tap:, tap2: and aio: chose a driver in xend. xl has none of these drivers under these names.',
  xl: 'xl takes the prefixes off, keeps the format that they name, and chooses the backend by itself. Prefixes that it does not know, such as vmdk:, sync: and ram:, make it refuse the file.',
  remedy: 'Write the disk with named options; the disk stays the same.',
  before: "disk = [ 'tap:aio:/srv/web.img,xvda,w' ]",
  after: "disk = [ 'format=raw, vdev=xvda, access=rw, target=/srv/web.img' ]",
};

export const xmDiskPrefix: Rule = {
  code: 'xm-disk-prefix',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const item of file.items('disk')) {
      const spec = parseDisk(item.text, file.release);
      const other = spec.parts.findIndex((part) => part.role !== 'prefix');
      const prefixes = spec.parts.slice(0, other < 0 ? undefined : other);
      const first = prefixes[0];
      if (!first) continue;
      const words = item.text.slice(first.span.start, prefixes.at(-1)!.span.end);
      const place = file.place(item, { start: first.span.start, end: prefixes.at(-1)!.span.end });
      const fixes: Fix[] = spec.rc === 0 ? modern(file, item) : [];
      const remus = REMUS.exec(item.text);
      if (remus) {
        const message = `xl knows nothing of a disk that is copied to another host: it ${spec.rc === 0 ? 'takes all of this for a path' : 'refuses the file'}. Replicate the disk by other means (DRBD), and write it as a usual one.`;
        const end = remus[0].length;
        const edits = [replace(file.place(item, { start: 0, end }), `${remus[1]}${remus[2]}:`)];
        const fix: Fix = { title: 'Write the disk without its copy', kind: 'unsafe', edits };
        yield report(xmDiskPrefix, place, message, [fix], spec.rc === 0 ? 'warning' : 'error');
      } else if (spec.rc !== 0 && spec.errors.some((error) => error.problem.includes('prefix'))) {
        const remedy = words.endsWith('sync:')
          ? 'Its image is a raw one: write format=raw.'
          : 'It reads images of format=raw, qcow2 and vhd; others want converting first (qemu-img convert).';
        const message = `xl has no disk driver for "${words}" and refuses the file. ${remedy}`;
        yield report(xmDiskPrefix, place, message, [...synchronous(words, place), ...converted(file, item)], 'error');
      } else if (
        spec.rc === 0 &&
        file.release >= NAMED_SINCE &&
        /^(tap|tap2|aio|tapdisk|qcow2?|vhd|qed|raw):/.test(words)
      ) {
        const message = `"${words}" chose a driver of xend. xl takes it off, reads the format as ${spec.disk.format} and chooses the backend itself. Write the disk with named options.`;
        yield report(xmDiskPrefix, place, message, fixes);
      } else if (file.isXm && fixes.length > 0) {
        const message = `xl still reads the old prefix "${words}". New files name the options of a disk instead.`;
        yield report(xmDiskPrefix, place, message, fixes, 'hint');
      }
    }
  },
};

/** An image of VMware, once it is converted. */
function converted(file: FileContext, item: Atom): Fix[] {
  const [, path, vdev, mode] = /^tap2?:(?:tapdisk:)?vmdk:([^,]+),([^,:]+),([rw])$/.exec(item.text) ?? [];
  if (path === undefined) return [];
  const target = path.replace(/(\.vmdk)?$/, '.qcow2');
  const text = `format=qcow2, vdev=${vdev}, access=r${mode === 'r' ? 'o' : 'w'}, target=${target}`;
  if (parseDisk(text, file.release).rc !== 0) return [];
  const edits = [replace(item.span, quoted(file, text, item))];
  return [{ title: `Read it as qcow2, once it is converted (qemu-img convert -O qcow2)`, kind: 'unsafe', edits }];
}

/** The driver sync differed from aio in the way in which it wrote the raw image, not in what it wrote. */
function synchronous(words: string, place: Span): Fix[] {
  if (!words.endsWith('sync:')) return [];
  const edits = [replace(place, `${words.slice(0, -'sync:'.length)}aio:`)];
  return [{ title: 'Read it as a raw image', kind: 'unsafe', edits }];
}

/** The disk with named options, where that is the same disk to xl. */
function modern(file: FileContext, item: Atom): Fix[] {
  const { disk } = parseDisk(item.text, file.release);
  const text = namedOptions(item.text, disk);
  if (text === undefined) return [];
  const again = parseDisk(text, file.release);
  if (again.rc !== 0 || JSON.stringify(again.disk) !== JSON.stringify(disk)) return [];
  return [
    { title: 'Write the disk with named options', kind: 'safe', edits: [replace(item.span, quoted(file, text, item))] },
  ];
}
