import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul } from '../strtol';
import { DeviceReader, type DeviceSpec } from './device';
import { type Piece, pieces } from './pieces';

/** Where libxl keeps a flag of that name: in a CPUID leaf or, from 4.19 on, a model-specific register. */
export type FlagLookup = (name: string) => 'cpuid' | 'msr' | undefined;

const ERRORS = {
  1: 'missing "=" in key=value',
  2: 'unknown CPUID flag name',
  3: 'illegal CPUID value (must be: [0|1|x|k|s])',
} as const;

/**
 * Reads a CPUID policy, `host,FLAG=VALUE,...`, as xl 4.1 to 4.22, which leaves out what it complains about. `lookup` knows the
 * release's flags. The field `flags` holds [NAME, VALUE] pairs in their order.
 */
export function parseCpuid(spec: string, lookup: FlagLookup, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  const flags: [string, string][] = [];
  const list = pieces(bytes, ',', whole);
  const { value: first } = list.next();
  if (!first) {
    device.part('flag', whole, 'host');
    return device.spec();
  }
  if (bytes.slice(first.start, first.end) !== 'host') {
    device.part('unknown', first);
    const quoted = `while parsing CPUID string: "${device.text(whole)}":`;
    device.warn('the first word must be "host"', first, `${quoted}\n  error: first word must be "host"`);
    return device.spec();
  }
  device.part('flag', first, 'host');
  for (const piece of list) {
    const flag = readFlag(device, piece, lookup);
    if (flag) flags.push(flag);
  }
  if (bytes.endsWith(',')) device.part('name', { start: whole.end, end: whole.end });
  device.fields.flags = flags;
  return device.spec();
}

function readFlag(device: DeviceReader, at: Piece, lookup: FlagLookup): [string, string] | undefined {
  const word = device.bytes.slice(at.start, at.end);
  const equals = word.indexOf('=');
  if (equals < 0) {
    device.part('unknown', at);
    return complain(device, 1, at, at);
  }
  const name = { start: at.start, end: at.start + equals };
  const value = { start: name.end + 1, end: at.end };
  const flag = word.slice(0, equals);
  const bits = word.slice(equals + 1);
  const kept = lookup(flag);
  device.part(kept ? 'name' : 'unknown', name, kept && flag);
  device.part('value', value, kept && flag);
  if (!kept) return complain(device, 2, at, name);
  const right = kept === 'msr' ? /^[01xks]$/.test(bits) : strtoul(bits, 0).end > 0 || /^[xks]/.test(bits);
  return right ? [flag, bits] : complain(device, 3, at, value);
}

function complain(device: DeviceReader, error: keyof typeof ERRORS, flag: Piece, at: Piece): undefined {
  const quoted = `while parsing CPUID flag: "${device.text(flag)}":`;
  device.warn(ERRORS[error], at, `${quoted}\n  error #${error}: ${ERRORS[error]}`);
}

const LEAF_ERRORS = {
  1: 'illegal leaf number',
  2: 'illegal subleaf number',
  3: 'missing colon',
  4: 'invalid register name (must be e[abcd]x)',
  5: 'policy string must be exactly 32 characters long',
} as const;

const POLICY_LENGTH = 32;

/**
 * Reads one leaf of a CPUID policy in xend's form, `LEAF[,SUBLEAF]:REGISTER=BITS,...`, as xl 4.1 to 4.22. The fields: `leaf`,
 * `subleaf`, and each register's 32 characters; before an error as far as libxl had come, as it keeps them.
 */
export function parseCpuidLeaf(spec: string, release: Release = NEWEST_RELEASE): DeviceSpec {
  const device = new DeviceReader(spec, release);
  const { bytes, whole } = device;
  let at = 0;
  const number = (field: 'leaf' | 'subleaf'): boolean => {
    const { value, end } = strtoul(bytes.slice(at), 0);
    const span = { start: at, end: end > 0 ? at + end : whole.end };
    device.part('item', span, field);
    if (end === 0) return complainLeaf(device, field === 'leaf' ? 1 : 2, span);
    device.fields[field] = Number(BigInt.asUintN(32, value));
    at += end;
    return true;
  };
  if (!number('leaf')) return device.spec();
  if (bytes[at] === ',') {
    at++;
    if (!number('subleaf')) return device.spec();
  }
  if (bytes[at] !== ':') {
    complainLeaf(device, 3, { start: at, end: whole.end });
    return device.spec();
  }
  at++;
  while (at < bytes.length) {
    const equals = bytes.indexOf('=', at);
    const rest = { start: at, end: whole.end };
    if (!/^e[abcd]x$/.test(bytes.slice(at, at + 3)) || equals < 0) {
      device.part('unknown', rest);
      complainLeaf(device, 4, rest);
      return device.spec();
    }
    const register = bytes.slice(at, at + 3);
    const comma = bytes.indexOf(',', equals);
    const value = { start: equals + 1, end: comma < 0 ? whole.end : comma };
    device.part('name', { start: at, end: equals }, register);
    device.part('value', value, register);
    if (value.end - value.start !== POLICY_LENGTH) {
      complainLeaf(device, 5, value);
      return device.spec();
    }
    device.fields[register] = device.text(value);
    at = value.end + 1;
    while (bytes[at] === ' ' || bytes[at] === '\n') at++;
  }
  return device.spec();
}

function complainLeaf(device: DeviceReader, error: keyof typeof LEAF_ERRORS, at: Piece): false {
  const quoted = `while parsing CPUID line: "${device.text(device.whole)}":`;
  device.warn(LEAF_ERRORS[error], at, `${quoted}\n  error #${error}: ${LEAF_ERRORS[error]}`);
  return false;
}
