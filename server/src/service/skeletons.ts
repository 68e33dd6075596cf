/** A whole spec with places to fill in, in angle brackets: see `template`. */
export interface Skeleton {
  readonly label: string;
  readonly template: string;
}

/**
 * What the specs of a language look like: offered where a spec begins. For languages whose parts have no names
 * it is all that can be offered; the first of a language stands in the value of a new key.
 */
const SKELETONS: Readonly<Record<string, readonly Skeleton[]>> = {
  disk: [
    { label: 'new disk', template: 'format=raw,vdev=<xvda>,access=rw,target=</dev/vg/guest>' },
    {
      label: 'new disk image (qcow2)',
      template: 'format=qcow2,vdev=<xvda>,access=rw,target=</var/lib/xen/guest.qcow2>',
    },
    { label: 'new CD-ROM', template: 'vdev=<hdc>,devtype=cdrom,target=</var/lib/xen/install.iso>' },
  ],
  'disk-4.1': [{ label: 'new disk', template: 'phy:</dev/vg/guest>,<xvda>,<w|r>' }],
  vif: [
    { label: 'new interface', template: 'bridge=<xenbr0>' },
    { label: 'new interface with a MAC address', template: 'mac=00:16:3e:<00>:<00>:<00>,bridge=<xenbr0>' },
  ],
  vfb: [{ label: 'new display', template: 'vnc=1,vnclisten=<127.0.0.1>' }],
  vkb: [{ label: 'new keyboard', template: 'backend-type=<qemu|linux>' }],
  vdispl: [{ label: 'new display', template: 'connectors=<id0>:<1024>x<768>' }],
  vsnd: [{ label: 'new sound card', template: 'card,short-name=<card>' }],
  vtpm: [{ label: 'new TPM', template: 'backend=<vtpm>' }],
  channel: [{ label: 'new channel', template: 'name=<console>,connection=<pty|socket>' }],
  p9: [{ label: 'new file system', template: 'tag=<share>,path=</srv/share>,security_model=none' }],
  pvcalls: [{ label: 'new interface', template: 'backend=<0>' }],
  virtio: [{ label: 'new device', template: 'type=virtio,device<22>,transport=mmio' }],
  usbctrl: [{ label: 'new controller', template: 'version=<2|1|3>,ports=<8>' }],
  usbdev: [{ label: 'new device', template: 'hostbus=<1>,hostaddr=<2>' }],
  usbdevice: [{ label: 'device of the host', template: 'host:<1234>:<5678>' }],
  pci: [{ label: 'new device', template: '<01>:<00>.<0>' }],
  rdm: [{ label: 'regions of the host', template: 'strategy=host' }],
  iomem: [{ label: 'pages of memory', template: '<fe000>,<1>' }],
  ioports: [{ label: 'range of ports', template: '<2f8>-<2ff>' }],
  irqs: [{ label: 'interrupt', template: '<5>' }],
  dtdev: [{ label: 'node of the device tree', template: '/<soc/device>' }],
  llc_colors: [{ label: 'range of colours', template: '<0>-<3>' }],
  cpus: [
    { label: 'range of CPUs', template: '<0>-<3>' },
    { label: 'CPUs of a NUMA node', template: 'node:<0>' },
  ],
  cpuid: [{ label: 'policy', template: 'host,<x2apic>=<0|1|x|k|s>' }],
  'cpuid-xend': [{ label: 'leaf', template: '<1>:ecx=<xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>' }],
  vnuma: [{ label: 'node', template: 'pnode=<0>' }],
  smbios: [{ label: 'string', template: 'bios_vendor=<vendor>' }],
  arm_sci: [{ label: 'interface', template: 'type=<scmi_smc|none>' }],
  xenstore_quota: [{ label: 'quota', template: '<nodes>=<1000>' }],
  serial: [{ label: 'terminal of the host', template: '<pty>' }],
};

/** The skeletons of a language; none for an unknown one. */
export function skeletonsOf(language: string): readonly Skeleton[] {
  return SKELETONS[language] ?? [];
}
