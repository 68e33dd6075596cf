import { asInteger, integer, PyError, str, type Value } from './values';

const swap = (bytes: number) => (value: bigint) => {
  let result = 0n;
  for (let i = 0; i < bytes; i++) result = (result << 8n) | ((value >> BigInt(8 * i)) & 255n);
  return result;
};
const SWAPS: Record<string, (value: bigint) => bigint> = {
  htons: swap(2),
  ntohs: swap(2),
  htonl: swap(4),
  ntohl: swap(4),
};

/** The functions of `socket` that ask no network. */
export const SOCKET_FUNCTIONS: readonly string[] = ['inet_aton', 'inet_ntoa', ...Object.keys(SWAPS)];

/** Calls a function of `socket`; undefined for one that is not evaluated. */
export function callSocket(name: string, given: readonly Value[]): Value | undefined {
  const [value] = given;
  if (given.length !== 1 || !value) return undefined;
  if (name === 'inet_ntoa') {
    if (value.kind !== 'str') return undefined;
    if (value.value.length !== 4) throw new PyError('error', 'packed IP wrong length');
    return str([...value.value].map((c) => c.charCodeAt(0)).join('.'));
  }
  if (name === 'inet_aton') {
    // Of the forms that C's function takes, the usual one.
    const parts = value.kind === 'str' ? /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.exec(value.value) : null;
    const numbers = parts ? parts[0].split('.').map(Number) : [];
    if (numbers.length === 0 || numbers.some((number) => number > 255)) return undefined;
    return str(String.fromCharCode(...numbers));
  }
  const number = asInteger(value);
  const run = SWAPS[name];
  if (!run || number === undefined || number < 0n || number > (name.endsWith('s') ? 0xffffn : 0xffffffffn))
    return undefined;
  return integer(run(number), name.endsWith('l'));
}
