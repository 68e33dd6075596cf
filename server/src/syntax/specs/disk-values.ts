import type { Release } from '../release';
import type { SpecBuilder } from './builder';
import { newDisk } from './disk-fields';

/** Fields that keep a text as it is. */
export type StringField =
  | 'backend_domname'
  | 'pdev_path'
  | 'vdev'
  | 'script'
  | 'colo_host'
  | 'colo_export'
  | 'active_disk'
  | 'hidden_disk';

const QED_SINCE: Release = 409;
const STANDALONE_SINCE: Release = 417;

/** The disk that a spec builds, with what libxlutil checks of each value. All places are bytes of the spec. */
export class DiskValues {
  /** What is known of the disk so far. */
  readonly disk = newDisk();
  readonly #builder: SpecBuilder;
  readonly #release: Release;
  readonly #source: string;
  /** The end of every message: the spec as it is quoted. Decoded once, as there may be as many errors as characters. */
  readonly #quoted: string;

  constructor(builder: SpecBuilder, release: Release, source: string) {
    this.#builder = builder;
    this.#release = release;
    this.#source = source;
    this.#quoted = ` in \`${builder.text(0)}'`;
  }

  /** Keeps a text that may be given once; `what` names it in the message about a second one. */
  save(field: StringField, what: string, start: number, end: number, value?: string): void {
    const text = value ?? this.#builder.text(start, end);
    // An empty string may be overwritten without complaint.
    if (this.disk[field]) this.error(`${what} respecified`, start, end, text);
    else this.disk[field] = text;
  }

  /** Takes in a format; an empty one is raw. */
  format(start: number, end: number): void {
    const value = this.#builder.bytes.slice(start, end) || 'raw';
    const known = ['raw', 'qcow', 'qcow2', 'vhd', 'empty'];
    if (this.#release >= QED_SINCE) known.push('qed');
    this.choose('format', value, known, start, end);
  }

  /** Takes in a backend. */
  backendType(start: number, end: number): void {
    const known = ['phy', 'tap', 'qdisk'];
    if (this.#release >= STANDALONE_SINCE) known.push('standalone');
    const value = this.#builder.bytes.slice(start, end);
    if (known.includes(value)) this.choose('backend', value, known, start, end);
    else this.error('unknown value for backendtype', start, end);
  }

  /** Takes in one of `known`, which may be given again but not changed. */
  choose(
    field: 'format' | 'backend' | 'specification',
    value: string,
    known: readonly string[],
    start: number,
    end: number,
  ): void {
    const old = this.disk[field];
    if (!known.includes(value)) this.error(`unknown value for ${field}`, start, end);
    else if (old !== 'unknown' && old !== value) this.error(`${field} respecified`, start, end);
    else this.disk[field] = value;
  }

  /** Takes in an access; an empty one is read-write. */
  access(start: number, end: number): void {
    const value = this.#builder.bytes.slice(start, end);
    if (value === 'r' || value === 'ro') this.disk.readwrite = 0;
    else if (value === 'rw' || value === 'w' || value === '') this.disk.readwrite = 1;
    else this.error('unknown value for access', start, end);
  }

  /** What the library settles after the last token, when there was no error. */
  finish(): void {
    const disk = this.disk;
    if (disk.format === 'unknown') disk.format = 'raw';
    if (disk.is_cdrom) {
      disk.removable = 1;
      disk.readwrite = 0;
      if (!disk.pdev_path) disk.format = 'empty';
    }
    if (disk.vdev === null) this.error('no vdev specified');
    else if (disk.pdev_path === null && !disk.removable) {
      this.error('no target specified (and device not removable)');
    }
  }

  /** Adds an error at bytes `start` to `end`; the message quotes these, or `near`. Without a place it is about the whole spec. */
  error(problem: string, start?: number, end?: number, near?: string): void {
    const located = start !== undefined && end !== undefined;
    const place = located ? `: near \`${near ?? this.#builder.text(start, end)}'` : '';
    const message = `${this.#source}: config parsing error in disk specification: ${problem}${place}${this.#quoted}`;
    if (located) this.#builder.error(problem, start, end, message);
    else this.#builder.error(problem, 0, this.#builder.bytes.length, message);
  }
}
