import { NEWEST_RELEASE, type Release } from '../release';
import { atoi } from '../strtol';
import { SpecBuilder } from './builder';
import { parseDisk41 } from './disk-4.1';
import { type DiskSpec, newDisk } from './disk-fields';
import { DiskScanner, type DiskToken, FORMAT_PREFIXES, SCRIPT_PREFIXES } from './disk-tokens';
import type { PartRole } from './part';

const EINVAL = 22;
const JAMMED = 'flex scanner jammed';

/**
 * Reads one disk spec exactly as xlu_disk_parse of libxlutil 4.2 to 4.22 (before that, as xl 4.1 itself did).
 * `source` is the name that the messages carry: the config file's as given to xl. Never throws.
 */
export function parseDisk(text: string, release: Release = NEWEST_RELEASE, source = 'spec'): DiskSpec {
  if (release < 402) return parseDisk41(text);
  return new DiskReader(new SpecBuilder(text), release, source).read();
}

type StringField =
  | 'backend_domname'
  | 'pdev_path'
  | 'vdev'
  | 'script'
  | 'colo_host'
  | 'colo_export'
  | 'active_disk'
  | 'hidden_disk';

/** Options that only keep their text: the field, and the option's name in the message about a second value. */
const STRING_OPTIONS = new Map<string, { field: StringField; what: string }>([
  ['backend', { field: 'backend_domname', what: 'backend' }],
  ['vdev', { field: 'vdev', what: 'vdev' }],
  ['script', { field: 'script', what: 'script' }],
  ['colo-host', { field: 'colo_host', what: 'colo-host' }],
  ['colo-export', { field: 'colo_export', what: 'colo-export' }],
  ['active-disk', { field: 'active_disk', what: 'active-disk' }],
  ['hidden-disk', { field: 'hidden_disk', what: 'hidden-disk' }],
]);

const QED_SINCE: Release = 409;
const STANDALONE_SINCE: Release = 417;

/** One run over one spec: the scanner's tokens become fields, parts and errors. All offsets are bytes until they leave. */
class DiskReader {
  readonly #source: string;
  /** The end of every message: the spec as it is quoted. Decoded once, as there may be as many errors as characters. */
  readonly #quoted: string;
  readonly #builder: SpecBuilder;
  readonly #bytes: string;
  readonly #release: Release;
  readonly #disk = newDisk();
  #deprecatedPrefix = false;
  #accessSet = false;
  #crash = false;

  constructor(builder: SpecBuilder, release: Release, source: string) {
    this.#builder = builder;
    this.#bytes = builder.bytes;
    this.#release = release;
    this.#source = source;
    this.#quoted = ` in \`${builder.text(0)}'`;
  }

  read(): DiskSpec {
    const bytes = this.#bytes;
    const scanner = new DiskScanner(bytes, this.#release);
    let open = true;
    for (let at = 0; at < bytes.length; ) {
      const token = scanner.token(at);
      if (!this.#take(token, at)) {
        open = false;
        break;
      }
      at = token.end;
      open = token.kind === 'blank' ? open : bytes[at - 1] === ',';
    }
    if (open) this.#builder.part(this.#nextPositional(), bytes.length, bytes.length);
    if (this.#builder.errors.length === 0) this.#finish();
    const rc = this.#builder.errors.length > 0 ? EINVAL : 0;
    return this.#builder.reading({ rc, disk: this.#disk, ...(this.#crash && { crash: true as const }) });
  }

  /** Takes one token in; false when the library stops reading there. */
  #take(token: DiskToken, at: number): boolean {
    switch (token.kind) {
      case 'blank':
        return true;
      case 'option':
      case 'target':
        this.#option(token, at);
        return true;
      case 'flag':
        this.#builder.part('flag', at, at + token.name.length, token.name);
        this.#flag(token.name);
        return true;
      case 'unknown-option':
        this.#builder.part('unknown', at, token.end);
        this.#error('unknown parameter', at, token.end);
        return true;
      case 'prefix':
        this.#builder.part('prefix', at, token.end, token.name);
        this.#prefix(token, at);
        return true;
      case 'unknown-prefix':
        this.#builder.part('prefix', at, token.end);
        this.#error('unknown deprecated disk prefix', at, token.end);
        return false;
      case 'positional':
        return this.#positional(at, this.#bytes[token.end - 1] === ',' ? token.end - 1 : token.end);
      case 'stray-equals':
        this.#builder.part('unknown', at, token.end);
        return false;
      case 'jam':
        this.#builder.part('unknown', at, token.end);
        this.#crash = true;
        this.#builder.error(JAMMED, at, token.end, JAMMED);
        return false;
      case 'bad':
        this.#builder.part('unknown', at, token.end);
        this.#error('bad disk syntax', at, token.end);
        return false;
    }
  }

  #option(token: DiskToken, at: number): void {
    const bytes = this.#bytes;
    const { name } = token;
    const start = at + name.length + 1;
    const end = token.end > start && bytes[token.end - 1] === ',' ? token.end - 1 : token.end;
    this.#builder.part('name', at, at + name.length, name);
    this.#builder.part('value', start, end, name);
    const value = bytes.slice(start, end);
    const keep = STRING_OPTIONS.get(name);
    if (keep) this.#save(keep.field, keep.what, start, end);
    else if (name === 'target') this.#save('pdev_path', 'target', start, end);
    else if (name === 'format') this.#format(start, end);
    else if (name === 'access') this.#access(start, end);
    else if (name === 'backendtype') this.#backendType(start, end);
    else if (name === 'specification') this.#choose('specification', value, ['xen', 'virtio'], start, end);
    else if (name === 'grant_usage') this.#disk.grant_usage = value === '1';
    else if (name === 'colo-port') {
      const port = atoi(value);
      if (port !== 0) this.#disk.colo_port = port;
      else this.#error('unknown value for colo_port', start, end);
    } else if (value === 'cdrom' || value === 'disk') this.#disk.is_cdrom = value === 'cdrom' ? 1 : 0;
    else this.#error('unknown value for type', at, token.end);
  }

  #flag(name: string): void {
    const disk = this.#disk;
    if (name === 'cdrom') disk.is_cdrom = 1;
    else if (name === 'direct-io-safe') disk.direct_io_safe = true;
    else if (name === 'discard' || name === 'no-discard') disk.discard_enable = name === 'discard';
    else if (name === 'colo' || name === 'no-colo') disk.colo_enable = name === 'colo';
    else disk.trusted = name === 'trusted';
  }

  #prefix(token: DiskToken, at: number): void {
    this.#deprecatedPrefix = true;
    const end = token.end - 1;
    if (FORMAT_PREFIXES.has(token.name)) this.#format(at, end);
    else if (SCRIPT_PREFIXES.has(token.name)) this.#save('script', 'script', at, end, `block-${token.name}`);
  }

  /** A parameter without a name: target, format, vdev and access stand in this order, whatever named ones are between them. */
  #positional(start: number, end: number): boolean {
    const disk = this.#disk;
    const role = this.#nextPositional();
    if (this.#builder.errors.length > 0) {
      this.#builder.part('unknown', start, end); // the library says no more about these
    } else if (role === 'target') {
      this.#builder.part(role, start, end);
      this.#save('pdev_path', 'target', start, end);
    } else if (role === 'format') {
      if (disk.pdev_path === '' && this.#vdevAndType(start, end)) {
        disk.format = 'empty';
      } else {
        this.#builder.part(role, start, end);
        this.#format(start, end);
      }
    } else if (role === 'vdev') {
      if (!this.#vdevAndType(start, end)) {
        this.#builder.part(role, start, end);
        this.#save('vdev', 'vdev', start, end);
      }
    } else if (role === 'access') {
      this.#accessSet = true;
      this.#builder.part(role, start, end);
      this.#access(start, end);
    } else {
      this.#builder.part('unknown', start, end);
      this.#error('too many positional parameters', start, end);
      return false;
    }
    return true;
  }

  #nextPositional(): PartRole {
    const disk = this.#disk;
    if (disk.pdev_path === null) return 'target';
    if (!this.#deprecatedPrefix && disk.format === 'unknown') return 'format';
    if (disk.vdev === null) return 'vdev';
    return this.#accessSet ? 'unknown' : 'access';
  }

  /** `VDEV:cdrom` and `VDEV:disk`; false when there is no colon. */
  #vdevAndType(start: number, end: number): boolean {
    const colon = this.#bytes.slice(start, end).lastIndexOf(':');
    if (colon < 0) return false;
    const type = start + colon + 1;
    this.#builder.part('vdev', start, type - 1);
    this.#builder.part('devtype', type, end);
    this.#save('vdev', 'vdev', start, type - 1);
    const value = this.#bytes.slice(type, end);
    if (value === 'cdrom' || value === 'disk') this.#disk.is_cdrom = value === 'cdrom' ? 1 : 0;
    else this.#error('unknown deprecated type', type, end);
    return true;
  }

  #save(field: StringField, what: string, start: number, end: number, value?: string): void {
    const text = value ?? this.#builder.text(start, end);
    // An empty string may be overwritten without complaint.
    if (this.#disk[field]) this.#error(`${what} respecified`, start, end, text);
    else this.#disk[field] = text;
  }

  #format(start: number, end: number): void {
    const value = this.#bytes.slice(start, end) || 'raw';
    const known = ['raw', 'qcow', 'qcow2', 'vhd', 'empty'];
    if (this.#release >= QED_SINCE) known.push('qed');
    this.#choose('format', value, known, start, end);
  }

  #backendType(start: number, end: number): void {
    const known = ['phy', 'tap', 'qdisk'];
    if (this.#release >= STANDALONE_SINCE) known.push('standalone');
    const value = this.#bytes.slice(start, end);
    if (known.includes(value)) this.#choose('backend', value, known, start, end);
    else this.#error('unknown value for backendtype', start, end);
  }

  #choose(
    field: 'format' | 'backend' | 'specification',
    value: string,
    known: readonly string[],
    start: number,
    end: number,
  ): void {
    const old = this.#disk[field];
    if (!known.includes(value)) this.#error(`unknown value for ${field}`, start, end);
    else if (old !== 'unknown' && old !== value) this.#error(`${field} respecified`, start, end);
    else this.#disk[field] = value;
  }

  #access(start: number, end: number): void {
    const value = this.#bytes.slice(start, end);
    if (value === 'r' || value === 'ro') this.#disk.readwrite = 0;
    else if (value === 'rw' || value === 'w' || value === '') this.#disk.readwrite = 1;
    else this.#error('unknown value for access', start, end);
  }

  /** What the library settles after the last token, when there was no error. */
  #finish(): void {
    const disk = this.#disk;
    if (disk.format === 'unknown') disk.format = 'raw';
    if (disk.is_cdrom) {
      disk.removable = 1;
      disk.readwrite = 0;
      if (!disk.pdev_path) disk.format = 'empty';
    }
    if (disk.vdev === null) this.#error('no vdev specified');
    else if (disk.pdev_path === null && !disk.removable) {
      this.#error('no target specified (and device not removable)');
    }
  }

  /** Adds an error at bytes `start` to `end`; the message quotes these, or `near`. Without a place it is about the whole spec. */
  #error(problem: string, start?: number, end?: number, near?: string): void {
    const located = start !== undefined && end !== undefined;
    const place = located ? `: near \`${near ?? this.#builder.text(start, end)}'` : '';
    const message = `${this.#source}: config parsing error in disk specification: ${problem}${place}${this.#quoted}`;
    if (located) this.#builder.error(problem, start, end, message);
    else this.#builder.error(problem, 0, this.#bytes.length, message);
  }
}
