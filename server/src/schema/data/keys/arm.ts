import type { KeyRow } from '../../types';

/** What only Arm machines have. */
export const ARM_KEYS: readonly KeyRow[] = [
  {
    name: 'arm_sci',
    type: 'spec',
    since: 421,
    reads: ['quiet-string'],
    arch: 'arm',
    language: 'arm_sci',
    default: 'type=none',
    wrongShape: 'ignores',
    checks: [{ when: 'unknown type value', xl: 'refuses' }],
    note: 'a list value is ignored without any message',
    text:
      'Lets an Arm guest ask the board firmware to manage clocks, power and resets, by SCMI messages that Xen passes ' +
      'on as SMC calls: `arm_sci = "type=scmi_smc"`. Set it for the one guest that drives passed-through hardware; ' +
      'Xen has to be booted with `scmi-smc-passthrough`, and the firmware serves a single agent. Without the key the ' +
      'firmware stays out of reach. A list in place of the string is dropped without a message.',
  },
  {
    name: 'dtdev',
    type: 'string',
    shape: 'list',
    since: 406,
    language: 'dtdev',
    note: 'device tree node paths; useful on Arm only',
    text:
      "Hands devices of an Arm host to the guest, each named by its full path in the host's device tree: `dtdev = " +
      '["/soc/ethernet@ff0e0000"]`. This only gives them to the IOMMU: registers (`iomem`), interrupts (`irqs`) and ' +
      'a description (`device_tree`) have to be set as well, and the host must have left the device alone by ' +
      '`xen,passthrough` in its own tree.',
  },
  {
    name: 'gic_version',
    type: 'enum',
    since: 406,
    reads: ['quiet-string'],
    arch: 'arm',
    values: 'gic_version',
    default: 'default',
    wrongShape: 'ignores',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'Chooses the interrupt controller that an Arm guest sees; without the key it has the same version as the ' +
      'host\'s. Set `gic_version = "v2"` for a kernel that knows no newer one, or to get the same machine on ' +
      'different boards. The hardware has to support it: many GICv3 machines cannot act as a GICv2, and then the ' +
      'guest is not created.',
  },
  {
    name: 'nr_spis',
    type: 'integer',
    since: 419,
    arch: 'arm',
    documentedRange: [0, 960],
    note: 'man page: up to 960 regular SPIs, 5088 with extended SPIs; heading shows it quoted but it is read as an integer',
    text:
      'How many shared peripheral interrupts an Arm guest gets. The toolstack counts those of `irqs`, `vuart` and ' +
      'virtio devices by itself; give a number only when interrupts are added in a way that it cannot see, and make ' +
      'it the highest interrupt number minus 31. `nr_spis = 256` covers interrupts up to 287. A number below the ' +
      "toolstack's own count stops the creation.",
  },
  {
    name: 'sve',
    type: 'enum',
    since: 418,
    reads: ['quiet-string'],
    arch: 'arm',
    language: 'sve',
    default: 'disabled',
    wrongShape: 'ignores',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    note: 'AArch64 only; quoting is optional because numbers and strings are the same token kind to the reader',
    text:
      'Lets an AArch64 guest use the Scalable Vector Extension, with vectors of at most the given number of bits: a ' +
      'multiple of 128 up to `2048`, or `hw` for whatever the host has. Useful for numeric programs built for SVE. A ' +
      'length that the host does not reach stops the creation, so give the smallest one among all hosts on which the ' +
      'guest is to run: `sve = 256`.',
  },
  {
    name: 'tee',
    type: 'enum',
    since: 413,
    reads: ['quiet-string'],
    arch: 'arm',
    values: 'tee_type',
    default: 'none',
    wrongShape: 'ignores',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'Lets an Arm guest reach the secure world of the board: `tee = "optee"` talks to OP-TEE with Xen in between, ' +
      '`tee = "ffa"` to secure partitions by Arm\'s FF-A interface. OP-TEE must have been built with support for ' +
      'virtualization, and takes only a limited number of guests at a time. Xen calls both a technology preview.',
  },
  {
    name: 'trap_unmapped_accesses',
    type: 'boolean',
    since: 421,
    arch: 'arm',
    default: '1',
    note: 'libxl refuses it on x86',
    text:
      'Decides what happens when an Arm guest accesses an address at which nothing is mapped: a trap that usually ' +
      'ends the program or kernel, or, with `trap_unmapped_accesses = 0`, reads of all ones and writes that vanish. ' +
      'Switch the trap off for software that probes for hardware as it would on a bare board. On x86 a guest that ' +
      'asks for the trap is refused.',
  },
  {
    name: 'vuart',
    type: 'enum',
    since: 410,
    arch: 'arm',
    values: 'vuart_type',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'Gives an Arm guest an emulated serial port (an SBSA UART) beside the paravirtual console, for firmware and ' +
      'kernels that have no Xen console driver: `vuart = "sbsa_uart"`. Reach it by `xl console -t vuart NAME`. It ' +
      'takes interrupt 32 of the guest for itself, so the same number in `irqs` stops the creation.',
  },
];
