import { NEWEST_RELEASE, type Release } from '../release';
import { type DeviceLanguage, DeviceReader, type DeviceSpec, optionTable } from './device';
import { integer, oneOf, unsigned } from './values';

const CONTROLLER_TYPES = ['auto', 'pv', 'devicemodel', 'qusb'];

const CONTROLLER: DeviceLanguage = {
  options: optionTable({
    type: oneOf('type', CONTROLLER_TYPES, (value) => `Invalid usb controller type '${value}'`),
    version: integer('version'),
    ports: integer('ports'),
  }),
  unknown: (device, at) => device.refuse('unknown option', at, `Unknown string \`${device.text(at)}' in usbctrl spec`),
};

const HOST_DEVICE = 'type.hostdev';

const DEVICE: DeviceLanguage = {
  options: optionTable({
    // The message names the last argument of an option on xl's command line, not the value: as a rule there is none.
    type: oneOf('type', ['hostdev'], () => 'Invalid usb device type: (null)'),
    hostbus: unsigned('hostbus', 8, HOST_DEVICE),
    hostaddr: unsigned('hostaddr', 8, HOST_DEVICE),
    controller: integer('ctrl'),
    port: integer('port'),
  }),
  unknown: (device, at) => device.refuse('unknown option', at, `Unknown string \`${device.text(at)}' in usbdev spec`),
};

/** Reads the spec of a USB controller as xl 4.7 to 4.22. */
export function parseUsbController(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(CONTROLLER);
  return device.spec();
}

/**
 * Reads the spec of a USB device of the host as xl 4.7 to 4.22. `type.hostdev` holds its place on the host, and is there when
 * the spec names the type.
 */
export function parseUsbDevice(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  device.options(DEVICE);
  const typed = device.fields.type !== undefined;
  delete device.fields.type;
  if (typed) device.structure(HOST_DEVICE);
  else delete device.fields[HOST_DEVICE];
  return device.spec();
}
