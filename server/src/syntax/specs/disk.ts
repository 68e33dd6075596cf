import { NEWEST_RELEASE, type Release } from '../release';
import { atoi } from '../strtol';
import { SpecBuilder } from './builder';
import { parseDisk41 } from './disk-4.1';
import type { DiskSpec } from './disk-fields';
import { DiskScanner, type DiskToken, FORMAT_PREFIXES, SCRIPT_PREFIXES } from './disk-tokens';
import { DiskValues, type StringField } from './disk-values';
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

/** Options that only keep their text, and the field that keeps it. */
const STRING_OPTIONS = new Map<string, StringField>([
  ['backend', 'backend_domname'],
  ['vdev', 'vdev'],
  ['script', 'script'],
  ['colo-host', 'colo_host'],
  ['colo-export', 'colo_export'],
  ['active-disk', 'active_disk'],
  ['hidden-disk', 'hidden_disk'],
]);

/** One run over one spec: the scanner's tokens become fields, parts and errors. All offsets are bytes until they leave. */
class DiskReader {
  readonly #builder: SpecBuilder;
  readonly #bytes: string;
  readonly #release: Release;
  readonly #values: DiskValues;
  #deprecatedPrefix = false;
  #accessSet = false;
  #crash = false;

  constructor(builder: SpecBuilder, release: Release, source: string) {
    this.#builder = builder;
    this.#bytes = builder.bytes;
    this.#release = release;
    this.#values = new DiskValues(builder, release, source);
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
    if (open) this.#openEnd();
    if (this.#builder.errors.length === 0) this.#values.finish();
    const rc = this.#builder.errors.length > 0 ? EINVAL : 0;
    return this.#builder.reading({ rc, disk: this.#values.disk, ...(this.#crash && { crash: true as const }) });
  }

  /** Marks the place after the last comma, where a parameter may be typed. */
  #openEnd(): void {
    const role = this.#nextPositional();
    this.#builder.part(role === 'unknown' ? 'name' : role, this.#bytes.length, this.#bytes.length);
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
        this.#values.error('unknown parameter', at, token.end);
        return true;
      case 'prefix':
        this.#builder.part('prefix', at, token.end, token.name);
        this.#prefix(token, at);
        return true;
      case 'unknown-prefix':
        this.#builder.part('prefix', at, token.end);
        this.#values.error('unknown deprecated disk prefix', at, token.end);
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
        this.#values.error('bad disk syntax', at, token.end);
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
    if (keep) this.#values.save(keep, name, start, end);
    else if (name === 'target') this.#values.save('pdev_path', 'target', start, end);
    else if (name === 'format') this.#values.format(start, end);
    else if (name === 'access') this.#values.access(start, end);
    else if (name === 'backendtype') this.#values.backendType(start, end);
    else if (name === 'specification') this.#values.choose('specification', value, ['xen', 'virtio'], start, end);
    else if (name === 'grant_usage') this.#values.disk.grant_usage = value === '1';
    else if (name === 'colo-port') {
      const port = atoi(value);
      if (port !== 0) this.#values.disk.colo_port = port;
      else this.#values.error('unknown value for colo_port', start, end);
    } else if (value === 'cdrom' || value === 'disk') this.#values.disk.is_cdrom = value === 'cdrom' ? 1 : 0;
    else this.#values.error('unknown value for type', at, token.end);
  }

  #flag(name: string): void {
    const disk = this.#values.disk;
    if (name === 'cdrom') disk.is_cdrom = 1;
    else if (name === 'direct-io-safe') disk.direct_io_safe = true;
    else if (name === 'discard' || name === 'no-discard') disk.discard_enable = name === 'discard';
    else if (name === 'colo' || name === 'no-colo') disk.colo_enable = name === 'colo';
    else disk.trusted = name === 'trusted';
  }

  #prefix(token: DiskToken, at: number): void {
    this.#deprecatedPrefix = true;
    const end = token.end - 1;
    if (FORMAT_PREFIXES.has(token.name)) this.#values.format(at, end);
    else if (SCRIPT_PREFIXES.has(token.name)) this.#values.save('script', 'script', at, end, `block-${token.name}`);
  }

  /** A parameter without a name: target, format, vdev and access stand in this order, whatever named ones are between them. */
  #positional(start: number, end: number): boolean {
    const disk = this.#values.disk;
    const role = this.#nextPositional();
    if (this.#builder.errors.length > 0) {
      this.#builder.part('unknown', start, end); // the library says no more about these
    } else if (role === 'target') {
      this.#builder.part(role, start, end);
      this.#values.save('pdev_path', 'target', start, end);
    } else if (role === 'format') {
      if (disk.pdev_path === '' && this.#vdevAndType(start, end)) {
        disk.format = 'empty';
      } else {
        this.#builder.part(role, start, end);
        this.#values.format(start, end);
      }
    } else if (role === 'vdev') {
      if (!this.#vdevAndType(start, end)) {
        this.#builder.part(role, start, end);
        this.#values.save('vdev', 'vdev', start, end);
      }
    } else if (role === 'access') {
      this.#accessSet = true;
      this.#builder.part(role, start, end);
      this.#values.access(start, end);
    } else {
      this.#builder.part('unknown', start, end);
      this.#values.error('too many positional parameters', start, end);
      return false;
    }
    return true;
  }

  #nextPositional(): PartRole {
    const disk = this.#values.disk;
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
    this.#values.save('vdev', 'vdev', start, type - 1);
    const value = this.#bytes.slice(type, end);
    if (value === 'cdrom' || value === 'disk') this.#values.disk.is_cdrom = value === 'cdrom' ? 1 : 0;
    else this.#values.error('unknown deprecated type', type, end);
    return true;
  }
}
