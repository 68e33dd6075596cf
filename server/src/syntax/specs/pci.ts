import { NEWEST_RELEASE, type Release } from '../release';
import { atoi } from '../strtol';
import { SpecBuilder } from './builder';
import { parsePci414 } from './pci-4.14';
import { ALL_FUNCTIONS, ERROR_FAIL, ERROR_INVAL, newPci, PCI_SWITCHES, type PciSpec } from './pci-fields';
import { rdmPolicy } from './rdm';
import { scanInt } from './scanf';

/** The release whose libxlutil tells addresses from specs and has `bdf=`, `vslot=` and `name=`. */
const NEW_SYNTAX: Release = 415;

/** Reads a PCI address, `[DOMAIN:]BUS:DEVICE.FUNCTION`, exactly as xlu_pci_parse_bdf of the release. Never throws. */
export function parseBdf(text: string, release: Release = NEWEST_RELEASE): PciSpec {
  if (release < NEW_SYNTAX) return parsePci414(text, release);
  const reader = new PciReader(text);
  reader.address(0, reader.length);
  return reader.result();
}

/**
 * Reads a PCI spec, `ADDRESS[@SLOT],OPTION=VALUE,...`, exactly as xlu_pci_parse_spec_string of libxlutil 4.15 to 4.22;
 * before that as xlu_pci_parse_bdf, which xl used for these strings. Never throws.
 */
export function parsePci(text: string, release: Release = NEWEST_RELEASE): PciSpec {
  if (release < NEW_SYNTAX) return parsePci414(text, release);
  const reader = new PciReader(text);
  reader.spec();
  return reader.result();
}

/** Where the last read address, or the attempt at one, ended; `failed` does not stop a spec, whose address may be an option. */
type Address = { end: number } | 'failed' | 'unset';

class PciReader {
  readonly #builder: SpecBuilder;
  readonly #bytes: string;
  readonly #pci = newPci();
  #rc = 0;
  #crash = false;

  constructor(text: string) {
    this.#builder = new SpecBuilder(text);
    this.#bytes = this.#builder.bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  result(): PciSpec {
    const rc = this.#builder.errors.length > 0 ? this.#rc || ERROR_INVAL : 0;
    return this.#builder.reading({ rc, pci: this.#pci, ...(this.#crash && { crash: 'unset' as const }) });
  }

  /** An address between bytes `start` and `end`, where anything may follow; reports it when it is none. */
  address(start: number, end: number): Address {
    const address = this.#address(start, end);
    if (address === 'failed') {
      this.#builder.part('unknown', start, end);
      this.#builder.error('this is no PCI address', start, end);
    } else if (address === 'unset') {
      this.#builder.part('unknown', start, end);
      this.#builder.error('a PCI address needs its function, such as .0', start, end);
      this.#crash = true;
    }
    return address;
  }

  spec(): void {
    const bytes = this.#bytes;
    let at = 0;
    const positional = this.#address(0, bytes.length);
    let address = false;
    let named = false;
    if (positional === 'unset') {
      this.address(0, bytes.length);
      return;
    }
    if (positional !== 'failed') {
      address = true;
      at = positional.end;
      if (bytes[at] === '@') {
        const end = this.#slot(at + 1, bytes.length);
        if (end === undefined) return;
        at = end;
      }
      if (bytes[at] === ',') at++;
      else if (at < bytes.length) {
        this.#builder.part('unknown', at, bytes.length);
        this.#builder.error('nothing but @ or a comma may follow a PCI address', at, bytes.length);
        return;
      }
    }
    while (at < bytes.length) {
      const equals = bytes.indexOf('=', at);
      if (equals < 0) {
        this.#builder.part('unknown', at, bytes.length);
        const problem = positional === 'failed' && at === 0 ? 'this is no PCI address' : 'every option needs a value';
        this.#builder.error(problem, at, bytes.length);
        return;
      }
      const comma = bytes.indexOf(',', equals + 1);
      const end = comma < 0 ? bytes.length : comma;
      const name = bytes.slice(at, equals);
      this.#builder.part('name', at, equals, this.#builder.text(at, equals));
      if (!this.#option(name, at, equals + 1, end)) return;
      if (name === 'bdf') address = true;
      if (name === 'name') named = true;
      at = end + 1;
    }
    if (at === bytes.length && bytes[at - 1] === ',') this.#builder.part('name', at, at);
    if (address === named) {
      const problem = address ? 'bdf and name exclude each other' : 'a PCI address or name=... is needed';
      this.#builder.error(problem, 0, bytes.length);
    }
  }

  /** Takes in `name=value`, whose name starts at `nameStart`; false when the library stops there. */
  #option(name: string, nameStart: number, start: number, end: number): boolean {
    const value = this.#bytes.slice(start, end);
    const option = PCI_SWITCHES.find((known) => known === name);
    if (name === 'bdf') {
      const address = this.address(start, end);
      return address !== 'failed' && address !== 'unset';
    }
    if (name === 'vslot') return this.#slot(start, end) !== undefined;
    this.#builder.part('value', start, end, this.#builder.text(nameStart, start - 1));
    if (option) {
      this.#pci[option] = atoi(value) !== 0;
    } else if (name === 'rdm_policy') {
      const policy = rdmPolicy(value);
      if (policy === undefined) {
        const problem = 'Unknown RDM policy';
        this.#rc = ERROR_FAIL; // what libxl's table of policies answers
        const message = `${problem}: ${this.#builder.text(start, end)}`;
        this.#builder.error(problem, start, end, message, { unterminated: true });
        return false;
      }
      this.#pci.rdm_policy = policy;
    } else if (name === 'name') {
      this.#pci.name = this.#builder.text(start, end);
    } else {
      const problem = 'Unknown PCI_SPEC_STRING option';
      const message = `${problem}: ${this.#builder.text(nameStart, start - 1)}`;
      this.#builder.error(problem, nameStart, start - 1, message, { unterminated: true });
      return false;
    }
    return true;
  }

  /** Reads an address as the library's sscanf calls do and sets the fields when it is one. */
  #address(start: number, limit: number): Address {
    const bytes = limit === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, limit);
    const colons = /[0-9a-fA-F:]*/y;
    colons.lastIndex = start;
    const count = colons.exec(bytes)![0].split(':', 4).length - 1;
    if (count !== 1 && count !== 2) return 'failed';
    const numbers: { value: number; start: number; end: number }[] = [];
    let at = start;
    for (let i = 0; i <= count; i++) {
      const number = scanInt(bytes, at, '%x');
      if (!number) return 'failed';
      numbers.push({ value: number.value, start: at, end: number.end });
      at = number.end + 1;
      if (i < count && bytes[number.end] !== ':') return 'failed';
    }
    const [device, bus, domain] = numbers.reverse();
    if ((domain?.value ?? 0) > 0xffff || bus!.value > 0xff || device!.value > 0x1f) return 'failed';
    if (bytes[device!.end] !== '.') return 'unset';
    const all = bytes[at] === '*';
    const scanned = all ? { value: 0, end: at + 1 } : scanInt(bytes, at, '%x');
    if (!scanned || scanned.value > 7) return 'failed';
    Object.assign(this.#pci, {
      domain: domain?.value ?? 0,
      bus: bus!.value,
      dev: device!.value,
      func: scanned.value,
      vfunc_mask: all ? ALL_FUNCTIONS : 1,
    });
    if (domain) this.#builder.part('domain', domain.start, domain.end);
    this.#builder.part('bus', bus!.start, bus!.end);
    this.#builder.part('device', device!.start, device!.end);
    this.#builder.part('function', at, scanned.end);
    return { end: scanned.end };
  }

  /** The slot in the guest; gives where it ends, undefined after an error. */
  #slot(start: number, limit: number): number | undefined {
    const slot = scanInt(this.#bytes.slice(0, limit), start, '%x');
    if (!slot || slot.value > 0x1f) {
      this.#builder.part('slot', start, limit);
      this.#builder.error('a slot is a hexadecimal number from 0 to 1f', start, limit);
      return undefined;
    }
    this.#builder.part('slot', start, slot.end);
    this.#pci.vdevfn = slot.value << 3;
    return slot.end;
  }
}
