import type { Claim, GuestRecord, Place } from '../rules/across';
import type { FileContext } from '../rules/context';
import type { Span } from '../syntax/span';
import { type DiskSpec, type Part, parseDisk } from '../syntax/specs';
import { isValueOf, placeOf } from './device-claims';
import { listTexts } from './texts';

/** What tells one image or device from another where the text of a path does not. */
export interface DiskPlaces {
  /** The path without links, as far as the file system can say so; the path itself otherwise. */
  readonly canonical?: (path: string) => string;
  /** The folder of the guest's file, from which its relative paths are taken to be meant. */
  readonly folder?: string;
}

/** The disks of a guest, and the domains that provide them. */
export function diskClaims(
  file: FileContext,
  at: (span: Span) => Place,
  places: DiskPlaces,
): { claims: Claim[]; backends: GuestRecord['backends'] } {
  const claims: Claim[] = [];
  const backends: GuestRecord['backends'][number][] = [];
  for (const text of listTexts(file, 'disk')) {
    const spec = parseDisk(text.text, file.release);
    const { disk } = spec;
    if (disk.backend_domname !== null) {
      const place = at(placeOf(text, spec, isValueOf('backend')));
      backends.push({ name: disk.backend_domname, place, written: text.written });
    }
    const id = diskId(spec, places);
    if (id === undefined) continue;
    const forced = spec.parts.some(
      ({ role, span }) => role === 'access' && text.text.slice(span.start, span.end).endsWith('!'),
    );
    const writes = disk.readwrite !== 0 && disk.is_cdrom === 0;
    const place = at(placeOf(text, spec, isTarget));
    const target = disk.pdev_path!;
    claims.push({ kind: 'disk', id, place, written: text.written, disk: { writes, forced, target } });
  }
  return { claims, backends };
}

function isTarget({ role, option }: Part): boolean {
  return role === 'target' || (role === 'value' && option === 'target');
}

/** One spelling for each image or device; undefined for a drive without medium. */
function diskId({ disk, parts }: DiskSpec, { canonical = same, folder }: DiskPlaces): string | undefined {
  const { pdev_path: target, backend_domname: backend, script } = disk;
  if (!target || disk.format === 'empty') return undefined;
  // what the path means is another domain's affair, or that of the script
  if (backend !== null && !/^(Domain-0|0+)$/.test(backend)) return `${backend} ${script ?? ''} ${plain(target)}`;
  if (script !== null && !target.startsWith('/')) return `${script} ${target}`;
  if (target.startsWith('/')) return canonical(plain(target));
  const block = disk.backend === 'phy' || parts.some(({ role, option }) => role === 'prefix' && option === 'phy');
  if (block) return canonical(plain(`/dev/${target}`));
  // "rbd:pool/image", "nbd:host:port": QEMU's own words
  if (/^\w+:/.test(target)) return target;
  return folder === undefined ? plain(target) : canonical(plain(`${folder}/${target}`));
}

function same(path: string): string {
  return path;
}

/** The path without what changes nothing about it; a logical volume by its group, as LVM names it too. */
function plain(path: string): string {
  const short = path.replace(/\/(?:\.?\/)+/g, '/').replace(/(.)\/\.?$/, '$1');
  const [, group, volume] = /^\/dev\/mapper\/((?:[^-/]|--)+)-((?:[^-/]|--)+)$/.exec(short) ?? [];
  if (group === undefined || volume === undefined) return short;
  return `/dev/${group.replaceAll('--', '-')}/${volume.replaceAll('--', '-')}`;
}
