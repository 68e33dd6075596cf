import type { Release } from '../../syntax/release';
import { defaults, type Stage } from './stage';
import { group, type Step, step } from './step';

/** Before this xl itself asks the hypervisor for labels and pools. */
const ASKED_BY_LIBXL: Release = 405;

/** Labels and pool, which libxl looks up first. The hypervisor is taken to have no XSM. */
export const LABELS: readonly Step[] = [
  label('create', 'ssid_label', 'init_seclabel'),
  label('build', 'exec_ssid_label', 'seclabel'),
  label('build', 'device_model_ssid_label', 'device_model_stubdomain_seclabel'),
  step(pool, { since: ASKED_BY_LIBXL }),
];

function label(part: 'create' | 'build', field: string, key: string): Step {
  return step(
    (stage) => {
      if (stage[part][field] !== undefined) stage.warn({ key }, `XSM Disabled: ${key} not supported`);
    },
    { since: ASKED_BY_LIBXL },
  );
}

/** A pool is taken to be there; the number of one with a name is not known, but for the first. */
function pool(stage: Stage): void {
  const name = stage.create.pool_name as string | undefined;
  if (name === '') stage.refuse({ key: 'pool' }, 'Illegal pool specified: ');
  if (name !== undefined && /^\d+$/.test(name)) stage.create.poolid = Number(BigInt.asUintN(32, BigInt(name)));
}

/** libxl's domain_create_info_setdefault: what the guest is. The machine is taken to have HAP. */
export const CREATE_INFO: readonly Step[] = group(
  [
    step(convertPv, { since: 412, types: ['pv'], arch: 'arm' }),
    step(paging),
    step(oldPvh, { since: 404, until: 408, types: ['pv'] }),
    step(common),
  ],
  406,
  'Unable to set domain create info defaults',
);

/** On Arm every guest is a PVH one; the settings of a PV one are lost. */
function convertPv(stage: Stage): void {
  stage.warn(
    { key: 'type' },
    'Converting PV guest to PVH.',
    'Arm guest are now PVH.',
    'Please fix your configuration file/toolstack.',
  );
  stage.create.type = 'pvh';
  stage.build['type.pv'] = undefined;
  stage.typed = {};
  stage.build['type.pvh'] = stage.typed;
}

function paging({ create, type }: Stage): void {
  if (type !== 'pv') defaults(create, { hap: true, oos: true });
}

/** For some releases PVH was a property of PV guests. */
function oldPvh({ create }: Stage): void {
  defaults(create, { pvh: false });
  defaults(create, { hap: create.pvh === true });
}

/** Numbers of XSM's labels of guests: one was put in before them. */
const SID_BEFORE: Release = 416;

function common({ create, release }: Stage): void {
  defaults(create, { run_hotplug_scripts: true });
  if (release >= 404) defaults(create, { driver_domain: false });
  if (release >= 406) create.ssidref = guestSid(release);
  if (release >= 414) defaults(create, { domid: 2 ** 32 - 1, xend_suspend_evtchn_compat: false });
}

/** The number of the label that a guest has; that of a stub domain is the next one. */
export function guestSid(release: Release): number {
  return release <= SID_BEFORE ? 11 : 12;
}
