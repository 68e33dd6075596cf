import { findKey } from '../schema/keys';
import { findXmName } from '../schema/xm';
import { findXmForm, findXmLanguage } from '../schema/xm-forms';
import type { Setting, Value } from '../syntax/tree';
import { deviceOptions } from './device-options';

/** What xl has as the second value of a disk, where xm had the device. */
const DISK_FORMAT = /^\s*(raw|qcow2?|vhd|qed|empty)?\s*$/;

/** True for a setting that no xm file held: a key of xl alone, or a form of a value that only xl takes. */
export function isXlOnly({ name, value }: Setting): boolean {
  const xm = findXmName(name);
  if (!xm) return findKey(name) !== undefined;
  if (xm.xl !== 'reads' && xm.xl !== 'refuses') return false;
  if (value.kind !== 'list') {
    if (name === 'cpuid') return true;
    const language = /^on_(poweroff|reboot|crash)$/.test(name) ? 'on_action' : undefined;
    return language !== undefined && value.kind === 'string' && !findXmForm(language, value.text);
  }
  if (xm.relation === 'same' && xm.type !== undefined && xm.type !== 'list') return true;
  return value.items.some((item) => isXlItem(name, item));
}

function isXlItem(name: string, item: Value): boolean {
  if (item.kind !== 'string') return false;
  if (name === 'disk') return isXlDisk(item.text);
  const known = findXmLanguage(name)?.options?.some(({ kind }) => kind === 'option') ?? false;
  return known && deviceOptions(item.text).some((option) => !findXmForm(name, option.name));
}

/** xm split a disk at every comma, knew no option by its name, and wanted three to five values (xm 4.4, create.py). */
function isXlDisk(text: string): boolean {
  const parts = text.split(',');
  return (
    parts.length < 3 ||
    parts.length > 5 ||
    DISK_FORMAT.test(parts[1]!) ||
    parts.some((part) => /^\s*\w+\s*=/.test(part))
  );
}
