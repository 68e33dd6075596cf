import type { Fields } from '../fields';

/** The name of the domain in which libxl runs. */
export const TOOLSTACK = 'Domain-0';

/**
 * The number of the domain that serves a device, as libxl finds it from digits or a name. A domain with another name is
 * taken to run; as its number is not known, the field stays away.
 */
export function resolveDomain(device: Fields): void {
  const name = device.backend_domname as string | undefined;
  if (name === undefined) return;
  if (/^\d*$/.test(name)) device.backend_domid = Number(BigInt.asUintN(32, BigInt(name === '' ? 0 : name)));
  else if (name === TOOLSTACK) device.backend_domid = 0;
}
