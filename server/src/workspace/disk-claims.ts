import type { Release } from '../syntax/release';
import { type DiskSpec, type Part, parseDisk } from '../syntax/specs';
import type { ItemNeeds } from './claim-memory';
import { isValueOf, partOf } from './device-claims';

/** What tells one image or device from another where the text of a path does not. */
export interface DiskPlaces {
  /** The path without links, as far as the file system can say so; the path itself otherwise. */
  readonly canonical?: (path: string) => string;
  /** Another one when `canonical` gives something else than before. */
  readonly epoch?: number;
  /** The folder of the guest's file, from which its relative paths are taken to be meant. */
  readonly folder?: string;
}

/** What a disk takes, and the domain that provides it. */
export function diskNeeds(text: string, release: Release, places: DiskPlaces): ItemNeeds {
  const spec = parseDisk(text, release);
  const { disk } = spec;
  const name = disk.backend_domname;
  const backend = name === null ? undefined : { name, part: partOf(spec, isValueOf('backend')) };
  const id = diskId(spec, places);
  if (id === undefined) return { backend };
  const forced = spec.parts.some(
    ({ role, span }) => role === 'access' && text.slice(span.start, span.end).endsWith('!'),
  );
  const writes = disk.readwrite !== 0 && disk.is_cdrom === 0;
  const target = disk.pdev_path!;
  return { claim: { kind: 'disk', id, part: partOf(spec, isTarget), disk: { writes, forced, target } }, backend };
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
