import type { DomainResult } from '../../../server/src/model';
import type { Fields } from '../../../server/src/model/fields';
import type { DryRun } from '../xl';

/** What libxl makes of a guest hangs on the machine, as the file shows: it is not asked. */
interface NotAsked {
  readonly why: string;
  readonly applies: (config: Fields) => boolean;
}

/** The same, as the answer shows. */
interface NotCompared {
  readonly why: string;
  readonly applies: (real: DryRun) => boolean;
}

const DEVICES = ['disks', 'nics', 'virtios'];

const NOT_ASKED: readonly NotAsked[] = [
  {
    why: 'a device is served by a domain with a name, and none runs here',
    applies: (config) =>
      DEVICES.some((field) =>
        ((config[field] ?? []) as readonly Fields[]).some(({ backend_domname: name }) => isOther(name)),
      ),
  },
  {
    why: 'the guest is for another pool than the only one here',
    applies: ({ c_info }) => {
      const pool = (c_info as Fields).pool_name;
      return typeof pool === 'string' && pool !== '' && pool !== 'Pool-0' && !/^0+$/.test(pool);
    },
  },
  {
    why: 'a bootloader is run',
    applies: ({ b_info, disks }) => {
      const build = b_info as Fields;
      return build.bootloader !== undefined && build['type.hvm'] === undefined && disks !== undefined;
    },
  },
];

const NOT_COMPARED: readonly NotCompared[] = [
  {
    why: 'the device model is not here',
    applies: ({ messages }) => messages.some((line) => line.includes('qemu-xen is unavailable')),
  },
  {
    why: 'a disk image is not here',
    applies: ({ messages }) => messages.some((line) => line.includes('failed to stat')),
  },
  {
    why: 'the file that stands for an empty CD cannot be made here',
    applies: ({ messages }) => messages.some((line) => line.includes('Failed to create empty cdrom')),
  },
  {
    why: 'the processor has no SVE',
    applies: ({ messages }) => messages.some((line) => line.includes('SVE is unsupported')),
  },
  { why: 'libxl dies', applies: ({ code }) => code < 0 },
];

function isOther(name: unknown): boolean {
  return typeof name === 'string' && !/^\d*$/.test(name) && name !== 'Domain-0';
}

/** Why libxl is not asked about a domain, if it is not. */
export function notAsked({ domain }: DomainResult): string | undefined {
  return NOT_ASKED.find(({ applies }) => applies(domain!.config))?.why;
}

/** Why an answer is not compared, if it is not. */
export function notCompared(real: DryRun): string | undefined {
  return NOT_COMPARED.find(({ applies }) => applies(real))?.why;
}
