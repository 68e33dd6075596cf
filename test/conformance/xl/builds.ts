import type { Architecture } from '../../../server/src/schema';
import type { Release } from '../../../server/src/syntax/release';

/** A build of the real xl that answers here. */
export interface Build {
  readonly name: string;
  readonly release: Release;
  readonly arch: Architecture;
  /** Its name in out/oracle. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** It takes one of so many questions of a run: emulated builds are slow. */
  readonly oneIn: number;
}

/** Debian's: 4.14 of bullseye, 4.17 of bookworm, 4.20 of trixie. */
export const BUILDS: readonly Build[] = [
  { name: '4.17', release: 417, arch: 'x86', program: 'xl-dry', env: {}, oneIn: 1 },
  { name: '4.14', release: 414, arch: 'x86', program: 'xl-dry-4.14', env: {}, oneIn: 1 },
  { name: '4.20', release: 420, arch: 'x86', program: 'xl-dry-4.20', env: {}, oneIn: 1 },
  { name: '4.17 arm64', release: 417, arch: 'arm', program: 'xl-dry-arm64', env: { XLDRY_WARM: '1' }, oneIn: 16 },
];
