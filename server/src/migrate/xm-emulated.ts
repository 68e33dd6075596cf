import type { PlainValue } from '../syntax/reading';
import type { Release } from '../syntax/release';
import type { XmSettings } from './xm-guest';

const text = (settings: XmSettings, name: string) => {
  const value = settings.get(name);
  return typeof value === 'string' ? value : '';
};

/** Puts an item at the end of a list of settings; gives false where there is something else of that name. */
function append(settings: XmSettings, name: string, items: readonly PlainValue[]): boolean {
  const list = settings.get(name) ?? [];
  if (!Array.isArray(list)) return false;
  settings.set(name, [...list, ...items]);
  return true;
}

/**
 * The options that xend 4.4 gave to the device model, as xl hands them on: floppy disks, parallel port and monitor. Where
 * xl takes no options they stay, as what it knows nothing of.
 */
export function deviceModelOptions(settings: XmSettings, isHvm: boolean, release: Release): void {
  const options: string[] = [];
  const floppy = (name: string) => (isHvm && text(settings, name) !== '' ? [`-${name}`, text(settings, name)] : []);
  options.push(...floppy('fda'), ...floppy('fdb'));
  const parallel = text(settings, 'parallel');
  if (parallel !== '' && parallel !== 'none') options.push('-parallel', parallel);
  const monitor = text(settings, 'monitor_path') || (Number(text(settings, 'monitor') || 0) ? 'vc' : '');
  if (monitor !== '') options.push('-monitor', monitor);
  const hasModel = isHvm || (release >= 402 && settings.has('vfb'));
  const list = release < 402 ? 'device_model_args' : isHvm ? 'device_model_args_hvm' : 'device_model_args_pv';
  if (options.length > 0 && !(hasModel && append(settings, list, options))) return;
  for (const name of ['fda', 'fdb', 'parallel', 'monitor', 'monitor_path']) settings.delete(name);
}

/** The screen that Xen 3.0.3 made for a PV guest of vnc and sdl, which xl reads for it from Xen 4.4 on. */
export function oldScreen(settings: XmSettings, isHvm: boolean, release: Release): void {
  const isOn = (name: string) => Number(text(settings, name) || 0) !== 0;
  if (isHvm || release >= 404 || settings.has('vfb') || !(isOn('vnc') || isOn('sdl'))) return;
  const names = ['vnc', 'vnclisten', 'vncdisplay', 'vncunused', 'vncpasswd', 'sdl', 'display', 'xauthority'];
  const options = names.filter((name) => settings.has(name)).map((name) => `${name}=${text(settings, name)}`);
  settings.set('vfb', [options.join(',')]);
  for (const name of names) settings.delete(name);
}

/** The CD drive of Xen 3.0.2 and before, which HVM guests had as hdc. */
export function cdDrive(settings: XmSettings, isHvm: boolean): void {
  const path = text(settings, 'cdrom');
  settings.delete('cdrom');
  if (!isHvm || path === '') return;
  const disks = settings.get('disk') ?? [];
  const taken =
    Array.isArray(disks) && disks.some((disk) => typeof disk === 'string' && /,(ioemu:)?hdc|=hdc/.test(disk));
  if (!taken) append(settings, 'disk', [`phy:${path},hdc:cdrom,r`]);
}

/** Registers of cpuid as 32 bits each, where they were numbers to xend. */
export function cpuidBits(settings: XmSettings): void {
  const cpuid = settings.get('cpuid');
  if (!Array.isArray(cpuid)) return;
  const bits = (_: string, register: string, digits: string) =>
    register + Number.parseInt(digits, 16).toString(2).padStart(32, '0');
  settings.set(
    'cpuid',
    cpuid.map((leaf) =>
      typeof leaf === 'string' ? leaf.replace(/([:,]e[a-d]x=)0x([\da-f]{1,8})(?=,|$)/gi, bits) : leaf,
    ),
  );
}

/** The controllers of vusb, which xl has from Xen 4.7 on; what was plugged into them is left as a fact of xm's. */
export function usbControllers(settings: XmSettings, release: Release): void {
  const vusb = settings.get('vusb');
  if (!Array.isArray(vusb) || release < 407) return;
  const controllers = vusb.map((item) => {
    const value = (name: string) => new RegExp(`(?:^|,)\\s*${name}\\s*=\\s*(\\d+)`).exec(String(item))?.[1];
    return `type=pv,version=${value('usbver') ?? 2},ports=${value('numports') ?? 8}`;
  });
  if (controllers.some((one) => !/version=[12],ports=([1-9]|1[0-6])$/.test(one))) return;
  const plugged = vusb.filter((item) => /port_\d+\s*=\s*[^\s,]/.test(String(item)));
  if (!append(settings, 'usbctrl', controllers)) return;
  if (plugged.length > 0) settings.set('vusb', plugged);
  else settings.delete('vusb');
}
