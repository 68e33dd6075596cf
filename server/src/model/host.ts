import type { Architecture } from '../schema/types';

/** The machine that xl would run on, as far as xl asks for it. */
export interface Host {
  readonly cpus: number;
  readonly nodes: number;
  /** In MiB. */
  readonly memory: number;
  readonly arch: Architecture;
}

/** The host that the command line describes when nobody says which. */
export const DEFAULT_HOST: Host = { cpus: 16, nodes: 2, memory: 65536, arch: 'x86' };
