import type { Span } from '../syntax/span';
import type { DiskSpec, Part } from '../syntax/specs';
import { Finder } from '../syntax/splicer';
import type { FileContext } from './context';
import type { SpecItem } from './spec-items';

/** A disk that xl understands. */
export interface Disk {
  readonly spec: DiskSpec;
  readonly item: SpecItem;
  /** Where a part of it stands in the file: `target`, `vdev` and the like, with or without a name. */
  place(name: string): Span | undefined;
}

/** The disks of the guest that xl has nothing against. */
export function disks(file: FileContext): readonly Disk[] {
  return file.specs
    .filter(({ setting, reading }) => setting.name === 'disk' && reading.errors.length === 0)
    .map((item) => diskOf(file, item));
}

/** A disk as a rule wants it. */
export function diskOf(file: FileContext, item: SpecItem): Disk {
  const spec = item.reading as DiskSpec;
  const place = (name: string) => {
    const isIt = ({ role, option }: Part) => (role === 'value' ? option === name : role === name);
    const part = spec.parts.find(isIt);
    return part && file.place(item.atom, part.span);
  };
  return { spec, item, place };
}

/** True when one of the disks that xl has nothing against is a CD drive, or one is none. */
export function hasDisk(file: FileContext, what: 'cdrom' | 'hard disk'): boolean {
  const list = file.specsOf('disk');
  return list !== undefined && DRIVES[what].in(list.readings as readonly DiskSpec[]).length > 0;
}

const isSound = ({ errors }: DiskSpec) => errors.length === 0;
const DRIVES = {
  cdrom: new Finder((spec: DiskSpec) => isSound(spec) && Boolean(spec.disk.is_cdrom)),
  'hard disk': new Finder((spec: DiskSpec) => isSound(spec) && !spec.disk.is_cdrom),
} as const;
