import { SDL_INFO, VNC_INFO } from './screen';
import { type Structure, UNSET_64 } from './structure';

// Structures of libxl: the machine of an HVM guest.

export const VGA_INTERFACE_INFO: Structure = [
  ['kind', 'word', { initial: 'cirrus', until: 406 }],
  ['kind', 'word', { initial: 'unknown', since: 407 }],
];

export const SPICE_INFO: Structure = [
  ['enable', 'defbool'],
  ['port', 'number'],
  ['tls_port', 'number'],
  ['host', 'text'],
  ['disable_ticketing', 'defbool'],
  ['passwd', 'text'],
  ['agent_mouse', 'defbool'],
  ['vdagent', 'defbool'],
  ['clipboard_sharing', 'defbool'],
  ['usbredirection', 'number'],
  ['image_compression', 'text'],
  ['streaming_video', 'text'],
];

export const RDM_RESERVE: Structure = [
  ['strategy', 'word', { initial: 'ignore' }],
  ['policy', 'word', { initial: 'invalid' }],
];

export const SMBIOS: Structure = [
  ['key', 'word'],
  ['value', 'text'],
];

export const BUILD_INFO_HVM: Structure = [
  ['firmware', 'text'],
  ['bios', 'word', { initial: 'unknown' }],
  ['pae', 'defbool'],
  ['apic', 'defbool', { until: 409 }],
  ['acpi', 'defbool'],
  ['acpi_s3', 'defbool'],
  ['acpi_s4', 'defbool'],
  ['acpi_laptop_slate', 'defbool'],
  ['nx', 'defbool'],
  ['viridian', 'defbool'],
  ['viridian_enable', 'bitmap'],
  ['viridian_disable', 'bitmap'],
  ['hpet', 'defbool'],
  ['vpt_align', 'defbool'],
  ['mmio_hole_memkb', 'number', { initial: UNSET_64 }],
  ['timer_mode', 'word', { initial: 'unknown', until: 409 }],
  ['nested_hvm', 'defbool', { until: 409 }],
  ['altp2m', 'defbool'],
  ['system_firmware', 'text'],
  ['smbios_firmware', 'text'],
  ['smbios', { list: SMBIOS }, { since: 418 }],
  ['acpi_firmware', 'text'],
  ['hdtype', 'word', { initial: 'ide' }],
  ['nographic', 'defbool'],
  ['vga', VGA_INTERFACE_INFO],
  ['vnc', VNC_INFO],
  ['keymap', 'text'],
  ['sdl', SDL_INFO],
  ['spice', SPICE_INFO],
  ['gfx_passthru', 'defbool'],
  ['gfx_passthru_kind', 'word', { initial: 'default' }],
  ['serial', 'text'],
  ['boot', 'text'],
  ['usb', 'defbool'],
  ['usbversion', 'number'],
  ['usbdevice', 'text'],
  ['vkb_device', 'defbool', { since: 413 }],
  ['soundhw', 'text'],
  ['xen_platform_pci', 'defbool'],
  ['xen_platform_pci_bar_uc', 'defbool', { since: 421 }],
  ['usbdevice_list', 'texts'],
  ['vendor_device', 'word', { initial: 'none' }],
  ['ms_vm_genid', 'genid'],
  ['serial_list', 'texts'],
  ['rdm', RDM_RESERVE, { since: 406 }],
  ['rdm_mem_boundary_memkb', 'number', { initial: UNSET_64 }],
  ['mca_caps', 'number'],
  ['pirq', 'defbool', { since: 419 }],
];
