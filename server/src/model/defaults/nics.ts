import type { Fields } from '../fields';
import { resolveDomain } from './domains';
import { defaults, type Stage } from './stage';

/** The rest of a network interface (libxl's device_nic_setdefault). */
export function completeNic(stage: Stage, nic: Fields, item: number): void {
  const { release, type } = stage;
  if (!nic.mtu) nic.mtu = release >= 415 ? 1500 : 1492;
  if (nic.mac === undefined || nic.mac === '00:00:00:00:00:00') nic.mac = madeUp(stage.uuid);
  defaults(nic, { model: 'rtl8139', bridge: 'xenbr0', script: '/etc/xen/scripts/vif-bridge' });
  resolveDomain(nic);
  const isSet = nic.nictype !== undefined && nic.nictype !== 'unknown';
  if (type === 'hvm') {
    const emulated = stage.build.device_model_version !== 'none';
    if (!isSet) nic.nictype = emulated ? 'vif_ioemu' : 'vif';
  } else {
    if (nic.nictype === 'vif_ioemu') {
      const guests = release >= 410 ? 'PV or PVH' : 'PV';
      stage.refuse({ key: 'vif', item, option: 'type' }, `trying to create ${guests} guest with an emulated interface`);
    }
    nic.nictype = 'vif';
  }
  if (release >= 417) defaults(nic, { trusted: true });
}

/** Xen's own first bytes, and then those of an id that libxl makes up. */
function madeUp(uuid: string): string {
  const [first, second, third] = [0, 2, 4].map((at) => Number.parseInt(uuid.slice(at, at + 2), 16));
  const own = [first! & 0x7f, second!, third!].map((byte) => byte.toString(16).padStart(2, '0'));
  return ['00:16:3e', ...own].join(':');
}

/** Gives numbers to the interfaces that have none, after the greatest there is. */
export function numberNics(stage: Stage): void {
  const nics = stage.devices('nics');
  const isNumbered = ({ devid }: Fields) => Number(devid ?? -1) >= 0;
  if (nics.every(isNumbered)) return;
  let last = nics.reduce((greatest, { devid }) => Math.max(greatest, Number(devid ?? -1)), -1);
  stage.config.nics = nics.map((nic) => (isNumbered(nic) ? nic : { ...nic, devid: ++last }));
}
