import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import type { XmName } from '../schema/xm-types';
import type { Release } from '../syntax/release';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';

/** Forms of one string in a list that only xm took, by the name of the list. */
const FORMS: Readonly<Record<string, RegExp>> = {
  cpuid: /^[^:]+:.*=0x/,
  /** A driver of xend, a path below /dev, a disk of the device model, a name in /dev/, a forced mode, a backend in the fourth place. */
  disk: /^tap|^aio:|^phy:\w+\/|,ioemu:|^\w+:[^,]*,\/dev\/|!\s*$|^(phy|file):[^,]*,[^,=]*,[rw],[^,=]*(,[^,=]+)?$/,
  /** A comma in the address, several functions, a switch in words. */
  pci: /^[\da-f]{1,4},[\da-f]|\.[0-7][-,=][0-7]|,(msitranslate|power_mgmt)=yes/i,
  vfb: /(^|,)\s*(monitor|serial|videoram)\s*=/,
  vif: /(^|,)\s*(policy|label|be_mac)\s*=|(^|,)\s*type\s*=\s*(netfront|front)\b/,
  vtpm: /(^|,)\s*(instance|type)\s*=/,
};

/** Before this release xl had no other words for an image's format than these. */
const NAMED_DISKS: Release = 402;
const OLD_DISK = /^tap:(?:aio|raw|qcow2?|vhd):/;

/**
 * True for a setting that needs something xl of the release has not: a name of xm alone, or a form of a value that only
 * xm took.
 */
export function isXmOnly({ name, value }: Setting, release: Release): boolean {
  const xm = findXmName(name);
  if (!xm) return false;
  if (value.kind === 'list') {
    const form = FORMS[name];
    const isXms = (text: string) =>
      form?.test(text) && !(name === 'disk' && release < NAMED_DISKS && OLD_DISK.test(text));
    if (value.items.some((item) => item.kind === 'string' && isXms(item.text))) return true;
  } else if (value.kind === 'string') {
    if (name === 'builder') return !/^(hvm|generic|pv|pvh)/.test(value.text);
    if (name === 'kernel') return /(^|\/)hvmloader$/.test(value.text);
  }
  // xl refuses the forms of the value that xm alone took, not the name
  return xm.xl !== 'reads' && xm.xl !== 'refuses';
}

/** The option of `xm create` that an xm file sets as a variable of that name, where nothing in the file reads it. */
export function createOption(file: FileContext, name: string): XmName | undefined {
  if (!file.isXm || findKey(name) || file.input.python?.reads.has(name)) return undefined;
  return findXmName(`--${name}`);
}
