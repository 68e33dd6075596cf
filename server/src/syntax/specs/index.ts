/** Parsers of the strings with a language of their own that settings hold. None knows which key its string belongs to. */
export { parseDisk } from './disk';
export type { DiskFields, DiskSpec } from './disk-fields';
export type { Part, PartRole, SpecError, SpecReading } from './part';
export { parseBdf, parsePci } from './pci';
export type { PciFields, PciSpec } from './pci-fields';
export { parseRate, type RateSpec } from './rate';
export { parseRdm, type RdmSpec } from './rdm';
