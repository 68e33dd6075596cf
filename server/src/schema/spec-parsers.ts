import type { Release } from '../syntax/release';
import * as specs from '../syntax/specs';
import { findCpuidFlag } from './cpuid';
import { findOption } from './languages';

/** Reads a string in a mini-language as xl of a release does. */
export type SpecParser = (text: string, release: Release) => specs.SpecReading;

/** The parser of each mini-language that has one; the others are single words or free text. */
const PARSERS: Readonly<Record<string, SpecParser>> = {
  arm_sci: specs.parseArmSci,
  channel: specs.parseChannel,
  cpuid: (text, release) => specs.parseCpuid(text, (name) => (isFlag(name, release) ? 'cpuid' : undefined), release),
  'cpuid-xend': specs.parseCpuidLeaf,
  cpus: specs.parseCpus,
  disk: specs.parseDisk,
  'disk-4.1': specs.parseDisk,
  iomem: specs.parseIomem,
  ioports: specs.parseIoports,
  irqs: specs.parseIrq,
  llc_colors: specs.parseLlcColors,
  p9: specs.parseP9,
  pci: specs.parsePci,
  pvcalls: specs.parsePvcalls,
  rdm: specs.parseRdm,
  smbios: specs.parseSmbios,
  usbctrl: specs.parseUsbController,
  usbdev: specs.parseUsbDevice,
  vdispl: specs.parseVdispl,
  vfb: specs.parseVfb,
  vif: specs.parseVif,
  viridian: specs.parseViridian,
  virtio: specs.parseVirtio,
  vkb: specs.parseVkb,
  vnuma: specs.parseVnode,
  vsnd: (text, release) => specs.parseSoundCard([text], release).items[0]!,
  vtpm: specs.parseVtpm,
  xenstore_quota: specs.parseXenstoreQuota,
};

function isFlag(name: string, release: Release): boolean {
  const flag = findOption('cpuid', name) ?? findCpuidFlag(name);
  return flag !== undefined && flag.since <= release && (flag.until === undefined || release <= flag.until);
}

/** The parser of a mini-language of the schema, by its name there; undefined for one without. */
export function specParser(language: string): SpecParser | undefined {
  return Object.hasOwn(PARSERS, language) ? PARSERS[language] : undefined;
}

/** What xl of a release makes of a string in a mini-language; undefined for a language without a parser. Never throws. */
export function parseSpec(language: string, text: string, release: Release): specs.SpecReading | undefined {
  return specParser(language)?.(text, release);
}
