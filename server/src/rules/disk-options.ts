import type { DiskFields } from '../syntax/specs';

/**
 * A disk of xm with named options, from what xl reads in its text; undefined for one without target or device, with a
 * script, or with a relative phy: target, which xend looked up below /dev: for that there is a rule of its own.
 */
export function namedOptions(text: string, disk: DiskFields, backend?: string): string | undefined {
  if (!disk.pdev_path || !disk.vdev || disk.script || disk.backend_domname) return undefined;
  if (text.startsWith('phy:') && !disk.pdev_path.startsWith('/')) return undefined;
  const options = [`format=${disk.format}`, `vdev=${disk.vdev.trim()}`];
  if (disk.is_cdrom) options.push('devtype=cdrom');
  options.push(`access=${disk.readwrite ? 'rw' : 'ro'}`);
  if (backend !== undefined) options.push(`backend=${backend}`);
  return [...options, `target=${disk.pdev_path}`].join(', ');
}
