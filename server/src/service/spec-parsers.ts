import { findCpuidFlag } from '../schema';
import { ownCopy } from '../syntax/own-copy';
import type { Release } from '../syntax/release';
import {
  type Part,
  parseArmSci,
  parseChannel,
  parseCpuid,
  parseCpuidLeaf,
  parseCpus,
  parseDisk,
  parseIomem,
  parseIoports,
  parseIrq,
  parseLlcColors,
  parseP9,
  parsePci,
  parsePvcalls,
  parseRdm,
  parseSmbios,
  parseSoundCard,
  parseUsbController,
  parseUsbDevice,
  parseVdispl,
  parseVfb,
  parseVif,
  parseViridian,
  parseVirtio,
  parseVkb,
  parseVnode,
  parseVtpm,
  parseXenstoreQuota,
  type SpecError,
} from '../syntax/specs';

/** What a parser of specs says of one. */
export interface PartsAndErrors {
  readonly parts: readonly Part[];
  readonly errors: readonly SpecError[];
}

type Parser = (text: string, release: Release) => PartsAndErrors;

const NOTHING: PartsAndErrors = { parts: [], errors: [] };

/** The parser of each language of the schema that has one; the others are single words or free text. */
const PARSERS: Readonly<Record<string, Parser>> = {
  arm_sci: parseArmSci,
  channel: parseChannel,
  cpuid: (text, release) => parseCpuid(text, (name) => (flagIsRead(name, release) ? 'cpuid' : undefined), release),
  'cpuid-xend': parseCpuidLeaf,
  cpus: parseCpus,
  disk: (text, release) => parseDisk(text, release),
  'disk-4.1': (text, release) => parseDisk(text, release),
  iomem: parseIomem,
  ioports: parseIoports,
  irqs: parseIrq,
  llc_colors: parseLlcColors,
  p9: parseP9,
  pci: (text, release) => parsePci(text, release),
  pvcalls: parsePvcalls,
  rdm: (text, release) => parseRdm(text, release),
  smbios: parseSmbios,
  usbctrl: parseUsbController,
  usbdev: parseUsbDevice,
  vdispl: parseVdispl,
  vfb: parseVfb,
  vif: (text, release) => parseVif(text, release),
  viridian: parseViridian,
  virtio: parseVirtio,
  vkb: parseVkb,
  vnuma: parseVnode,
  vsnd: (text, release) => parseSoundCard([text], release).items[0] ?? NOTHING,
  vtpm: parseVtpm,
  xenstore_quota: parseXenstoreQuota,
};

/** Specs that were read, the newest of them: after an edit of a long file nearly all of its specs are the same. */
class Known {
  #recent = new Map<string, PartsAndErrors>();
  #older = new Map<string, PartsAndErrors>();

  read(text: string, release: Release, parse: Parser): PartsAndErrors {
    let read = this.#recent.get(text);
    if (read) return read;
    // what is kept must not keep the whole text of which it is a part
    const own = ownCopy(text);
    read = this.#older.get(own);
    if (!read) {
      const { parts, errors } = parse(own, release);
      read = { parts, errors };
    }
    if (this.#recent.size >= MOST_KNOWN) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(own, read);
    return read;
  }
}

/** How many specs of a language are kept, twice. */
const MOST_KNOWN = 6000;
const KNOWN = new Map<string, { readonly release: Release; readonly specs: Known }>();

/** What the parser of a language makes of a spec; undefined for a language without one. Never throws. */
export function parseSpec(language: string, text: string, release: Release): PartsAndErrors | undefined {
  const parse = PARSERS[language];
  if (!parse) return undefined;
  if (text.length > LONGEST_KNOWN) return parse(text, release);
  let known = KNOWN.get(language);
  if (known?.release !== release) {
    known = { release, specs: new Known() };
    KNOWN.set(language, known);
  }
  return known.specs.read(text, release, parse);
}

/** Longer texts are not kept. */
const LONGEST_KNOWN = 500;

function flagIsRead(name: string, release: Release): boolean {
  const flag = findCpuidFlag(name);
  return flag !== undefined && flag.since <= release && (flag.until === undefined || release <= flag.until);
}
