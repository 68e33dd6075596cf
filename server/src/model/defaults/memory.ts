import { defaultSize, defaults, type Stage, size } from './stage';
import { type Step, step } from './step';

/** Memory that the hypervisor needs for the guest: libxl settles it before the guest's own is. */
export const PAGING_MEMORY: readonly Step[] = [step(paging, { since: 413 }), step(iommu, { since: 413 })];

/** KiB of a page. */
const PAGE = 4n;
/** Pages that Arm guests get for the regions that other guests map into them. */
const EXTENDED_REGIONS = 128n;

function paging(stage: Stage): void {
  const { build, create, type, release, host } = stage;
  const arm = host.arch === 'arm';
  const vcpus = BigInt.asUintN(32, 256n * BigInt((build.max_vcpus as number | undefined) ?? 0));
  let maps = arm ? 1n : 2n;
  if (release >= 417) maps = (type === 'pv' ? 0n : 1n) + (type !== 'pv' && create.hap === true ? 0n : 1n);
  const regions = arm && release >= 416 ? EXTENDED_REGIONS : 0n;
  const pages = vcpus + maps * (size(build, 'max_memkb') / 1024n) + regions;
  defaultSize(build, 'shadow_memkb', BigInt.asUintN(64, PAGE * pages));
}

function iommu({ build, create }: Stage): void {
  defaultSize(build, 'iommu_memkb', create.passthrough === 'sync_pt' ? pageTables(size(build, 'max_memkb')) : 0n);
}

/** KiB that the tables of four levels take for so many KiB, with 512 entries in each. */
function pageTables(kibibytes: bigint): bigint {
  let pages = kibibytes / PAGE;
  let sum = 0n;
  for (let level = 0; level < 4; level++) {
    pages = BigInt.asUintN(64, pages + 511n) / 512n;
    sum += pages;
  }
  return sum * PAGE;
}

/** The guest's own memory. */
export const MEMORY: readonly Step[] = [step(own), step(stubdomain, { since: 414 })];

/** KiB of a guest that says nothing. */
const LEAST_MEMORY = 32n * 1024n;

function own({ build }: Stage): void {
  defaults(build, { numa_placement: true });
  defaultSize(build, 'max_memkb', LEAST_MEMORY);
  defaultSize(build, 'target_memkb', size(build, 'max_memkb'));
}

const LINUX_STUBDOMAIN = 128n * 1024n;
const MINIOS_STUBDOMAIN = 28n * 1024n;

function stubdomain({ build }: Stage): void {
  const linux = build.device_model_version === 'qemu_xen';
  const needed = build.device_model_stubdomain ? (linux ? LINUX_STUBDOMAIN : MINIOS_STUBDOMAIN) : 0n;
  defaultSize(build, 'stubdomain_memkb', needed);
}

/** What is left of memory for each type of guest. */
export const OTHER_MEMORY: readonly Step[] = [
  step(({ build }) => defaultSize(build, 'shadow_memkb', 0n), { types: ['hvm', 'pv'] }),
  step(({ typed }) => defaultSize(typed, 'mmio_hole_memkb', 0n), { types: ['hvm'], since: 405 }),
  step(({ build }) => defaultSize(build, 'video_memkb', 0n), { types: ['pv'], since: 405 }),
  step(({ build }) => defaultSize(build, 'video_memkb', 0n), { types: ['pvh'], since: 414 }),
  step(({ typed }) => defaultSize(typed, 'slack_memkb', 0n), { types: ['pv'] }),
];
