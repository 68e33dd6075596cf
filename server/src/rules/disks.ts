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
export function disks(file: FileContext): Disk[] {
  return file.specs
    .filter(({ language, reading }) => language.startsWith('disk') && reading.errors.length === 0)
    .map(({ atom, reading }) => {
      const isIt = (name: string) => (part: Part) =>
        part.role === 'value' ? part.option === name : part.role === name;
      const place = (name: string) => {
        const part = reading.parts.find(isIt(name));
        return part && file.place(atom, part.span);
      };
      return { atom, spec: reading as DiskSpec, place };
    });
}
