import { TOOLSTACK } from './domains';
import type { Stage } from './stage';
import { group, type Step, step } from './step';

/** The name of the guest must be its own; libxl itself runs in a domain. */
export const NAME: readonly Step[] = group([step(name, { since: 402 })], 402, 'cannot make domain: -6');

function name(stage: Stage): void {
  if (stage.create.name !== TOOLSTACK) return;
  stage.refuse({ key: 'name' }, `Domain with name "${TOOLSTACK}" already exists.`);
}

/** A bootloader finds the kernel on the first disk. What it finds there is not known. */
export const BOOTLOADER: readonly Step[] = group(
  [step(bootloader, { types: ['pv'], since: 402 }), step(bootloader, { types: ['pvh'], since: 410 })],
  402,
  'cannot (re-)build domain: -3',
);

function bootloader(stage: Stage): void {
  const { build, typed } = stage;
  if ((build.bootloader ?? typed.bootloader) === undefined || stage.devices('disks').length > 0) return;
  stage.refuse({ key: 'bootloader' }, 'cannot run bootloader with no boot disk');
}
