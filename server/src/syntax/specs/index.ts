/** Parsers of the strings with a language of their own that settings hold. None knows which key its string belongs to. */
import { parseDisk as readDisk } from './disk';
import { parsePci as readPci } from './pci';
import { remembered } from './remembered';
import { parseVif as readVif } from './vif';

export { parseChannel } from './channel';
export { type FlagLookup, parseCpuid, parseCpuidLeaf } from './cpuid';
export { type CpuItem, type CpuSet, parseCpus } from './cpus';
export type { DeviceFields, DeviceSpec, DeviceValue } from './device';
export type { DiskFields, DiskSpec } from './disk-fields';
export { readList } from './lists';
export { parseArmSci, parseSmbios, parseXenstoreQuota } from './named-values';
export { parseP9 } from './p9';
export type { Part, PartRole, SpecError, SpecReading } from './part';
export { parseBdf } from './pci';
export type { PciFields, PciSpec } from './pci-fields';
export { parsePvcalls } from './pvcalls';
export { parseIomem, parseIoports, parseIrq, parseLlcColors } from './ranges';
export { parseRate, type RateSpec } from './rate';
export { parseRdm, type RdmSpec } from './rdm';
export { parseUsbController, parseUsbDevice } from './usb';
export { parseVdispl } from './vdispl';
export { parseVfb } from './vfb';
export { parseVifOutOfRange } from './vif';
export { parseViridian } from './viridian';
export { parseVirtio } from './virtio';
export { parseVkb } from './vkb';
export { parseVnode } from './vnode';
export { parseSoundCard, type SoundCard } from './vsnd';
export { parseVtpm } from './vtpm';

/** The languages of which a file may hold thousands: see each one's own file for what it reads. */
export const parseDisk = remembered(readDisk);
export const parsePci = remembered(readPci);
export const parseVif = remembered(readVif);
