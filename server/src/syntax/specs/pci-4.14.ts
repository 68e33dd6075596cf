import type { Release } from '../release';
import { atoi, strtoul } from '../strtol';
import { SpecBuilder } from './builder';
import type { PartRole } from './part';
import { ALL_FUNCTIONS, ERROR_INVAL, newPci, PCI_SWITCHES, type PciSpec, type PciSwitch } from './pci-fields';

const SINCE: Record<PciSwitch, Release> = { msitranslate: 401, power_mgmt: 401, permissive: 402, seize: 405 };
const RDM_POLICY_SINCE: Release = 406;
/** Releases that abort when an address names all functions: they check that the function was set, and `*` sets none. */
const ASSERTED_SINCE: Release = 412;

/**
 * Reads a PCI spec as xlu_pci_parse_bdf of libxlutil 4.2 to 4.14 (in 4.1, libxl_device_pci_parse_bdf):
 * `[DOMAIN:]BUS:DEVICE.FUNCTION[@SLOT],OPTION=VALUE,...`. An option that it does not know costs a message only.
 */
export function parsePci414(text: string, release: Release): PciSpec {
  return new OldPciReader(new SpecBuilder(text), release).read();
}

class OldPciReader {
  readonly #builder: SpecBuilder;
  readonly #bytes: string;
  readonly #release: Release;
  readonly #pci = newPci();
  #refused = false;
  #crash: 'assertion' | undefined;

  constructor(builder: SpecBuilder, release: Release) {
    this.#builder = builder;
    this.#bytes = builder.bytes;
    this.#release = release;
  }

  read(): PciSpec {
    const options = this.#address();
    if (options !== undefined && this.#options(options)) this.#assertFunction();
    const rc = this.#refused || this.#crash ? ERROR_INVAL : 0;
    if (rc !== 0) Object.assign(this.#pci, { domain: 0, bus: 0, dev: 0, func: 0, vdevfn: 0 });
    return this.#builder.reading({ rc, pci: this.#pci, ...(this.#crash && { crash: this.#crash }) });
  }

  /** Reads up to the options; gives where they start, one past the end when there are none, undefined after an error. */
  #address(): number | undefined {
    const bytes = this.#bytes;
    const pci = this.#pci;
    const colon = bytes.indexOf(':');
    if (colon < 0) return this.#refuse('this is no PCI address', 0, bytes.length);
    const next = this.#next(/[:.]/g, colon + 1);
    const long = bytes[next] === ':';
    const dot = long ? this.#next(/\./g, next + 1) : next;
    const first = this.#hex(long ? 'domain' : 'bus', 0, colon, 0xffff);
    if (first === undefined) return undefined;
    if (long) {
      const bus = this.#hex('bus', colon + 1, next, 0xff);
      if (bus === undefined) return undefined;
      Object.assign(pci, { domain: first, bus });
    } else if (dot < bytes.length) {
      if (first > 0xff) return this.#refuse('a bus is a hexadecimal number from 0 to ff', 0, colon);
      pci.bus = first;
    }
    const deviceStart = long ? next + 1 : colon + 1;
    if (dot === bytes.length) return this.#refuse('a PCI address needs its function, such as .0', deviceStart, dot);
    const device = this.#hex('device', deviceStart, dot, 0xff);
    if (device === undefined) return undefined;
    pci.dev = device;
    const end = this.#next(/[@,]/g, dot + 1);
    if (bytes.slice(dot + 1, end) === '*') {
      this.#builder.part('function', dot + 1, end);
      pci.vfunc_mask = ALL_FUNCTIONS;
    } else {
      const func = this.#hex('function', dot + 1, end, 7);
      if (func === undefined) return undefined;
      pci.func = func;
      pci.vfunc_mask = 1;
    }
    if (bytes[end] !== '@') return end + 1;
    const slotEnd = this.#next(/,/g, end + 1);
    const slot = this.#hex('slot', end + 1, slotEnd, 0xff);
    if (slot === undefined) return undefined;
    pci.vdevfn = slot << 3;
    return slotEnd + 1;
  }

  /** The options from `start` on; false after an error. */
  #options(start: number): boolean {
    const bytes = this.#bytes;
    let at = start;
    while (at <= bytes.length) {
      const equals = bytes.indexOf('=', at);
      if (equals < 0) {
        this.#builder.part(at === bytes.length ? 'name' : 'unknown', at, bytes.length);
        this.#refuse('every option needs a value', at, bytes.length);
        return false;
      }
      const end = this.#next(/,/g, equals + 1);
      const name = this.#builder.text(at, equals);
      this.#builder.part('name', at, equals, name);
      this.#builder.part('value', equals + 1, end, name);
      if (!this.#option(name, at, equals + 1, end)) return false;
      at = end + 1;
    }
    return true;
  }

  #option(name: string, nameStart: number, start: number, end: number): boolean {
    const value = this.#bytes.slice(start, end);
    const option = PCI_SWITCHES.find((known) => known === name && SINCE[known] <= this.#release);
    if (option) {
      this.#pci[option] = atoi(value) !== 0;
    } else if (name === 'rdm_policy' && this.#release >= RDM_POLICY_SINCE) {
      if (value !== 'strict' && value !== 'relaxed') {
        const problem = "is not an valid PCI RDM property policy: 'strict' or 'relaxed'.";
        const message = `${this.#builder.text(start, end)} ${problem}`;
        this.#builder.error(problem, start, end, message, { unterminated: true });
        this.#refused = true;
        return false;
      }
      this.#pci.rdm_policy = value;
    } else {
      const problem = 'Unknown PCI BDF option';
      const message = `${problem}: ${name}`;
      if (this.#release > 401)
        this.#builder.error(problem, nameStart, start - 1, message, { unterminated: true, warning: true });
      else {
        const place = 'libxl: warning: libxl_pci.c:202:libxl_device_pci_parse_bdf';
        this.#builder.error(problem, nameStart, start - 1, `${place} ${message}`, { warning: true });
      }
    }
    return true;
  }

  #assertFunction(): void {
    if (this.#pci.vfunc_mask !== ALL_FUNCTIONS || this.#release < ASSERTED_SINCE) return;
    this.#crash = 'assertion';
    this.#builder.error('xl aborts at an address that names all functions', 0, this.#bytes.length);
  }

  /** A whole hexadecimal number within `mask`; of a number of more than 32 bits the library only looks at the low ones. */
  #hex(role: PartRole, start: number, end: number, mask: number): number | undefined {
    this.#builder.part(role, start, end);
    const number = strtoul(this.#bytes.slice(start, end), 16);
    const low = Number(BigInt.asUintN(32, number.value));
    if (number.end > 0 && number.end === end - start && low <= mask) return low;
    return this.#refuse(`a ${role} is a hexadecimal number from 0 to ${mask.toString(16)}`, start, end);
  }

  /** Where the first character that `pattern` (global) finds stands, from `start` on; the end of the text when none does. */
  #next(pattern: RegExp, start: number): number {
    pattern.lastIndex = start;
    return pattern.exec(this.#bytes)?.index ?? this.#bytes.length;
  }

  #refuse(problem: string, start: number, end: number): undefined {
    this.#refused = true;
    this.#builder.error(problem, start, end);
    return undefined;
  }
}
