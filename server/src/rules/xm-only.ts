import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import type { XmName } from '../schema/xm-types';
import type { PlainValue } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { Finder } from '../syntax/splicer';
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

const FINDERS = new Map(
  Object.entries(FORMS).map(([name, form]) => [name, new Finder((item: PlainValue) => isOf(item, form))]),
);
const OLD_DISKS = new Finder((item: PlainValue) => isOf(item, FORMS.disk!) && !isOf(item, OLD_DISK));

function isOf(item: PlainValue, form: RegExp): boolean {
  return typeof item === 'string' && form.test(item);
}

/** What finds the items of that list in a form that only xm took. */
function findForm(name: string, release: Release): Finder<PlainValue> | undefined {
  return name === 'disk' && release < NAMED_DISKS ? OLD_DISKS : FINDERS.get(name);
}

/**
 * True for a setting that needs something xl of the release has not: a name of xm alone, or a form of a value that only
 * xm took.
 */
export function isXmOnly({ name, value, plain }: Setting, release: Release): boolean {
  const xm = findXmName(name);
  if (!xm) return false;
  if (value.kind === 'list') {
    const finder = findForm(name, release);
    const texts = finder && (plain ?? value.items.map((item) => (item.kind === 'list' ? [] : item.text)));
    if (typeof texts === 'object' && finder!.in(texts).length > 0) return true;
  } else if (value.kind === 'string') {
    if (name === 'builder') return !/^(hvm|generic|pv|pvh)/.test(value.text);
    if (name === 'kernel') return /(^|\/)hvmloader$/.test(value.text);
  }
  // xl refuses the forms of the value that xm alone took, not the name
  return xm.xl !== 'reads' && xm.xl !== 'refuses';
}

/** The option of `xm create` that an xm file sets as a variable of that name, where nothing in the file reads it. */
export function createOption(file: FileContext, name: string): XmName | undefined {
  if (!file.isXm || findKey(name) || file.circumstances.python?.reads.has(name)) return undefined;
  return findXmName(`--${name}`);
}
