import { plain, type Step, type When } from './step';

const PVH = { types: ['pvh'] } as const satisfies When;

/** The shim that lets a PV kernel run in a PVH guest. */
export const SHIM: readonly Step[] = [
  plain('flag', 'pvshim', 'pvh.pvshim', PVH),
  plain('text', 'pvshim_path', 'pvh.pvshim_path', PVH),
  plain('text', 'pvshim_cmdline', 'pvh.pvshim_cmdline', PVH),
  plain('text', 'pvshim_extra', 'pvh.pvshim_extra', PVH),
];
