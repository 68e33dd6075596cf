import { Bitmap } from '../bitmap';
import type { Fields } from '../fields';
import { defaults, type Stage } from './stage';
import { type Step, step } from './step';

/** The guest's CPUs. */
export const PROCESSORS: readonly Step[] = [step(count), step(available, { since: 402 })];

function count({ build }: Stage): void {
  if (!build.max_vcpus) build.max_vcpus = 1;
}

/** libxl compares the bytes of the map with the number of CPUs that it allows. */
const MOST_BYTES = 128;

function available(stage: Stage): void {
  const { build } = stage;
  const map = build.avail_vcpus as Bitmap | undefined;
  if (map === undefined || map.size === 0) {
    const first = new Bitmap(1);
    first.set(0);
    build.avail_vcpus = first;
  } else if (map.size / 8 > MOST_BYTES) {
    const text = stage.release < 407 ? '' : 'avail_vcpus bitmap contains too many VCPUS';
    stage.refuse({ key: 'vcpus' }, text);
  }
}

/** What the guest may do with the hypervisor beside using its CPUs. */
export const RIGHTS: readonly Step[] = [
  step(({ build }) => defaults(build, { claim_mode: false }), { since: 403 }),
  step(({ build }) => defaults(build, { localtime: false, disable_migrate: false })),
  step(({ build }) => defaultFrames(build), { since: 405 }),
  step(eventChannels, { since: 404 }),
];

/** Where host memory appears in the guest when nobody says: where it is in the host. */
function defaultFrames({ iomem }: Fields): void {
  for (const range of (iomem ?? []) as Fields[]) {
    if (range.gfn === undefined || BigInt(range.gfn as bigint) === UNSET_FRAME) range.gfn = range.start;
  }
}

const UNSET_FRAME = 2n ** 64n - 1n;

function eventChannels({ build }: Stage): void {
  if (!build.event_channels) build.event_channels = 1023;
}

/** Versions of grant tables. The hypervisor is taken to have both. */
export const GRANT_VERSION: Step = step(grantVersion, { since: 416 });

const VERSION_BITS = 0xf;
const NEWEST_VERSION = 2;

function grantVersion(stage: Stage): void {
  const { build } = stage;
  const version = Number(build.max_grant_version ?? -1) | 0;
  if (version === -1) build.max_grant_version = NEWEST_VERSION;
  else if ((version & ~VERSION_BITS) !== 0) {
    stage.refuse({ key: 'max_grant_version' }, `max grant version ${version} out of range`);
  }
}
