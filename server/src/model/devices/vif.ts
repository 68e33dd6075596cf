import { findOption, optionIsRead } from '../../schema/languages';
import { parseRate } from '../../syntax/specs';
import { strtoul, ULONG_MAX } from '../../syntax/strtol';
import { type Fields, int32 } from '../fields';
import type { Guest } from '../guest';
import { sayErrors } from '../spec-errors';
import { type Option, options, specs } from './options';

/** Options that only keep their text, where libxl's field has another name. */
const FIELDS: Readonly<Record<string, string>> = {
  netdev: 'gatewaydev',
  backend: 'backend_domname',
  vifname: 'ifname',
  forwarddev: 'coloft_forwarddev',
};

/** Network interfaces. */
export function vifs(guest: Guest): void {
  const nics: Fields[] = [];
  for (const [spec, place] of specs(guest, 'vif')) {
    const nic = newNic(guest, nics.length);
    for (const option of options(spec, place)) readOption(guest, option, nic);
    nics.push(nic);
  }
  if (nics.length > 0) guest.config.nics = nics;
}

function newNic(guest: Guest, devid: number): Fields {
  const { vifScript, vifBridge, vifGatewaydev, vifBackend } = guest.global;
  return {
    devid,
    ...(vifScript !== undefined && { script: vifScript }),
    ...(vifBridge !== undefined && { bridge: vifBridge }),
    ...(vifGatewaydev !== undefined && { gatewaydev: vifGatewaydev }),
    ...(vifBackend !== undefined && { backend_domname: vifBackend }),
  };
}

function readOption(guest: Guest, option: Option, nic: Fields): void {
  const { name, value, text, place } = option;
  const known = findOption('vif', name);
  if (!known || !optionIsRead(known, guest.release) || (value === undefined) !== (known.kind === 'flag')) {
    guest.warn(place, `unrecognized argument \`${text}'`);
    return;
  }
  if (value === undefined) {
    nic.trusted = name === 'trusted';
    return;
  }
  const special = SPECIAL[name];
  if (special) special(guest, value, option, nic);
  else nic[FIELDS[name] ?? name] = value;
}

type ReadOption = (guest: Guest, value: string, option: Option, nic: Fields) => void;

const SPECIAL: Readonly<Record<string, ReadOption>> = {
  type(guest, value, { place }, nic) {
    if (value === 'vif') nic.nictype = 'vif';
    else if (value === 'ioemu') nic.nictype = 'vif_ioemu';
    else guest.warn(place, "Invalid parameter `type'.");
  },
  mac(guest, value, { place }, nic) {
    const bytes = (nic.mac as number[] | undefined)?.slice() ?? [0, 0, 0, 0, 0, 0];
    let rest = value;
    for (let i = 0; i < 6; i++) {
      const { value: number, end } = strtoul(rest, 16);
      // xl keeps the number in 32 bits before it looks at it
      const byte = Number(BigInt.asUintN(32, number));
      if (end === 0 || byte > 255) {
        guest.warn(place, "Invalid parameter `mac'.");
        break;
      }
      bytes[i] = byte;
      rest = rest.slice(end + 1);
    }
    nic.mac = bytes;
  },
  netdev(guest, value, { place }, nic) {
    guest.warn(place, 'the netdev parameter is deprecated, please use gatewaydev instead');
    nic.gatewaydev = value;
  },
  rate(guest, value, { place }, nic) {
    const spec = parseRate(value, guest.release, guest.settings.source);
    sayErrors(guest, place, spec);
    if (spec.rc !== 0) guest.refuse(place, '');
    Object.assign(nic, spec.rate);
  },
  accel(guest, _value, { place }) {
    guest.warn(place, 'the accel parameter for vifs is currently not supported');
  },
  devid: unsigned('devid'),
  mtu: unsigned('mtu'),
};

function unsigned(field: string): ReadOption {
  return (guest, value, { place }, nic) => {
    const { value: number, end } = strtoul(value, 10);
    if (end === 0 || number === ULONG_MAX) guest.refuse(place, `xl: failed to convert "${value}" to number`);
    nic[field] = int32(number);
  };
}
