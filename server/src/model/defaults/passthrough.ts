import type { Place } from '../message';
import { type Stage, size } from './stage';
import { type Step, step } from './step';

/** Whether the guest gets devices of the host, and what does not go together with that. The machine is taken to have an IOMMU. */
export const PASSTHROUGH: readonly Step[] = [
  step(mode, { since: 413 }),
  step(x86Mode, { since: 413, arch: 'x86' }),
  step(armMode, { since: 413, arch: 'arm' }),
];

/** What does not go together with memory that is only populated on demand, and where vNUMA does not work. */
export const ON_DEMAND: readonly Step[] = [
  step(devicesOnDemand, { since: 404, until: 413, types: ['hvm', 'pvh'] }),
  step(iommuOnDemand, { since: 414, types: ['hvm', 'pvh'] }),
  step(vnumaOnDemand, { since: 406 }),
  step(vnumaPv, { since: 406, types: ['pv'] }),
];

/** Where the guest's devices of the host stand. */
function devicesPlace({ config }: Stage): Place {
  return { key: config.pcidevs === undefined ? 'dtdev' : 'pci' };
}

function hasDevices(stage: Stage): boolean {
  return stage.devices('pcidevs').length > 0 || stage.devices('dtdevs').length > 0;
}

/** The setting that asks for an IOMMU. */
function passthroughPlace(stage: Stage): Place {
  return hasDevices(stage) ? devicesPlace(stage) : { key: 'passthrough' };
}

function mode(stage: Stage): void {
  const { create } = stage;
  const wanted = create.passthrough ?? 'default';
  if (wanted === 'default') create.passthrough = hasDevices(stage) ? 'enabled' : 'disabled';
  if (wanted === 'disabled' && hasDevices(stage)) {
    stage.refuse({ key: 'passthrough' }, 'passthrough disabled but devices are specified');
  }
}

function x86Mode(stage: Stage): void {
  const { create, type } = stage;
  if (create.passthrough !== 'disabled' && type === 'pvh') {
    stage.refuse(passthroughPlace(stage), 'passthrough not yet supported for x86 PVH guests\n');
  }
  const whyNot =
    type === 'pv' ? 'not valid for PV domain' : create.hap === false ? 'only valid for HAP guests' : undefined;
  if (create.passthrough === 'enabled') create.passthrough = whyNot === undefined ? 'share_pt' : 'sync_pt';
  if (create.passthrough === 'share_pt' && whyNot !== undefined) {
    stage.refuse({ key: 'passthrough' }, `passthrough="share_pt" ${whyNot}\n`);
  }
}

function armMode(stage: Stage): void {
  const { create } = stage;
  if (create.passthrough === 'enabled') create.passthrough = 'share_pt';
  if (create.passthrough === 'sync_pt') {
    stage.refuse({ key: 'passthrough' }, 'passthrough="sync_pt" not supported on ARM\n');
  }
}

/** The guest starts with less memory than it may have, and pages are found for it when it touches them. */
export function isOnDemand({ build, type, release }: Stage): boolean {
  const concerned = release >= 410 ? type !== 'pv' : type === 'hvm';
  return concerned && size(build, 'target_memkb') < size(build, 'max_memkb');
}

function devicesOnDemand(stage: Stage): void {
  if (stage.devices('pcidevs').length === 0 || !isOnDemand(stage)) return;
  stage.refuse({ key: 'pci' }, 'PCI device assignment for HVM guest failed due to PoD enabled');
}

function iommuOnDemand(stage: Stage): void {
  if (stage.create.passthrough === 'disabled' || !isOnDemand(stage)) return;
  stage.refuse(passthroughPlace(stage), 'IOMMU required for device passthrough but not supported together with PoD');
}

function hasVnuma({ build }: Stage): boolean {
  return ((build.vnuma_nodes ?? []) as readonly unknown[]).length > 0;
}

function vnumaOnDemand(stage: Stage): void {
  if (hasVnuma(stage) && isOnDemand(stage)) {
    stage.refuse({ key: 'vnuma' }, 'Cannot enable PoD and vNUMA at the same time');
  }
}

function vnumaPv(stage: Stage): void {
  if (hasVnuma(stage)) stage.refuse({ key: 'vnuma' }, 'PV vNUMA is not yet supported');
}
