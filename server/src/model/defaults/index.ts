import type { Domain } from '../domain';
import { DEFAULT_HOST } from '../host';
import type { Message } from '../message';
import { completeDisk } from './disks';
import { resolveDomain } from './domains';
import { completeNic, numberNics } from './nics';
import { BEFORE_BUILD, BEFORE_DEVICES, DOMAIN } from './order';
import { defaults, Stage, type Surroundings } from './stage';
import { concerns, type Step } from './step';

/** What libxl does with a domain that xl gave it. */
export interface Completion {
  /** What libxl prints, without the place in its source and the domain's number, up to the line with which it gives up. */
  readonly messages: readonly Message[];
  /** The refusals that libxl would come to, one after the other, if those before were mended. */
  readonly further: readonly Message[];
  /** The domain that libxl starts to build; absent when libxl gives the guest up. */
  readonly domain?: Domain;
}

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/**
 * Computes what `xl create` goes on to do with a domain until libxl starts to build the guest: the defaults that libxl
 * fills in, its messages, and whether it gives the guest up (4.14, 4.17 and 4.20 by test, others after their source;
 * 4.1 checks nothing here). What depends on the machine is taken to be there: images, bootloader, backend domains, pools, QEMU; a
 * hypervisor with HAP, an IOMMU and all versions of grant tables, without XSM. Never throws.
 */
export function completeDomain(
  domain: Domain,
  { host = DEFAULT_HOST, uuid = NIL_UUID }: Partial<Surroundings> = {},
): Completion {
  const stage = new Stage(domain, { host, uuid });
  takeAll(stage, BEFORE_DEVICES);
  if (stage.release >= 418) completeVirtios(stage);
  takeAll(stage, DOMAIN);
  if (stage.release >= 402) completeDisks(stage);
  if (stage.release >= 403) completeNics(stage);
  takeAll(stage, BEFORE_BUILD);
  const { messages, further } = stage;
  if (stage.refused) return { messages, further };
  return { messages, further, domain: { release: stage.release, config: stage.config } };
}

function takeAll(stage: Stage, steps: readonly Step[]): void {
  for (const step of steps) {
    if (concerns(step, stage)) stage.attempt(() => step.take(stage), step.after?.(stage.release) ?? []);
  }
}

function failure({ release }: Stage, device: string, item: number): string[] {
  return release >= 406 ? [`Unable to set ${device} defaults for ${device} ${item}`] : [];
}

function completeVirtios(stage: Stage): void {
  for (const device of stage.devices('virtios')) {
    resolveDomain(device);
    const { backend_domid: domid, backend_domname: name } = device;
    defaults(device, { grant_usage: Boolean(domid) || (domid === undefined && name !== undefined) });
  }
}

function completeDisks(stage: Stage): void {
  for (const [item, disk] of stage.devices('disks').entries()) {
    stage.attempt(() => completeDisk(stage, disk, item), failure(stage, 'disk', item));
  }
}

function completeNics(stage: Stage): void {
  for (const [item, nic] of stage.devices('nics').entries()) {
    stage.attempt(() => completeNic(stage, nic, item), failure(stage, 'nic', item));
  }
  numberNics(stage);
}
