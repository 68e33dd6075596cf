import { NEWEST_RELEASE, type Release } from '../release';
import { DeviceReader, type DeviceSpec, optionTable, type TakeValue } from './device';
import { readPairs } from './pair-list';
import { text } from './values';

const connection: TakeValue = (device, value, at) => {
  if (value === 'pty' || value === 'socket') device.fields.connection = value;
  else device.refuse('unknown value', at, `unknown channel connection '${device.text(at)}'`);
};

const OPTIONS = optionTable({ backend: text('backend_domname'), name: text('name'), path: text('path'), connection });

/**
 * Reads the spec of a channel as xl 4.5 to 4.22. `connection.pty` or `connection.socket` holds what belongs to the kind of
 * connection.
 */
export function parseChannel(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  readPairs(device, OPTIONS, {
    failed: (pair) => `failed to parse channel configuration: ${pair}`,
    unknown: (name, at) => {
      device.warn('unknown option', at, `unknown channel parameter '${device.text(name)}', ignoring`);
    },
  });
  if (device.refused) return device.spec();
  const { connection, path } = device.fields;
  delete device.fields.connection;
  delete device.fields.path;
  if (connection === undefined) {
    device.refuse('connection is missing', device.whole, "channel has unknown 'connection'");
  } else if (connection === 'socket' && path === undefined) {
    device.refuse('path is missing', device.whole, "channel connection 'socket' requires path=..");
  } else {
    device.fields[`connection.${connection}`] = connection === 'socket' ? { path: path! } : {};
  }
  return device.spec();
}
