import type { Span } from '../syntax/span';
import type { DiskSpec, Part } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';

/** A disk that xl understands. */
export interface Disk {
  readonly atom: Atom;
  readonly spec: DiskSpec;
  /** Where a part of it stands in the file: `target`, `vdev` and the like, with or without a name. */
  place(name: string): Span | undefined;
}

/** The disks of the guest that xl has nothing against. */
export function disks(file: FileContext): readonly Disk[] {
  let disks = DISKS.get(file);
  if (!disks) {
    disks = file
      .specsOf('disk')
      .filter(({ reading }) => reading.errors.length === 0)
      .map(({ atom, reading }) => new PlacedDisk(file, atom, reading as DiskSpec));
    DISKS.set(file, disks);
  }
  return disks;
}

const DISKS = new WeakMap<FileContext, readonly Disk[]>();

/** Looks for places when it is asked: most disks have nothing to report. */
class PlacedDisk implements Disk {
  constructor(
    private readonly file: FileContext,
    readonly atom: Atom,
    readonly spec: DiskSpec,
  ) {}

  place(name: string): Span | undefined {
    const isIt = ({ role, option }: Part) => (role === 'value' ? option === name : role === name);
    const part = this.spec.parts.find(isIt);
    return part && this.file.place(this.atom, part.span);
  }
}
