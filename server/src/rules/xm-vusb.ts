import { findKey, keyIsRead } from '../schema/keys';
import type { Setting } from '../syntax/tree';
import type { FileContext } from './context';
import { deviceOptions } from './device-options';
import { appendItems, commentOut, fixOverwritten, quoted, replace, settingLike } from './edits';
import type { Fix } from './finding';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'vusb',
  why: 'A paravirtual USB controller, with the devices of the host at its ports.',
  xl: 'xl ignores vusb without a word: the guest has no USB. From Xen 4.7 on it has usbctrl and usbdev instead.',
  remedy: 'Write the controller into usbctrl, and each device into usbdev, by the numbers that lsusb shows.',
  before: "vusb = [ 'usbver=2,numports=4' ]",
  after: "usbctrl = [ 'type=pv,version=2,ports=4' ]",
};

export const xmVusb: Rule = {
  code: 'xm-vusb',
  severity: 'warning',
  *check(file) {
    const row = findKey('usbctrl');
    const readable = row !== undefined && keyIsRead(row, file.release);
    for (const setting of file.all('vusb')) {
      const remedy = readable
        ? 'Write the controller into usbctrl, and the devices at its ports into usbdev.'
        : 'This release has no USB controllers for guests: Xen 4.7 and later have usbctrl.';
      const fix = file.isComputed('usbctrl') ? undefined : fixFor(file, setting, readable);
      yield report(xmVusb, setting.nameSpan, `xl ignores vusb without a word. ${remedy}`, fix ? [fix] : []);
    }
  },
};

/** A controller of xm: its spec for xl, and the host's devices at its ports. */
interface Controller {
  readonly spec: string;
  readonly ports: readonly (readonly [number: string, device: string])[];
}

function controllers(setting: Setting): Controller[] | undefined {
  if (setting.value.kind !== 'list') return undefined;
  const found: Controller[] = [];
  for (const item of setting.value.items) {
    if (item.kind !== 'string') return undefined;
    const options = new Map(deviceOptions(item.text).map(({ name, value }) => [name, value]));
    const version = options.get('usbver') ?? '2';
    const count = options.get('numports') ?? '8';
    // what xm refused
    if (!/^[12]$/.test(version) || !/^([1-9]|1[0-6])$/.test(count)) return undefined;
    const ports = [...options].flatMap(([name, device]): [string, string][] => {
      const port = /^port_([1-9]\d?)$/.exec(name)?.[1];
      return port !== undefined && device !== '' && Number(port) <= Number(count) ? [[port, device]] : [];
    });
    found.push({ spec: `type=pv,version=${version},ports=${count}`, ports });
  }
  return found;
}

function fixFor(file: FileContext, setting: Setting, readable: boolean): Fix | undefined {
  const old = fixOverwritten(file, setting);
  if (old) return old;
  if (!readable) {
    const edits = commentOut(file, setting, 'xl of this release has no USB controllers for guests');
    return {
      title: 'Make it a comment: xl has nothing like it',
      kind: 'safe',
      edits,
      drops: 'no USB controller in xl',
    };
  }
  const all = controllers(setting);
  if (!all || all.length === 0) return undefined;
  const list = file.last('usbctrl');
  if (list && list.value.kind !== 'list') return undefined;
  const before = list?.value.kind === 'list' ? list.value.items.length : 0;
  const devices = all.flatMap(({ ports }, index) =>
    ports.map(
      ([port, device]) =>
        `usbdev: hostbus= and hostaddr= of ${device} (see lsusb), controller=${before + index},port=${port}`,
    ),
  );
  const like = setting.value.kind === 'list' ? setting.value.items[0] : undefined;
  const items = all.map(({ spec }) => quoted(file, spec, like));
  const kept = devices.length > 0 ? commentOut(file, setting, devices.join('\n# ')) : undefined;
  const drops =
    devices.length > 0 ? { drops: `a device at a port of vusb has to be written by hand: ${devices[0]}` } : {};
  const title = 'Write the controller into usbctrl';
  if (list?.value.kind === 'list') {
    const edits = [...(kept ?? commentOut(file, setting, 'now in usbctrl')), appendItems(file, list.value, items)];
    return { title, kind: 'restoring', edits, ...drops };
  }
  const line = settingLike(file, setting, 'usbctrl', `[ ${items.join(', ')} ]`);
  if (!kept) return { title, kind: 'restoring', edits: [replace(setting.span, line)] };
  const edits = kept.map((edit, index) => (index > 0 ? edit : { ...edit, newText: `${edit.newText}\n${line}` }));
  return { title, kind: 'restoring', edits, ...drops };
}
