import type { SpecReading } from './part';

/** The fields of a passed-through PCI device, named and valued as libxl's `libxl_device_pci`. */
export interface PciFields {
  domain: number;
  bus: number;
  dev: number;
  func: number;
  vdevfn: number;
  vfunc_mask: number;
  msitranslate: boolean;
  power_mgmt: boolean;
  permissive: boolean;
  seize: boolean;
  rdm_policy: string;
  name: string | null;
}

/** What libxlutil makes of a PCI address or a PCI spec. */
export interface PciSpec extends SpecReading {
  /** 0, -6 (ERROR_INVAL), or -3 (ERROR_FAIL) for an unknown RDM policy from 4.15 on. */
  readonly rc: number;
  /** The device's fields; after an error as far as the library had come. */
  readonly pci: Readonly<PciFields>;
  /**
   * Why nobody can say what the library does: `unset`: it goes on from a place in memory that it never set, and mostly ends
   * in a segmentation fault; `assertion`: it aborts the program on purpose.
   */
  readonly crash?: 'unset' | 'assertion';
}

export const ERROR_FAIL = -3;
export const ERROR_INVAL = -6;

/** All functions of a device, as `*` stands for. */
export const ALL_FUNCTIONS = 0xffffffff;

/** A device of which nothing is known yet, as libxlutil starts from. */
export function newPci(): PciFields {
  return {
    domain: 0,
    bus: 0,
    dev: 0,
    func: 0,
    vdevfn: 0,
    vfunc_mask: 0,
    msitranslate: false,
    power_mgmt: false,
    permissive: false,
    seize: false,
    rdm_policy: 'invalid',
    name: null,
  };
}

/** The options that are switches: any number but 0 is on. */
export const PCI_SWITCHES = ['msitranslate', 'power_mgmt', 'permissive', 'seize'] as const;
export type PciSwitch = (typeof PCI_SWITCHES)[number];
