import type { Fields } from '../model/fields';
import type { Release } from '../syntax/release';
import { diskFields } from './xl-side';
import type { XmFact } from './xm-guest';

/** Image formats by the driver of blktap. */
const FORMATS: Readonly<Record<string, string>> = {
  aio: 'raw',
  ioemu: 'raw',
  qcow: 'qcow',
  qcow2: 'qcow2',
  sync: 'raw',
  vhd: 'vhd',
};

/** One disk as xend attached it, in libxl's fields, with what these have no place for. */
export interface XmDisk {
  readonly fields: Fields;
  readonly facts: readonly XmFact[];
}

/**
 * What xend made of a disk: UNAME,VDEV,MODE[,BACKEND[,PROTOCOL]] after xm's create.py and xend's blkif.py (Xen 4.4).
 * A text of another form is one for xl alone, and read as xl reads it.
 * @param path of the disk among the guest's fields: `disks[0]`
 */
export function xmDisk(text: string, path: string, release: Release): XmDisk {
  const parts = text.split(',').map((part) => part.trim());
  const [uname = '', vdev = '', mode = '', backend, protocol] = parts;
  if (parts.length < 3 || parts.length > 5 || /=/.test(vdev + mode) || !/^$|^\w+:/.test(uname)) {
    const fields = diskFields(text, release) ?? {};
    return { fields: { ...fields, ...(fields.vdev && { vdev: plainName(String(fields.vdev)) }) }, facts: [] };
  }
  const facts: XmFact[] = [];
  const tell = (part: string, value: string, reason: XmFact['reason'], xl?: string) =>
    facts.push({ field: `${path}.${part}`, value, key: 'disk', reason, ...(xl !== undefined && { xl }) });

  const { target, format, script, driver } = image(uname);
  const isCdrom = /:cdrom$/.test(vdev);
  const writable = mode.startsWith('w') && !isCdrom;
  if (driver) {
    const text = `${driver}: libxl chooses the backend itself; what is in the image stays the same`;
    tell('backend', driver, { kind: 'backend', text });
  }
  if (mode.endsWith('!')) {
    const text = `xend let other guests have the disk too when the mode was ${mode}; xl checks nothing of the kind`;
    tell('mode', mode, { kind: 'dropped', text });
  }
  if (protocol) tell('protocol', protocol, { kind: 'dropped', text: 'the guest tells the backend its protocol' });
  const fields: Fields = {
    pdev_path: target,
    vdev: vdev
      .replace(/^ioemu:/, '')
      .replace(/^\/dev\//, '')
      .replace(/:\w+$/, ''),
    format: target === '' ? 'empty' : format,
    readwrite: writable ? 1 : 0,
    is_cdrom: isCdrom ? 1 : 0,
    removable: isCdrom ? 1 : 0,
    ...(script && { script }),
    ...(backend && { backend_domname: backend }),
  };
  return { fields, facts };
}

/** The device's name in the guest: xend took /dev/xvda and xvda for the same. */
const plainName = (vdev: string) => vdev.replace(/^ioemu:/, '').replace(/^\/dev\//, '');

interface Image {
  readonly target: string;
  readonly format: string;
  readonly script?: string;
  /** How xend opened it, where libxl may do it in another way. */
  readonly driver?: string;
}

function image(uname: string): Image {
  const [, type = '', rest = ''] = /^(\w+):(.*)$/s.exec(uname) ?? [];
  switch (type) {
    case '':
      return { target: uname, format: 'raw' };
    case 'phy':
      return { target: rest.startsWith('/') ? rest : `/dev/${rest}`, format: 'raw' };
    case 'aio':
      return { target: rest, format: 'raw', driver: 'aio' };
    case 'file':
      return { target: rest, format: 'raw', driver: 'file (loop device)' };
    case 'tap':
    case 'tap2': {
      const [, driver = '', target = rest] = /^(?:(?:tapdisk|ioemu):)?(?:(\w+):)?(.*)$/s.exec(rest) ?? [];
      const format = FORMATS[driver] ?? (driver === '' ? 'raw' : driver);
      return { target, format, driver: `blktap (${uname.slice(0, uname.length - target.length - 1)})` };
    }
    default:
      return { target: rest, format: 'raw', script: `block-${type}` };
  }
}
