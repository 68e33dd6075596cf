import type { Reading } from '../syntax/reading';
import type { Release } from '../syntax/release';
import { parseCpus } from '../syntax/specs';
import { TypedReading } from '../syntax/typed';
import { Bitmap } from './bitmap';
import { addCpus } from './cpu-range';
import { int32 } from './fields';
import type { Host } from './host';

/** What xl.conf decides about a guest. */
export interface GlobalConfig {
  readonly runHotplugScripts: boolean;
  readonly claimMode: boolean;
  readonly blkdevStart?: string;
  readonly vifScript?: string;
  readonly vifBridge?: string;
  readonly vifGatewaydev?: string;
  readonly vifBackend?: string;
  /** Absent: libxl decides. */
  readonly maxGrantFrames?: bigint;
  readonly maxMaptrackFrames?: bigint;
  readonly maxGrantVersion?: bigint;
  /** The CPUs that guests may run on: all, HVM and PVH ones, PV ones. Absent: every CPU. */
  readonly cpumask?: Bitmap;
  readonly hvmCpumask?: Bitmap;
  readonly pvCpumask?: Bitmap;
}

/** xl without an xl.conf. */
export const NO_XL_CONF: GlobalConfig = { runHotplugScripts: true, claimMode: true };

/** INT_MAX of C. */
export const INT_MAX = 2147483647n;

/** What xl takes from an xl.conf for its guests, after xl's parse_global_config (4.17). */
export function globalConfig(reading: Reading, release: Release, host: Host): GlobalConfig {
  const settings = new TypedReading(reading, { release });
  const config: { -readonly [K in keyof GlobalConfig]: GlobalConfig[K] } = { ...NO_XL_CONF };
  const flag = (name: string) => {
    const value = settings.long(name);
    return value === undefined ? undefined : int32(value) !== 0;
  };
  config.runHotplugScripts = flag('run_hotplug_scripts') ?? true;
  config.claimMode = flag('claim_mode') ?? true;
  for (const [field, names] of TEXTS) {
    for (const name of names) {
      const text = settings.string(name);
      if (text !== undefined) config[field] = text;
    }
  }
  for (const [field, name] of LIMITS) {
    const value = settings.boundedLong(name, 0n, INT_MAX, 'quiet');
    if (value !== undefined) config[field] = value;
  }
  for (const [field, name] of MASKS) {
    const text = settings.string(name);
    if (text === undefined) continue;
    const mask = new Bitmap(host.cpus);
    addCpus(parseCpus(text, release).items, mask, host);
    config[field] = mask;
  }
  return config;
}

const TEXTS = [
  ['blkdevStart', ['blkdev_start']],
  ['vifScript', ['vifscript', 'vif.default.script']],
  ['vifBridge', ['defaultbridge', 'vif.default.bridge']],
  ['vifGatewaydev', ['vif.default.gatewaydev']],
  ['vifBackend', ['vif.default.backend']],
] as const;

const LIMITS = [
  ['maxGrantFrames', 'max_grant_frames'],
  ['maxMaptrackFrames', 'max_maptrack_frames'],
  ['maxGrantVersion', 'max_grant_version'],
] as const;

const MASKS = [
  ['cpumask', 'vm.cpumask'],
  ['hvmCpumask', 'vm.hvm.cpumask'],
  ['pvCpumask', 'vm.pv.cpumask'],
] as const;
