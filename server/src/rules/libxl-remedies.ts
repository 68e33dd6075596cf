/** What to do about each thing that libxl says, by how it begins. */
const REMEDIES: readonly (readonly [begins: RegExp, remedy: string])[] = [
  [/^qemu-xen does not support/, 'Write bios = "seabios", or device_model_version = "qemu-xen-traditional".'],
  [/^qemu-xen-traditional requires/, 'Write bios = "rombios", or device_model_version = "qemu-xen".'],
  [/^direct boot parameters/, 'Add kernel, or remove ramdisk, cmdline, root and extra.'],
  [/^device model stubdomains require/, 'Write device_model_version = "qemu-xen-traditional".'],
  [/^qemu-xen access error/, 'Remove device_model_stubdomain_override: only HVM guests have device models in domains.'],
  [/^unknown device model version/, 'Write device_model_version = "qemu-xen".'],
  [/^avail_vcpus bitmap/, 'Make vcpus at most 1024.'],
  [/^guests without a device model/, 'Write vga = "none".'],
  [/^qemu upstream required/, 'Write vga = "stdvga", or device_model_version = "qemu-xen".'],
  [/^videoram must be|^128 Mib videoram/, 'Make videoram greater, or remove it.'],
  [/^ignoring videoram/, 'Write videoram = 4, or remove it.'],
  [/^spice disabled/, 'Add spice = 1, or remove spiceusbredirection.'],
  [/^usbversion and\/or/, 'Remove usb and usbdevice, or usbversion and spiceusbredirection.'],
  [/^max grant version/, 'Write 1 or 2, or remove max_grant_version.'],
  [/^passthrough disabled but/, 'Remove passthrough, or the devices of the host.'],
  [/^passthrough not yet supported/, 'Make it a PV or HVM guest, or remove what it gets of the host.'],
  [/^passthrough="share_pt"/, 'Write passthrough = "sync_pt".'],
  [/^passthrough="sync_pt"/, 'Write passthrough = "share_pt".'],
  [/PoD/, 'Make maxmem no more than memory, or remove the other setting.'],
  [/^PV vNUMA/, 'Make it an HVM or PVH guest, or remove vnuma.'],
  [/^nestedhvm and/, 'Remove nestedhvm, or altp2m and altp2mhvm.'],
  [/^Illegal pool/, 'Name a pool, or remove the setting.'],
  [/^Converting PV guest/, 'Write type = "pvh".'],
  [/^trap_unmapped_accesses/, 'Remove it.'],
  [/^Ran out of reserved range/, 'Keep at most 11 virtio devices.'],
  [/^Physical IRQ/, 'Remove that interrupt, or the device that has it.'],
  [/^Provided nr_spis/, 'Make nr_spis at least that, or remove it.'],
  [/^Backend for CD devices/, 'Remove backendtype.'],
  [/is empty but not cdrom/, 'Remove format=empty, or add devtype=cdrom.'],
  [/is empty but an image/, 'Remove format=empty, or the target.'],
  [/^no suitable backend/, 'Choose a format and a backendtype that go together, or leave backendtype out.'],
  [/^trying to create PV/, 'Write type=vif, or remove it.'],
  [/^Domain with name/, 'Choose another name.'],
  [/^cannot run bootloader/, 'Add the disk that holds the kernel, or name a kernel instead of the bootloader.'],
];

/** What to do about a line of libxl's; undefined when it says nothing that is known. */
export function remedyFor(quote: string): string | undefined {
  return REMEDIES.find(([begins]) => begins.test(quote))?.[1];
}
