import { releaseName } from '../syntax/release';
import { parseRate } from '../syntax/specs';
import type { Atom } from '../syntax/tree';
import type { FileContext } from './context';
import { type DeviceOption, deviceOptions, withoutBlanks, withoutOption } from './device-options';
import { replace } from './edits';
import type { Finding, Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

/** The release in which xl began to speak of options that it does not know, and to check type. */
const CHECKED_SINCE = 406;

/** Options of a vif that xm knew and xl does not: labels of the old ACM module. */
const LABELS: ReadonlySet<string> = new Set(['policy', 'label']);

/** An option of Xen 3.0.0. */
const UNUSED: ReadonlySet<string> = new Set(['be_mac']);

/** A rate as xend read it; any other text was no limit to it. */
const XM_RATE = /^\d+[GMK]?[Bb]\/s(@\d+[mu]?s)?$/;

/** Options whose blanks do no harm: xl skips those before a number, and the script takes several addresses. */
const FORGIVING: ReadonlySet<string> = new Set(['ip', 'mac']);

export const docs: RuleDocs = {
  title: 'A network device as xm wrote it',
  why: 'xm allowed blanks around the name and the value of an option, and knew options and values that xl does not.',
  xl: 'xl takes a blank for a part of the name or of the value. With "mac = ..." it goes on without the option, and the guest gets another MAC address at every start; "bridge=xenbr0 ," names a bridge that is not there; a rate with a blank makes it refuse the file.',
  remedy: 'Write the options without blanks around name and value, and type as ioemu or vif.',
  before: "vif = [ 'mac = 00:16:3e:00:00:01, bridge = xenbr0' ]",
  after: "vif = [ 'mac=00:16:3e:00:00:01, bridge=xenbr0' ]",
};

export const xmVif: Rule = {
  code: 'xm-vif',
  severity: 'warning',
  itemwise: true,
  *check(file) {
    for (const item of file.items('vif')) {
      for (const option of deviceOptions(item.text)) yield* checkOption(file, item, option);
    }
  },
};

function* checkOption(file: FileContext, item: Atom, option: DeviceOption): Iterable<Finding> {
  const { name, before, value, padded } = option;
  const checked = file.release >= CHECKED_SINCE;
  const place = file.place(item, option.span);
  if (before !== '') {
    const how = checked ? 'says "unrecognized argument"' : 'says nothing';
    const lost = name === 'mac' ? 'gives the device a random MAC address' : 'goes on without it';
    const message = `xl does not know "${name}" with a blank behind it, ${how} and ${lost}. Write ${name}=${value}.`;
    yield report(xmVif, place, message, [withoutBlanks(file, item, option, 'restoring')]);
  } else if (padded && name === 'rate' && file.release > 401) {
    const message = `xl does not read a rate with blanks around it and refuses the file: "invalid rate". Write rate=${value}.`;
    yield report(xmVif, place, message, [withoutBlanks(file, item, option, 'safe')], 'error');
  } else if (padded && !FORGIVING.has(name)) {
    const message = `xl takes the blanks around "${value}" for a part of it. Write ${name}=${value}.`;
    yield report(xmVif, place, message, [withoutBlanks(file, item, option, 'restoring')]);
  } else if (name === 'rate' && file.release > 401 && !XM_RATE.test(value) && parseRate(value, file.release).rc !== 0) {
    const message = `xl refuses the file because of "${value}": "invalid rate". xend took what it could not read for no limit. Write it as 10Mb/s, or remove it.`;
    const { title, edits } = withoutOption(file, item, option);
    yield report(xmVif, place, message, [{ title: `${title}: no limit, as in xm`, kind: 'safe', edits }], 'error');
  } else if (name === 'type' && value === 'ioemu' && file.guestType !== 'hvm' && !file.isComputed('type', 'builder')) {
    const fix: Fix = { title: 'Write type=vif', kind: 'restoring', edits: [replace(place, 'type=vif')] };
    const message =
      'Only HVM guests have emulated cards: xl reads this, and libxl makes no guest of another type with it. Write type=vif.';
    yield report(xmVif, place, message, [fix]);
  } else if (name === 'type' && value !== 'ioemu' && value !== 'vif' && checked) {
    const fix: Fix = { title: 'Write type=vif', kind: 'restoring', edits: [replace(place, 'type=vif')] };
    const message = `xl knows the types ioemu and vif: it says "Invalid parameter \`type'" and goes on without "${value}". xm took every other word for a device without emulation: write type=vif.`;
    yield report(xmVif, place, message, [fix]);
  } else if (LABELS.has(name)) {
    const how = checked ? 'says "unrecognized argument" and goes on' : 'goes on';
    const message = `"${name}" was a label of the old ACM module. xl of Xen ${releaseName(file.release)} ${how} without it. Remove it.`;
    yield report(xmVif, place, message, [withoutOption(file, item, option)]);
  } else if (UNUSED.has(name)) {
    const message = `xl does nothing with "${name}"${checked ? ', and says so' : ''}. Remove it.`;
    yield report(xmVif, place, message, [withoutOption(file, item, option)]);
  }
}
