import { findEnum, matchMember } from '../schema/enums';
import type { Guest } from './guest';
import { HVM_TIMERS } from './platform';
import { smbios } from './smbios';
import { plain, type Step, step, type When } from './step';
import { viridian } from './viridian';
import { invalidValue } from './word';

const HVM = { types: ['hvm'] } as const satisfies When;

/** The machine that an HVM guest sees, as far as xl reads it before the devices. */
export const HVM_MACHINE: readonly Step[] = [
  step('kernel', hvmloader, HVM),
  plain('text', 'firmware_override', 'hvm.firmware', HVM),
  plain('text', 'bios_path_override', 'hvm.system_firmware', HVM),
  step('bios', bios, HVM),
  plain('flag', 'pae', 'hvm.pae', HVM),
  plain('flag', 'apic', 'hvm.apic', { ...HVM, until: 409 }),
  plain('flag', 'acpi', 'hvm.acpi', { ...HVM, until: 407 }),
  plain('flag', 'acpi_s3', 'hvm.acpi_s3', HVM),
  plain('flag', 'acpi_s4', 'hvm.acpi_s4', HVM),
  plain('flag', 'acpi_laptop_slate', 'hvm.acpi_laptop_slate', HVM),
  plain('flag', 'nx', 'hvm.nx', HVM),
  step('viridian', viridian, { ...HVM, until: 404 }),
  plain('flag', 'hpet', 'hvm.hpet', HVM),
  plain('flag', 'vpt_align', 'hvm.vpt_align', HVM),
  plain('flag', 'apic', 'build.apic', { ...HVM, since: 411 }),
  plain('flag', 'hvm_pirq', 'hvm.pirq', HVM),
  step('viridian', viridian, { ...HVM, since: 405 }),
  step('mmio_hole', mmioHole, HVM),
  ...HVM_TIMERS,
  step('altp2mhvm', altp2mhvm, HVM),
  plain('text', 'smbios_firmware', 'hvm.smbios_firmware', HVM),
  step('smbios', smbios, HVM),
  plain('text', 'acpi_firmware', 'hvm.acpi_firmware', HVM),
  step('ms_vm_genid', generationId, HVM),
  plain('mebibytes', 'rdm_mem_boundary', 'hvm.rdm_mem_boundary_memkb', HVM),
  step('mca_caps', mcaCaps, HVM),
  step('firmware', firmware, HVM),
];

function hvmloader(guest: Guest): void {
  if (guest.release < 405) {
    if (guest.release < 402 || guest.settings.string('kernel') === undefined) return;
    guest.warn(
      { key: 'kernel' },
      'WARNING: ignoring "kernel" directive for HVM guest. ' +
        'Use "firmware_override" instead if you really want a non-default firmware',
    );
    return;
  }
  const kernel = guest.build.kernel as string | undefined;
  if (kernel === undefined || kernel.slice(kernel.lastIndexOf('/') + 1) !== 'hvmloader') return;
  guest.warn(
    { key: 'kernel' },
    'WARNING: you seem to be using "kernel" directive to override HVM guest firmware. Ignore that. ' +
      'Use "firmware_override" instead if you really want a non-default firmware',
  );
  guest.build.kernel = undefined;
}

function bios(guest: Guest): void {
  const key = 'bios';
  const text = guest.settings.string(key);
  if (text === undefined) {
    if (guest.hvm.system_firmware !== undefined) {
      guest.warn({ key: 'bios_path_override' }, 'WARNING: bios_path_override given without specific bios name');
    }
    return;
  }
  const member = matchMember('bios_type', text, guest.release);
  if (!member) guest.refuse({ key }, invalidValue(key)(text));
  guest.hvm[key] = member.value;
}

/** The room below 4 GiB that devices must at least have, and may at most. */
const LEAST_HOLE = 2n ** 32n - 0xf0000000n;
const GREATEST_HOLE = 0xf0000000n;

function mmioHole(guest: Guest): void {
  const key = 'mmio_hole';
  const size = guest.settings.long(key);
  if (size === undefined) return;
  const kibibytes = BigInt.asUintN(64, size * 1024n);
  const bytes = BigInt.asUintN(64, kibibytes * 1024n);
  if (bytes < LEAST_HOLE || bytes > GREATEST_HOLE) {
    guest.refuse({ key }, `ERROR: invalid value ${size} for "${key}"`);
  }
  guest.hvm.mmio_hole_memkb = kibibytes;
}

function altp2mhvm(guest: Guest): void {
  const key = 'altp2mhvm';
  const value = guest.settings.defbool(key);
  if (value === undefined) return;
  guest.hvm.altp2m = value;
  if (guest.release < 409) return;
  guest.warn({ key }, 'WARNING: Specifying "altp2mhvm" is deprecated. Please use "altp2m" instead.');
}

function generationId(guest: Guest): void {
  const key = 'ms_vm_genid';
  const text = guest.settings.string(key);
  if (text === undefined) return;
  const member = matchMember(key, text, guest.release);
  if (!member) guest.refuse({ key }, 'ERROR: "ms_vm_genid" option must be "generate" or "none"');
  if (member.value === 'generate') guest.hvm.ms_vm_genid = guest.uuid;
}

/** The bit of the only capability there is. */
const LMCE = 1n;

function mcaCaps(guest: Guest): void {
  const key = 'mca_caps';
  if (!guest.settings.has(key)) return;
  const list = guest.settings.list(key, 'quiet');
  if (!list) guest.refuse({ key }, 'ERROR: unable to parse mca_caps.');
  for (const [item, text] of list.entries()) {
    const place = { key, item };
    if (typeof text !== 'string') guest.crash(place);
    if (text !== 'lmce') guest.refuse(place, `ERROR: unrecognized MCA capability '${text}'.`);
    guest.hvm[key] = LMCE;
  }
}

function firmware(guest: Guest): void {
  const text = guest.settings.string('firmware');
  if (text === undefined) return;
  const member = matchMember('bios_type', text, guest.release);
  if (member) guest.hvm.bios = member.value;
  else if ('uefi'.startsWith(text)) guest.hvm.bios = 'ovmf';
  else if (!'bios'.startsWith(text)) guest.hvm.firmware = text;
}

/** What comes after the guest's type no longer matters. */
export const ALTERNATE_VIEWS: readonly Step[] = [
  step('altp2m', altp2m),
  step('altp2m_count', altp2mCount),
  step('vmtrace_buf_kb', vmtrace),
];

function altp2m(guest: Guest): void {
  const key = 'altp2m';
  const number = guest.settings.long(key, 'quiet');
  const text = number === undefined ? guest.settings.string(key) : undefined;
  if (number !== undefined) {
    const member = findEnum('altp2m_mode')?.members.find(
      (row) => row.number !== undefined && BigInt(row.number) === number,
    );
    if (!member) guest.refuse({ key }, `ERROR: invalid value ${number} for "${key}"`);
    guest.build[key] = member.value;
  } else if (text !== undefined) {
    const member = matchMember('altp2m_mode', text, guest.release);
    if (!member) guest.refuse({ key }, invalidValue(key)(text));
    guest.build[key] = member.value;
  }
}

function altp2mCount(guest: Guest): void {
  const key = 'altp2m_count';
  const number = guest.settings.long(key, 'quiet');
  if (number === undefined) return;
  if (number < 0n || number > 0xffffn) guest.refuse({ key }, `ERROR: invalid value ${number} for "${key}"`);
  guest.build[key] = Number(number);
}

function vmtrace(guest: Guest): void {
  const number = guest.settings.long('vmtrace_buf_kb', 'quiet');
  if (number) guest.build.vmtrace_buf_kb = Number(BigInt.asIntN(32, number));
}
