import { SpecBuilder } from './builder';
import { type DiskFields, type DiskSpec, newDisk } from './disk-fields';

/** The formats that xl 4.1 knew behind `tap:` and what it let serve them. */
const TAP_FORMATS = new Map([
  ['vhd', 'tap'],
  ['qcow', 'qdisk'],
  ['qcow2', 'qdisk'],
  ['raw', 'tap'],
]);

const IOEMU = 'ioemu:';
const FAILED = 1;

/**
 * Reads a disk spec as xl 4.1 did, by its own state machine and before libxlutil could: `PREFIX:TARGET,VDEV[:cdrom][,ACCESS]`.
 * `rc` is 1 for an error; xl leaves that disk out and carries on. Its messages do not name the file.
 */
export function parseDisk41(text: string): DiskSpec {
  return new Disk41Reader(new SpecBuilder(text)).read();
}

class Disk41Reader {
  readonly #builder: SpecBuilder;
  readonly #bytes: string;
  readonly #disk: DiskFields = { ...newDisk(), readwrite: 0 };

  constructor(builder: SpecBuilder) {
    this.#builder = builder;
    this.#bytes = builder.bytes;
  }

  read(): DiskSpec {
    const target = this.#prefixes();
    if (target !== undefined) this.#rest(target);
    return this.#builder.reading({ rc: this.#builder.errors.length > 0 ? FAILED : 0, disk: this.#disk });
  }

  /** Reads up to the target: gives its start, or that of the vdev after an empty target; undefined after an error. */
  #prefixes(): { target: number } | { vdev: number } | undefined {
    const first = /[:,]/.exec(this.#bytes);
    if (!first) {
      this.#syntaxError(0);
      return undefined;
    }
    if (first[0] === ',') {
      Object.assign(this.#disk, { format: 'empty', backend: 'tap', pdev_path: '' });
      this.#builder.part('unknown', 0, first.index); // whatever stands before the comma is dropped
      return { vdev: first.index + 1 };
    }
    const prefix = this.#bytes.slice(0, first.index);
    const end = first.index + 1;
    this.#builder.part('prefix', 0, end, prefix);
    if (prefix === 'tap' || prefix === 'tap2') return this.#tapPrefixes(end);
    if (prefix !== 'phy' && prefix !== 'file') {
      this.#error('Unknown disk type', 0, end, first.index);
      return undefined;
    }
    this.#disk.format = 'raw';
    this.#disk.backend = prefix === 'phy' ? 'phy' : 'tap';
    return { target: end };
  }

  /** What follows `tap:`: any number of `aio:`, then a format or none. */
  #tapPrefixes(start: number): { target: number } | undefined {
    let at = start;
    const next = /[:,]/g;
    for (;;) {
      next.lastIndex = at;
      const found = next.exec(this.#bytes);
      if (!found) {
        this.#syntaxError(at);
        return undefined;
      }
      if (found[0] === ',') {
        Object.assign(this.#disk, { format: 'raw', backend: 'tap' });
        return { target: at };
      }
      const prefix = this.#bytes.slice(at, found.index);
      const end = found.index + 1;
      this.#builder.part('prefix', at, end, prefix);
      if (prefix !== 'aio') {
        const backend = TAP_FORMATS.get(prefix);
        if (backend === undefined) {
          this.#error('Unknown tapdisk type', at, end, found.index);
          return undefined;
        }
        Object.assign(this.#disk, { format: prefix, backend });
        return { target: end };
      }
      at = end;
    }
  }

  /** The target, the vdev with its type, and the access. */
  #rest(from: { target: number } | { vdev: number }): void {
    const bytes = this.#bytes;
    let vdev: number;
    if ('target' in from) {
      const comma = bytes.indexOf(',', from.target);
      if (comma < 0) {
        this.#syntaxError(from.target);
        return;
      }
      this.#builder.part('target', from.target, comma);
      this.#disk.pdev_path = this.#builder.text(from.target, comma) || null;
      vdev = comma + 1;
      if (bytes.startsWith(IOEMU, vdev)) {
        this.#builder.part('prefix', vdev, vdev + IOEMU.length, 'ioemu');
        vdev += IOEMU.length;
      }
    } else vdev = from.vdev;
    const end = vdev + bytes.slice(vdev).search(/[,:]|$/);
    this.#builder.part('vdev', vdev, end);
    if (end === vdev) {
      if (end < bytes.length) this.#syntaxError(vdev);
      return; // an empty one is let through at the end of the spec
    }
    this.#disk.vdev = this.#builder.text(vdev, end);
    if (bytes[end] === ':') {
      const comma = bytes.indexOf(',', end + 1);
      const typeEnd = comma < 0 ? bytes.length : comma;
      const type = bytes.slice(end + 1, typeEnd);
      this.#builder.part('devtype', end + 1, typeEnd);
      if (type !== 'cdrom') {
        this.#error('Unknown virtual disk type', end + 1, typeEnd, typeEnd);
        return;
      }
      this.#disk.is_cdrom = 1;
      this.#disk.removable = 1;
      // xl looks for the comma after it has overwritten it, and so never sees an access here.
      if (typeEnd < bytes.length) this.#builder.part('unknown', typeEnd + 1, bytes.length);
      return;
    }
    const access = end + 1;
    if (access > bytes.length) return;
    this.#builder.part('access', access, bytes.length);
    this.#disk.readwrite = bytes[access] === 'w' ? 1 : 0;
  }

  #syntaxError(start: number): void {
    const problem = 'parse error in disk config';
    this.#builder.error(problem, start, this.#bytes.length, `${problem} near '${this.#builder.text(start)}'`);
  }

  #error(problem: string, start: number, end: number, quotedEnd: number): void {
    this.#builder.error(problem, start, end, `${problem}: ${this.#builder.text(start, quotedEnd)}`);
  }
}
