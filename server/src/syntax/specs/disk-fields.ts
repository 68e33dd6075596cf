import type { SpecReading } from './part';

/** The fields of a disk, named and valued as libxl's `libxl_device_disk`; null where nothing set a string or a choice. */
export interface DiskFields {
  backend_domid: number;
  backend_domname: string | null;
  pdev_path: string | null;
  vdev: string | null;
  backend: string;
  format: string;
  script: string | null;
  removable: number;
  readwrite: number;
  is_cdrom: number;
  direct_io_safe: boolean;
  discard_enable: boolean | null;
  specification: string;
  transport: string;
  irq: number;
  base: number;
  colo_enable: boolean | null;
  colo_restore_enable: boolean | null;
  colo_host: string | null;
  colo_port: number;
  colo_export: string | null;
  active_disk: string | null;
  hidden_disk: string | null;
  trusted: boolean | null;
  grant_usage: boolean | null;
}

/** What libxlutil makes of one disk spec. */
export interface DiskSpec extends SpecReading {
  /** 0, or the errno that the library gives back: 22 (EINVAL) for every error in the spec. */
  readonly rc: number;
  /** The disk's fields; after an error as far as the library had come. */
  readonly disk: Readonly<DiskFields>;
  /** The library ends the whole program at the last error. */
  readonly crash?: true;
}

/** A disk of which nothing is known yet, as libxlutil starts from. */
export function newDisk(): DiskFields {
  return {
    backend_domid: 0,
    backend_domname: null,
    pdev_path: null,
    vdev: null,
    backend: 'unknown',
    format: 'unknown',
    script: null,
    removable: 0,
    readwrite: 1,
    is_cdrom: 0,
    direct_io_safe: false,
    discard_enable: null,
    specification: 'unknown',
    transport: 'unknown',
    irq: 0,
    base: 0,
    colo_enable: null,
    colo_restore_enable: null,
    colo_host: null,
    colo_port: 0,
    colo_export: null,
    active_disk: null,
    hidden_disk: null,
    trusted: null,
    grant_usage: null,
  };
}
