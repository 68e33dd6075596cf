import { matchMember } from '../../schema/enums';
import { atoi, strtoul } from '../../syntax/strtol';
import type { Fields } from '../fields';
import type { Guest } from '../guest';
import { options, specs } from './options';

/** USB controllers. */
export function usbControllers(guest: Guest): void {
  const controllers: Fields[] = [];
  for (const [spec, place] of specs(guest, 'usbctrl')) {
    const controller: Fields = { devid: controllers.length };
    for (const { name, value, text, place: at } of options(spec, place)) {
      if (value !== undefined && name === 'type') {
        const member = matchMember('usbctrl_type', value, guest.release);
        if (!member) guest.refuse(at, `Invalid usb controller type '${value}'`);
        controller.type = member.value;
      } else if (value !== undefined && (name === 'version' || name === 'ports')) controller[name] = atoi(value);
      else guest.refuse(at, `Unknown string \`${text}' in usbctrl spec`);
    }
    controllers.push(controller);
  }
  if (controllers.length > 0) guest.config.usbctrls = controllers;
}

/** USB devices of the host. */
export function usbDevices(guest: Guest): void {
  const devices: Fields[] = [];
  for (const [spec, place] of specs(guest, 'usbdev')) {
    const device: Fields & { hostdev: Fields } = { hostdev: {} };
    for (const { name, value, text, place: at } of options(spec, place)) {
      const refuse = () => guest.refuse(at, `Unknown string \`${text}' in usbdev spec`);
      if (value === undefined) refuse();
      else if (name === 'type') {
        // xl means to print the type but prints another variable, which holds nothing
        if (!matchMember('usbdev_type', value, guest.release)) guest.refuse(at, 'Invalid usb device type: (null)');
        device.type = 'hostdev';
      } else if (name === 'hostbus' || name === 'hostaddr') {
        device.hostdev[name] = Number(BigInt.asUintN(8, strtoul(value, 0).value));
      } else if (name === 'controller') device.ctrl = atoi(value);
      else if (name === 'port') device.port = atoi(value);
      else refuse();
    }
    devices.push(device);
  }
  if (devices.length > 0) guest.config.usbdevs = devices;
}
