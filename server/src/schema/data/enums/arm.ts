import type { EnumRow } from '../../types';

/** Enumerations of Arm machines. */
export const ARM_ENUMS: readonly EnumRow[] = [
  {
    name: 'gic_version',
    since: 406,
    anyCaseSince: 406,
    members: [
      {
        value: 'default',
        number: 0,
        text:
          "The same version as the host's interrupt controller, or the one that it can emulate. A guest " +
          'that moves between boards needs a fixed one.',
      },
      {
        value: 'v2',
        number: 32,
        text:
          'GICv2: at most 8 vCPUs, and no message-signalled interrupts. The host must have one, or a GICv3 ' +
          'that can behave like it.',
      },
      {
        value: 'v3',
        number: 48,
        text:
          'GICv3: more than 8 vCPUs. The host must have one, and the guest gets it without the compatible ' +
          'GICv2 mode, which old kernels would need.',
      },
    ],
  },
  {
    name: 'tee_type',
    since: 413,
    anyCaseSince: 413,
    members: [
      { value: 'none', number: 0, text: 'The guest cannot call the trusted execution environment of the board.' },
      {
        value: 'optee',
        number: 1,
        text:
          'The guest may use OP-TEE, with Xen in between to keep guests apart. OP-TEE must be built with ' +
          'virtualisation support, and itself limits how many guests it serves. Technology preview.',
      },
      {
        value: 'ffa',
        number: 2,
        since: 418,
        text:
          "The guest may talk to secure partitions through Arm's Firmware Framework (FF-A). Only a small " +
          'part of it is there: direct messages and memory shared with one partition. Technology preview.',
      },
    ],
  },
  {
    name: 'arm_sci_type',
    since: 421,
    anyCaseSince: 421,
    members: [
      {
        value: 'none',
        number: 0,
        text: "The guest cannot reach the board's power and clock firmware; its devices must not need that.",
      },
      {
        value: 'scmi_smc',
        number: 1,
        text:
          "SCMI calls of the guest go straight to the firmware at EL3. Meant for one guest only; Xen's " +
          'command line needs `scmi-smc-passthrough`.',
      },
    ],
  },
  {
    name: 'vuart_type',
    since: 410,
    anyCaseSince: 410,
    members: [
      { value: 'unknown', number: 0, placeholder: true },
      {
        value: 'sbsa_uart',
        number: 1,
        text:
          'An emulated PL011 serial port as the SBSA standard describes it, whose output `xl console -t ' +
          'vuart` shows. For Arm systems without a Xen console driver.',
      },
    ],
  },
  {
    name: 'sve_type',
    since: 418,
    anyCaseSince: 418,
    members: [
      {
        value: 'hw',
        number: -1,
        text: "As long as the machine's vectors are. Such a guest moves only to machines with the same length.",
      },
      { value: 'disabled', number: 0, text: 'No SVE: the guest has the 128-bit Advanced SIMD registers alone.' },
      {
        value: '128',
        number: 128,
        text:
          'SVE vectors of up to 128 bits (16 bytes), the shortest that SVE has, no longer than Advanced ' +
          'SIMD but with predicates. Every machine with SVE can do it.',
      },
      {
        value: '256',
        number: 256,
        text:
          'SVE vectors of up to 256 bits (32 bytes), as on Neoverse V1. The machine must have at least that ' +
          'length.',
      },
      {
        value: '384',
        number: 384,
        text: "SVE vectors of up to 384 bits (48 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '512',
        number: 512,
        text:
          'SVE vectors of up to 512 bits (64 bytes), as on Fujitsu A64FX. The machine must have at least ' +
          'that length.',
      },
      {
        value: '640',
        number: 640,
        text: "SVE vectors of up to 640 bits (80 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '768',
        number: 768,
        text: "SVE vectors of up to 768 bits (96 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '896',
        number: 896,
        text: "SVE vectors of up to 896 bits (112 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1024',
        number: 1024,
        text: "SVE vectors of up to 1024 bits (128 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1152',
        number: 1152,
        text: "SVE vectors of up to 1152 bits (144 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1280',
        number: 1280,
        text: "SVE vectors of up to 1280 bits (160 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1408',
        number: 1408,
        text: "SVE vectors of up to 1408 bits (176 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1536',
        number: 1536,
        text: "SVE vectors of up to 1536 bits (192 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1664',
        number: 1664,
        text: "SVE vectors of up to 1664 bits (208 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1792',
        number: 1792,
        text: "SVE vectors of up to 1792 bits (224 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '1920',
        number: 1920,
        text: "SVE vectors of up to 1920 bits (240 bytes). Refused when the machine's are shorter.",
      },
      {
        value: '2048',
        number: 2048,
        text:
          'SVE vectors of up to 2048 bits (256 bytes), the longest that the architecture allows. The ' +
          'machine must have at least that length.',
      },
    ],
  },
];
