import { NEWEST_RELEASE, type Release } from '../release';
import { strtoul, ULONG_MAX } from '../strtol';
import { SpecBuilder } from './builder';
import type { SpecReading } from './part';

/** What libxlutil makes of the rate of a network interface. */
export interface RateSpec extends SpecReading {
  /** 0, or the errno that the library gives back: 22 (EINVAL) or 75 (EOVERFLOW). */
  readonly rc: number;
  /** The fields of libxl's `libxl_device_nic`; 0 after an error. */
  readonly rate: { readonly rate_bytes_per_interval: number; readonly rate_interval_usecs: number };
}

const EINVAL = 22;
const EOVERFLOW = 75;
const UINT32_MAX = 0xffffffffn;
const DEFAULT_INTERVAL_USECS = 50_000n;

const RATE = /^[0-9]+[GMK]?[Bb]\/s$/;
const INTERVAL = /^[0-9]+[mu]?s?$/;
const RATE_UNITS = new Map([
  ['G', 1_000_000_000n],
  ['M', 1_000_000n],
  ['K', 1_000n],
]);

/**
 * Reads `RATE[@INTERVAL]` exactly as xlu_vif_parse_rate of libxlutil 4.2 to 4.22. Numbers may be octal, as in C.
 * `source` is the name that the messages carry. xl 4.1 did not know rates; it is answered as 4.2.
 * @param outOfRange the number that xl read last fitted no long: the library takes C's errno of that for its own
 */
export function parseRate(
  text: string,
  _release: Release = NEWEST_RELEASE,
  source = 'spec',
  outOfRange = false,
): RateSpec {
  const builder = new SpecBuilder(text);
  const { bytes } = builder;
  let rc = 0;
  const fail = (code: number, problem: string, start: number, end: number) => {
    rc = code;
    const quoted = builder.text(start, end);
    builder.error(problem, start, end, `${source}: config parsing error in vif: ${problem} in \`${quoted}'`);
    return undefined;
  };

  const readRate = (end: number): bigint | undefined => {
    if (end === 0) return fail(EINVAL, 'no rate specified', 0, bytes.length);
    const rate = bytes.slice(0, end);
    if (!RATE.test(rate)) return fail(EINVAL, 'invalid rate', 0, end);
    const { value, end: digits } = strtoul(rate, 0);
    const rest = rate.slice(digits);
    if (value === 0n || value > UINT32_MAX || outOfRange) return fail(EOVERFLOW, 'rate overflow', 0, end);
    const bits = rest[0] === 'b' || rest[1] === 'b';
    return (value * (RATE_UNITS.get(rest[0]!) ?? 1n)) / (bits ? 8n : 1n);
  };

  const readInterval = (start: number): bigint | undefined => {
    const interval = bytes.slice(start);
    if (!INTERVAL.test(interval)) return fail(EINVAL, 'invalid replenishment interval', start, bytes.length);
    const { value, end: digits } = strtoul(interval, 0);
    const rest = interval.slice(digits);
    const factor = rest === '' || rest[0] === 's' ? 1_000_000n : rest[0] === 'm' ? 1_000n : 1n;
    if (value === 0n || value > UINT32_MAX || value * factor > UINT32_MAX) {
      return fail(EOVERFLOW, 'replenishment interval overflow', start, bytes.length);
    }
    return value * factor;
  };

  const at = bytes.indexOf('@');
  const rateEnd = at < 0 ? bytes.length : at;
  builder.part('rate', 0, rateEnd);
  if (at >= 0) builder.part('interval', at + 1, bytes.length);
  const bytesPerSecond = readRate(rateEnd);
  const usecs = bytesPerSecond === undefined ? undefined : at < 0 ? DEFAULT_INTERVAL_USECS : readInterval(at + 1);
  let perInterval = 0n;
  if (bytesPerSecond !== undefined && usecs !== undefined) {
    if (bytesPerSecond > ULONG_MAX / usecs) fail(EOVERFLOW, 'rate overflow', 0, bytes.length);
    else perInterval = (bytesPerSecond * usecs) / 1_000_000n;
  }
  const fields = { rate_bytes_per_interval: Number(perInterval), rate_interval_usecs: rc === 0 ? Number(usecs) : 0 };
  return builder.reading({ rc, rate: fields });
}
