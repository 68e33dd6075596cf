import type { Release } from '../../syntax/release';
import type { Fields } from '../fields';
import type { Place } from '../message';
import { resolveDomain } from './domains';
import { defaults, type Stage } from './stage';

/** The rest of a disk: by whom it is served (libxl's device_disk_setdefault). */
export function completeDisk(stage: Stage, disk: Fields, item: number): void {
  const { release } = stage;
  if (release >= 405) defaults(disk, { discard_enable: Boolean(disk.readwrite) });
  if (release >= 407) defaults(disk, { colo_enable: false, colo_restore_enable: false });
  if (release >= 417) defaults(disk, { trusted: true });
  resolveDomain(disk);
  const place = { key: 'disk', item };
  if (release >= 417) specification(disk, release);
  if (release >= 407 && disk.is_cdrom && stage.type === 'hvm' && stage.build.device_model_version !== 'none') {
    cdrom(stage, disk, place);
  }
  if (release >= EMPTY_FILES) emptyFile(disk);
  backend(stage, disk, place);
}

function specification(disk: Fields, release: Release): void {
  if (isUnknown(disk.specification)) disk.specification = 'xen';
  if (disk.specification !== 'virtio') return;
  disk.transport = 'mmio';
  if (release >= 419) defaults(disk, { grant_usage: isElsewhere(disk) });
}

/** From here on a CD may also be served by the kernel, and without one an empty file stands for it. */
const EMPTY_FILES: Release = 419;

function cdrom(stage: Stage, disk: Fields, place: Place): void {
  if (isUnknown(disk.backend)) disk.backend = 'qdisk';
  if (disk.backend === 'qdisk' || (stage.release >= EMPTY_FILES && disk.backend === 'phy')) return;
  const served = stage.release >= EMPTY_FILES ? 'Qdisk or Phy' : 'Qdisk';
  stage.refuse({ ...place, option: 'backendtype' }, `Backend for CD devices on HVM guests must be ${served}`);
}

/** The guest's number is in the file's name; the first guest of a machine has 1. */
function emptyFile(disk: Fields): void {
  if (!disk.is_cdrom || disk.format !== 'empty' || disk.backend !== 'phy' || isElsewhere(disk)) return;
  disk.pdev_path = `${EMPTY_FILE}.1`;
}

const EMPTY_FILE = '/run/xen/empty-cdrom';

function isUnknown(word: unknown): boolean {
  return word === undefined || word === 'unknown';
}

/** The disk is served by another domain than the one in which libxl runs. */
function isElsewhere({ backend_domid, backend_domname }: Fields): boolean {
  return Boolean(backend_domid) || (backend_domid === undefined && Boolean(backend_domname));
}

/** Chooses who serves the disk, or says that nobody can. */
function backend(stage: Stage, disk: Fields, place: Place): void {
  const { vdev, pdev_path: path, format } = disk as Record<string, string>;
  if (format === 'empty') {
    if (!disk.is_cdrom) stage.refuse({ ...place, option: 'format' }, `Disk vdev=${vdev} is empty but not cdrom`);
    if (stage.release >= 407 && path && !path.startsWith(EMPTY_FILE)) {
      stage.refuse(
        { ...place, option: 'target' },
        `Disk vdev=${vdev} is empty but an image has been provided: ${path}`,
      );
    }
  }
  const asked = disk.backend as string | undefined;
  const wanted = asked === undefined || isUnknown(asked) ? choices(stage.release) : [asked];
  const found = wanted.find((name) => canServe(stage, disk, name));
  if (found === undefined)
    stage.refuse(
      { ...place, option: isUnknown(asked) ? 'format' : 'backendtype' },
      `no suitable backend for disk ${vdev}`,
    );
  disk.backend = found;
}

function choices(release: Release): readonly string[] {
  return release < 404 ? ['phy', 'tap', 'qdisk'] : ['phy', 'qdisk', 'tap', 'standalone'];
}

/** What serves a disk: with images that are taken to be there, block devices below /dev and files elsewhere. */
function canServe({ release }: Stage, disk: Fields, name: string): boolean {
  if (release >= 417 && (disk.specification === 'virtio') !== (name === 'standalone')) return false;
  switch (name) {
    case 'phy':
      return canKernelServe(disk, release);
    case 'standalone':
      return release >= 417 && disk.script === undefined && canKernelServe(disk, release);
    case 'qdisk':
      return disk.script === undefined;
    case 'tap':
      return canTapServe(disk, release);
    default:
      return false;
  }
}

function canKernelServe(disk: Fields, release: Release): boolean {
  const { format, pdev_path: path, is_cdrom: isCdrom } = disk;
  if (isCdrom && format === 'empty' && release >= EMPTY_FILES) return true;
  if (format !== 'raw' && (release >= 407 || format !== 'empty')) return false;
  if (disk.colo_enable && release >= 407) return false;
  if ((release >= 403 && isElsewhere(disk)) || disk.script !== undefined) return true;
  return format !== 'empty' && (release >= FILES_SINCE || String(path).startsWith('/dev/'));
}

/** From here on the kernel serves files as well. */
const FILES_SINCE: Release = 406;

/** blktap was gone for some releases; before that it is taken not to be installed, as it was no part of Xen. */
function canTapServe({ format, colo_enable: colo }: Fields, release: Release): boolean {
  return release >= 419 && (format === 'raw' || format === 'vhd') && !colo;
}
