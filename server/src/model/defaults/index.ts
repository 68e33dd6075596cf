import { SHORT, stretch } from '../../syntax/splicer';
import type { Domain } from '../domain';
import type { Fields } from '../fields';
import { DEFAULT_HOST } from '../host';
import type { Message } from '../message';
import { completeDisk } from './disks';
import { resolveDomain } from './domains';
import { completeNic, numberNics } from './nics';
import { BEFORE_BUILD, BEFORE_DEVICES, DOMAIN } from './order';
import { copy, defaults, Stage, type Surroundings } from './stage';
import { Sequence } from './step';

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
 * 4.1 checks nothing here). What depends on the machine is taken to be there: images, bootloader, backend domains,
 * pools, QEMU; a hypervisor with HAP, an IOMMU and all versions of grant tables, without XSM. Never throws.
 */
export function completeDomain(
  domain: Domain,
  { host = DEFAULT_HOST, uuid = NIL_UUID }: Partial<Surroundings> = {},
): Completion {
  const stage = new Stage(domain, { host, uuid });
  takeAll(stage, SEQUENCES.beforeDevices);
  if (stage.release >= 418) completeVirtios(stage);
  takeAll(stage, SEQUENCES.domain);
  if (stage.release >= 402) takeDevices(stage, 'disks', completeDisk);
  if (stage.release >= 403) {
    takeDevices(stage, 'nics', completeNic);
    numberNics(stage);
  }
  takeAll(stage, SEQUENCES.beforeBuild);
  const { messages, further } = stage;
  if (stage.refused) return { messages, further };
  return { messages, further, domain: { release: stage.release, config: stage.config } };
}

const SEQUENCES = {
  beforeDevices: new Sequence(BEFORE_DEVICES),
  domain: new Sequence(DOMAIN),
  beforeBuild: new Sequence(BEFORE_BUILD),
};

function takeAll(stage: Stage, sequence: Sequence): void {
  for (const step of sequence.of(stage)) {
    if (step.types !== undefined && !step.types.includes(stage.type)) continue;
    try {
      step.take(stage);
    } catch (refusal) {
      stage.giveUp(refusal, step.after?.(stage.release) ?? []);
    }
  }
}

/** Devices that libxl completed without a word, and what about the guest that depends on. */
interface Completed {
  readonly guest: string;
  readonly given: readonly Fields[];
  readonly made: readonly Fields[];
}

/** The devices completed last: an editor has the same ones read again and again. */
const COMPLETED = new Map<string, Completed>();

/** Completes each of the guest's devices of a kind. */
function takeDevices(
  stage: Stage,
  field: 'disks' | 'nics',
  complete: (stage: Stage, device: Fields, item: number) => void,
): void {
  const given = stage.devices(field);
  if (given.length === 0) return;
  const guest = `${stage.release} ${stage.type} ${stage.build.device_model_version} ${stage.uuid}`;
  const said = stage.said;
  const take = (device: Fields, item: number) => {
    const completed = copy(device) as Fields;
    try {
      complete(stage, completed, item);
    } catch (refusal) {
      const name = field.slice(0, -1);
      stage.giveUp(refusal, stage.release >= 406 ? [`Unable to set ${name} defaults for ${name} ${item}`] : []);
    }
    return completed;
  };
  if (given.length < SHORT) {
    stage.config[field] = given.map(take);
    return;
  }
  const last = COMPLETED.get(field);
  const known = last?.guest === guest ? last : { given: [], made: [] };
  const { start, oldEnd, newEnd } = stretch(known.given, given);
  const middle = given.slice(start, newEnd).map((device, index) => take(device, start + index));
  const made = known.made.slice(0, start).concat(middle, known.made.slice(oldEnd));
  if (stage.said === said) COMPLETED.set(field, { guest, given, made });
  stage.config[field] = made;
}

function completeVirtios(stage: Stage): void {
  for (const device of stage.devices('virtios')) {
    resolveDomain(device);
    const { backend_domid: domid, backend_domname: name } = device;
    defaults(device, { grant_usage: Boolean(domid) || (domid === undefined && name !== undefined) });
  }
}
