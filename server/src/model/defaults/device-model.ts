import type { Release } from '../../syntax/release';
import { firmwareFolder } from '../boot';
import { guestSid } from './identity';
import { defaults, type Stage } from './stage';
import { type Step, step } from './step';

/** Which program emulates devices, and what the guest boots from. The program is taken to be installed. */
export const DEVICE_MODEL: readonly Step[] = [
  step(stubdomainSid, { since: 406 }),
  step(version, { since: 402 }),
  step(({ build }) => defaults(build, { blkdev_start: 'xvda' })),
  step(({ build }) => defaults(build, { dm_restrict: false }), { since: 410 }),
  step(bios, { types: ['hvm'], since: 402 }),
  step(directBoot, { types: ['hvm'], since: 406 }),
  step(noLinuxStubdomain, { types: ['hvm'], since: 402, until: 413 }),
  step(stubdomainFiles, { types: ['hvm'], since: 414 }),
];

function stubdomainSid({ build, release }: Stage): void {
  if (build.device_model_stubdomain) build.device_model_ssidref = guestSid(release) + 1;
}

/** Before this HVM guests have the traditional device model unless they ask for another one. */
const QEMU_XEN_SINCE: Release = 403;
/** From here on there is no other. */
const QEMU_XEN_ALONE: Release = 421;

/** Up to here libxl looks for QEMU on the host also where it runs in a domain of its own, and does not know which one. */
const LOOKS_FOR_NOTHING_UNTIL: Release = 414;

function version(stage: Stage): void {
  const { build, type, release } = stage;
  defaults(build, { device_model_stubdomain: false });
  if (build.device_model_version !== undefined) return;
  const stubdomain = build.device_model_stubdomain === true;
  if (type === 'hvm' && release < QEMU_XEN_ALONE && (release < QEMU_XEN_SINCE || stubdomain)) {
    build.device_model_version = 'qemu_xen_traditional';
    return;
  }
  build.device_model_version = 'qemu_xen';
  if (!stubdomain) return;
  const place = { key: 'device_model_stubdomain_override' };
  if (release <= LOOKS_FOR_NOTHING_UNTIL) stage.refuse(place, 'qemu-xen access error: Bad address');
  if (release < QEMU_XEN_ALONE) return;
  stage.note(place, 'qemu-xen is unavailable: Bad address');
  build.device_model_version = 'unknown';
  if (type === 'hvm') stage.refuse(place, 'unknown device model version');
}

/** The first release that says why a BIOS and a device model do not go together. */
const SAYS_WHY: Release = 407;

function bios(stage: Stage): void {
  const { build, typed, release } = stage;
  if (build.device_model_version === 'none') return;
  const place = { key: typed.bios === undefined ? 'device_model_version' : 'bios' };
  if (build.device_model_version === 'qemu_xen_traditional' && release < QEMU_XEN_ALONE) {
    defaults(typed, { bios: 'rombios' });
    if (typed.bios === 'rombios') return;
    stage.refuse(place, release < SAYS_WHY ? '' : 'qemu-xen-traditional requires bios=rombios.');
  }
  defaults(typed, { bios: 'seabios' });
  if (build.device_model_version === 'qemu_xen' && typed.bios === 'rombios') {
    stage.refuse(place, release < SAYS_WHY ? '' : 'qemu-xen does not support bios=rombios.');
  }
}

function directBoot(stage: Stage): void {
  const { kernel, ramdisk, cmdline } = stage.build;
  if (kernel !== undefined || (ramdisk === undefined && cmdline === undefined)) return;
  stage.refuse(
    { key: ramdisk === undefined ? 'cmdline' : 'ramdisk' },
    'direct boot parameters specified but kernel missing',
  );
}

function noLinuxStubdomain(stage: Stage): void {
  const { device_model_version: version, device_model_stubdomain: stubdomain } = stage.build;
  if (!stubdomain || version === 'qemu_xen_traditional') return;
  stage.refuse({ key: 'device_model_stubdomain_override' }, 'device model stubdomains require "qemu-xen-traditional"');
}

function stubdomainFiles({ build, release }: Stage): void {
  if (!build.device_model_stubdomain) return;
  const folder = firmwareFolder(release);
  if (build.device_model_version === 'qemu_xen_traditional') {
    defaults(build, { stubdomain_kernel: `${folder}/ioemu-stubdom.gz` });
  } else {
    defaults(build, {
      stubdomain_kernel: `${folder}/qemu-stubdom-linux-kernel`,
      stubdomain_ramdisk: `${folder}/qemu-stubdom-linux-rootfs`,
    });
  }
}
