import { atoi, strtoul, ULONG_MAX } from '../strtol';
import { fromBytes } from './bytes';
import type { DeviceFields, DeviceReader, TakeValue } from './device';
import type { Piece } from './pieces';

// How xl turns the values of options into fields. Each maker names the field; `into` names the structure that holds it.

/** The text as it is. */
export function text(field: string, into?: string): TakeValue {
  return (device, value) => {
    target(device, into)[field] = fromBytes(value);
  };
}

/** C's atoi: what is no number is 0. */
export function integer(field: string, into?: string): TakeValue {
  return (device, value) => {
    target(device, into)[field] = atoi(value);
  };
}

/** C's atoi, where anything but 0 is true. */
export function switched(field: string, into?: string): TakeValue {
  return (device, value) => {
    target(device, into)[field] = atoi(value) !== 0;
  };
}

/** C's strtoul in any base, cut down to so many bits; what is no number is 0. */
export function unsigned(field: string, bits: 8 | 32 = 32, into?: string): TakeValue {
  return (device, value) => {
    target(device, into)[field] = Number(BigInt.asUintN(bits, strtoul(value, 0).value));
  };
}

/** C's strtoul in any base, where anything but 0 is true. */
export function unsignedSwitch(field: string): TakeValue {
  return (device, value) => {
    device.fields[field] = strtoul(value, 0).value !== 0n;
  };
}

/** A decimal number that must begin with a digit, cut down to an int. */
export function wholeNumber(field: string): TakeValue {
  return (device, value, at) => {
    const number = unsignedLong(device, value, at);
    if (number !== undefined) device.fields[field] = Number(BigInt.asIntN(32, number));
  };
}

/** One of libxl's words, in any case. */
export function oneOf(
  field: string,
  words: readonly string[],
  message: (value: string) => string | undefined,
): TakeValue {
  return (device, value, at) => {
    const lower = value.toLowerCase();
    if (words.includes(lower)) device.fields[field] = lower;
    else device.refuse('unknown value', at, message(device.text(at)));
  };
}

/** xl's parse_ulong: a decimal number with anything behind it; undefined after the message that it is none. */
export function unsignedLong(device: DeviceReader, value: string, at: Piece): bigint | undefined {
  const number = strtoul(value, 10);
  if (number.end > 0 && number.value !== ULONG_MAX) return number.value;
  device.refuse('no number', at, `xl: failed to convert "${device.text(at)}" to number`);
  return undefined;
}

function target(device: DeviceReader, into: string | undefined): DeviceFields {
  return into === undefined ? device.fields : device.structure(into);
}
