import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul } from '../strtol';
import {
  type DeviceLanguage,
  type DeviceOption,
  DeviceReader,
  type DeviceSpec,
  optionTable,
  type TakeValue,
} from './device';
import { parseRate } from './rate';
import { text, wholeNumber } from './values';
import { COLO_OPTIONS } from './vif-colo';

/** The releases that look every word up, and warn about one that they do not know. */
const WORDS_LOOKED_UP: Release = 406;

/**
 * Reads the spec of a network interface as xl 4.1 to 4.22. `source` is the name that libxlutil's messages about the rate carry.
 * The backend, which xl 4.1 and 4.2 looked up among the domains at once, is kept as it stands. Never throws.
 */
export function parseVif(spec: string, release: Release = NEWEST_RELEASE, source = 'spec'): DeviceSpec {
  return read(spec, release, source, languageOf(release));
}

/** The same behind a number that fits no long: no rate is small enough then, see `parseRate`. */
export function parseVifOutOfRange(spec: string, release: Release = NEWEST_RELEASE, source = 'spec'): DeviceSpec {
  const language = languageOf(release);
  return read(spec, release, source, { ...language, options: new Map([...language.options, ...OUT_OF_RANGE]) });
}

function languageOf(release: Release): DeviceLanguage {
  return release < WORDS_LOOKED_UP ? OLD_LANGUAGE : LANGUAGE;
}

function read(spec: string, release: Release, source: string, language: DeviceLanguage): DeviceSpec {
  const device = new DeviceReader(spec, release, source);
  device.options(language);
  return device.spec();
}

/** The type before 4.6: what is not `ioemu` is `vif`. */
const oldType: TakeValue = (device, value) => {
  device.fields.nictype = value === 'ioemu' ? 'vif_ioemu' : 'vif';
};

const type: TakeValue = (device, value, at) => {
  if (value === 'vif') device.fields.nictype = 'vif';
  else if (value === 'ioemu') device.fields.nictype = 'vif_ioemu';
  else device.warn('unknown value', at, "Invalid parameter `type'.");
};

/** The MAC address before 4.6: two characters, one skipped, and so on, whatever they are. */
const oldMac: TakeValue = (device, value) => {
  const bytes = [0, 3, 6, 9, 12, 15].map((at) => {
    const number = strtoul(value.slice(at, at + 2), 16);
    return Number(BigInt.asUintN(8, number.value));
  });
  device.fields.mac = macText(bytes);
};

/**
 * The MAC address: six hexadecimal numbers with any one character between them. xl looks for the next number beyond the end of
 * a short address too, in the next option, which follows after one more character.
 */
const mac: TakeValue = (device, _value, at) => {
  const bytes: number[] = [];
  const read = (start: number): boolean => {
    for (let from = start; bytes.length < 6; ) {
      const rest = device.bytes.slice(from, from + MOST_OF_A_NUMBER);
      const number = strtoul(from > device.bytes.length ? '' : rest, 16);
      const value = Number(BigInt.asUintN(32, number.value));
      if (number.end === 0 || value > 255) return false;
      bytes.push(value);
      from += number.end + 1;
    }
    return true;
  };
  const complete = read(at.start);
  if (!complete) device.warn('no MAC address', at, "Invalid parameter `mac'.");
  if (bytes.length > 0) device.fields.mac = macText([...bytes, ...oldBytes(device).slice(bytes.length)]);
};

const MOST_OF_A_NUMBER = 4096;

function oldBytes(device: DeviceReader): number[] {
  const old = (device.fields.mac as string | undefined) ?? '0:0:0:0:0:0';
  return old.split(':').map((byte) => Number.parseInt(byte, 16));
}

function macText(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

const netdev: TakeValue = (device, _value, at) => {
  const message = 'the netdev parameter is deprecated, please use gatewaydev instead';
  device.warn('netdev is the old name of gatewaydev', at, message);
  device.fields.gatewaydev = device.text(at);
};

function unsupported(name: string): TakeValue {
  return (device, _value, at) => {
    const problem = `the ${name} parameter for vifs is currently not supported`;
    device.warn(problem, at, problem);
  };
}

function rate(outOfRange: boolean): TakeValue {
  return (device, value, at) => {
    if (device.release < 402) {
      unsupported('rate')(device, value, at);
      return;
    }
    const { rc, rate, errors } = parseRate(device.text(at), device.release, device.source, outOfRange);
    if (rc === 0) Object.assign(device.fields, rate);
    for (const { problem, message } of errors) device.refuse(problem, at, message);
  };
}

const OUT_OF_RANGE = optionTable({ rate: rate(true) });

const trust = (trusted: boolean): DeviceOption => ({
  since: 417,
  take: (device) => {
    device.fields.trusted = trusted;
  },
});

const COMMON = {
  model: text('model'),
  bridge: text('bridge'),
  ip: text('ip'),
  script: text('script'),
  vifname: text('ifname'),
  backend: text('backend_domname'),
  rate: rate(false),
  accel: unsupported('accel'),
  netdev: { take: netdev, since: 403 },
  gatewaydev: { take: text('gatewaydev'), since: 403 },
};

const OLD_LANGUAGE: DeviceLanguage = {
  stopsWithoutEquals: true,
  options: optionTable({ ...COMMON, type: oldType, mac: oldMac }),
  unknown: (device, at) => device.warn('xl does not know this option and says nothing about it', at),
};

const LANGUAGE: DeviceLanguage = {
  options: optionTable({
    ...COMMON,
    type,
    mac,
    forwarddev: { take: text('coloft_forwarddev'), since: 407 },
    devid: { take: wholeNumber('devid'), since: 409 },
    mtu: { take: wholeNumber('mtu'), since: 415 },
    vlan: { take: text('vlan'), since: 419 },
    ...Object.fromEntries(COLO_OPTIONS.map((name) => [name, { take: text(name), since: 409 }])),
  }),
  flags: optionTable({ trusted: trust(true), untrusted: trust(false) }),
  unknown: (device, at) => device.warn('unrecognized argument', at, `unrecognized argument \`${device.text(at)}'`),
};
