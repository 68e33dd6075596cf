import type { Fields, FieldValue } from '../fields';
import type { Place } from '../message';
import { defaults, type Stage, structure } from './stage';
import { type Step, step } from './step';

/** What depends on the machine's architecture (libxl's arch_domain_build_info_setdefault). */
export const ARCHITECTURE: readonly Step[] = [
  step(({ build, host }) => defaults(build, { acpi: host.arch === 'x86' }), { since: 408 }),
  step(({ build }) => defaults(structure(build, 'arch_x86'), { msr_relaxed: false }), { since: 415, arch: 'x86' }),
  step(views, { since: 419, types: ['hvm'], arch: 'x86' }),
  step(({ build, host }) => defaults(build, { trap_unmapped_accesses: host.arch === 'arm' }), { since: 421 }),
  step(({ build }) => defaults(build, { vpmu: false }), { since: 416 }),
];

function views({ build, typed }: Stage): void {
  if (typed.altp2m === true && (build.altp2m ?? 'disabled') === 'disabled') build.altp2m = 'mixed';
}

/** The interrupt controller that the machine gives to its guests: taken to be the newer of the two. */
export const CONTROLLER: Step = step(
  ({ build }) => {
    const arm = structure(build, 'arch_arm');
    if ((arm.gic_version ?? 'default') === 'default') arm.gic_version = 'v3';
  },
  { since: 406, arch: 'arm' },
);

/** What libxl checks as it asks the hypervisor for the domain (libxl's arch_domain_prepare_config). */
export const DOMAIN_CHECKS: readonly Step[] = [
  step(trapOnX86, { since: 421, arch: 'x86' }),
  step(virtioPlaces, { since: 417, arch: 'arm' }),
  step(interrupts, { since: 406, arch: 'arm' }),
];

function trapOnX86(stage: Stage): void {
  if (!stage.build.trap_unmapped_accesses) return;
  stage.refuse({ key: 'trap_unmapped_accesses' }, 'trap_unmapped_accesses is not supported on x86\n');
}

/** Where virtio devices are in the memory of an Arm guest, and their interrupts. */
const VIRTIO_BASE = 0x02000000;
const VIRTIO_SIZE = 0x200;
const FIRST_VIRTIO_IRQ = 33;
const LAST_VIRTIO_IRQ = 43;

/** The interrupt of the emulated serial port. */
const SERIAL_IRQ = 32;

/** Gives every virtio device its place, disks first. */
function virtioPlaces(stage: Stage): void {
  const isVirtio = ({ specification }: Fields) => specification === 'virtio';
  const given = stage.devices('disks');
  if (given.some(isVirtio)) stage.config.disks = given.map((disk) => (isVirtio(disk) ? { ...disk } : disk));
  const disks = [...stage.devices('disks').entries()].filter(([, disk]) => isVirtio(disk));
  const others = [...stage.devices('virtios').entries()].filter(([, { transport }]) => transport === 'mmio');
  const all = [
    ...disks.map(([item, device]) => ({ place: { key: 'disk', item }, device })),
    ...(stage.release >= 418 ? others : []).map(([item, device]) => ({ place: { key: 'virtio', item }, device })),
  ];
  for (const [i, { place, device }] of all.entries()) {
    device.base = VIRTIO_BASE + i * VIRTIO_SIZE;
    device.irq = FIRST_VIRTIO_IRQ + i;
    if (device.irq > LAST_VIRTIO_IRQ) {
      stage.refuse(place, `Ran out of reserved range for Virtio MMIO IRQ ${device.irq}\n`);
    }
  }
}

function highestVirtio(stage: Stage): number {
  const used = [...stage.devices('disks'), ...stage.devices('virtios')].map(({ irq }) => Number(irq ?? 0));
  return Math.max(0, ...used);
}

function interrupts(stage: Stage): void {
  const arm = structure(stage.build, 'arch_arm');
  const serial = stage.release >= 410 && arm.vuart === 'sbsa_uart';
  const virtio = highestVirtio(stage);
  const asked = ((stage.build.irqs ?? []) as readonly FieldValue[]).map(Number);
  for (const [item, irq] of asked.entries()) {
    const place: Place = { key: 'irqs', item };
    if (serial && irq === SERIAL_IRQ) stage.refuse(place, `Physical IRQ ${irq} conflicting with pl011 SPI\n`);
    if (virtio > 0 && irq >= FIRST_VIRTIO_IRQ && irq <= virtio) {
      stage.refuse(place, `Physical IRQ ${irq} conflicting with Virtio MMIO IRQ range\n`);
    }
  }
  if (stage.release < 421 || arm.nr_spis === undefined) return;
  const least = Math.max(serial ? SERIAL_IRQ + 1 : 0, virtio > 0 ? virtio + 1 : 0, ...asked.map((irq) => irq + 1)) - 32;
  if (Math.max(least, 0) > Number(arm.nr_spis)) {
    const text = `Provided nr_spis value is too small (minimum required ${least})\n`;
    stage.refuse({ key: 'nr_spis' }, text);
  }
}
