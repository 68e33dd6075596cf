import type { XmRow } from '../../xm-types';

/** Variables of xm without a like in xl that it drops in silence, and the guest is another one then. */
export const XM_LOST: readonly XmRow[] = [
  {
    name: 'access_control',
    form: 'policy=POLICY,label=LABEL',
    type: 'list',
    default: '[]',
    since: '3.0.3',
    relation: 'none',
    keys: ['seclabel'],
    lost: true,
    note: 'ACM policy/label pair; xl knows XSM labels through seclabel, another labelling scheme',
    text:
      'Label and policy of the old ACM security module, which is gone. xl drops the line, and the guest ' +
      'runs without a label: write a label of XSM\'s policy as `seclabel="system_u:system_r:domU_t"`.',
  },
  {
    name: 'blkif',
    type: 'yes-no',
    default: '0',
    guests: ['pv'],
    relation: 'none',
    keys: ['driver_domain'],
    lost: true,
    note: 'made the guest a block backend; nearest xl switch is driver_domain (4.4+), which is not specific to block',
    text:
      'Made the guest a backend for disks. xl drops it; `driver_domain=1` (4.4 and later) lets the guest ' +
      'serve devices, and the others name it by `backend=` in their disks.',
  },
  {
    name: 'cdrom',
    type: 'text',
    default: "''",
    until: '3.0.2',
    guests: ['hvm'],
    relation: 'none',
    keys: ['disk'],
    lost: true,
    note: '3.0.0-3.0.2 only; use a disk entry with devtype=cdrom',
    text:
      'Image of the CD drive, in Xen 3.0.x. xl drops it, so the drive is missing: write a disk such as ' +
      '`"/srv/install.iso,raw,hdc,cdrom"`.',
  },
  {
    name: 'cpu',
    type: 'integer',
    relation: 'none',
    keys: ['cpus'],
    lost: true,
    note: 'deprecated single CPU number; xend put it in front of cpus for every vCPU',
    text: 'Number of the CPU for the guest. xl drops it and the guest runs anywhere: write `cpus="2"`.',
  },
  {
    name: 'cpuid_check',
    form: 'IN[,SIN]:eax=EAX,ebx=EBX,ecx=ECX,edx=EDX',
    type: 'list',
    default: '[]',
    since: '3.3',
    relation: 'none',
    lost: true,
    note: 'no host-capability check in xl',
    text:
      'Bits that a host had to have before the guest was started or taken in by migration. xl checks ' +
      'nothing of that kind: compare the hosts yourself, and mask with `cpuid`.',
  },
  {
    name: 'dhcp',
    form: 'off|dhcp',
    type: 'text',
    default: "'off'",
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 7 of the kernel ip= argument xm composed',
    text:
      "Seventh part of the kernel's `ip=` argument, which xm built. xl builds none: write it into `extra`, " +
      'for example `extra="ip=dhcp"`.',
  },
  {
    name: 'fda',
    type: 'text',
    default: "''",
    guests: ['hvm'],
    relation: 'none',
    keys: ['device_model_args'],
    lost: true,
    note: 'floppy image; pass through the device model arguments',
    text: 'Image of the first floppy. xl drops it: write `device_model_args=["-fda", "/srv/floppy.img"]`.',
  },
  {
    name: 'fdb',
    type: 'text',
    default: "''",
    guests: ['hvm'],
    relation: 'none',
    keys: ['device_model_args'],
    lost: true,
    text: 'Image of the second floppy. xl drops it: write `device_model_args=["-fdb", "/srv/floppy2.img"]`.',
  },
  {
    name: 'gateway',
    form: 'IPADDR',
    type: 'text',
    default: "''",
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 3 of the kernel ip= argument',
    text:
      "Gateway within the kernel's `ip=` argument, its third part. Write the whole argument into `extra`: " +
      '`extra="ip=192.0.2.5::192.0.2.1:255.255.255.0:web:eth0:off"`.',
  },
  {
    name: 'hostname',
    type: 'text',
    default: "''",
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 5 of the kernel ip= argument',
    text:
      "Host name within the kernel's `ip=` argument, its fifth part; xl drops it. Set it in the guest, or " +
      'write the argument into `extra`.',
  },
  {
    name: 'interface',
    form: 'INTF',
    type: 'text',
    default: "'eth0'",
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 6 of the kernel ip= argument',
    text:
      "Network interface within the kernel's `ip=` argument, its sixth part, `eth0` unless said. xl drops " +
      'it: write it in `extra` together with the address.',
  },
  {
    name: 'ip',
    form: 'IPADDR',
    type: 'text',
    default: "''",
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 1 of the kernel ip= argument ADDRESS:NFSSERVER:GATEWAY:NETMASK:HOSTNAME:INTERFACE:DHCP that xm composed when ip was set or dhcp was not off (127.0.255.255 stood in for a missing NFS server)',
    text:
      "Address with which xm began the kernel's `ip=` argument. xl drops it, and a guest that booted with " +
      'it comes up without network: write the whole argument as ' +
      '`extra="ip=ADDRESS:NFSSERVER:GATEWAY:NETMASK:HOSTNAME:INTERFACE:DHCP"`. Not the same as `ip=` in a ' +
      '`vif`.',
  },
  {
    name: 'machine_address_size',
    form: 'BITS',
    type: 'integer',
    since: '3.3',
    relation: 'none',
    lost: true,
    note: 'no xl counterpart',
    text:
      "How many bits wide the machine addresses of the guest's memory might be, for PV drivers limited to " +
      "32 bits. xl has no such key; the guest's own DMA layer copes.",
  },
  {
    name: 'netif',
    type: 'yes-no',
    default: '0',
    guests: ['pv'],
    relation: 'none',
    keys: ['driver_domain'],
    lost: true,
    note: 'made the guest a network backend; nearest xl switch is driver_domain (4.4+)',
    text:
      'Made the guest a backend for network cards. xl drops it: write `driver_domain=1` (4.4 and later), ' +
      'and `backend=` in the cards of the guests it serves.',
  },
  {
    name: 'netmask',
    form: 'MASK',
    type: 'text',
    default: "''",
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 4 of the kernel ip= argument',
    text:
      "Network mask within the kernel's `ip=` argument, its fourth part. xl drops it: write it in `extra` " +
      'together with the address.',
  },
  {
    name: 'nfs_root',
    type: 'text',
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'xm put nfsroot=SERVER:PATH in front of extra',
    text:
      'Directory of an NFS root file system; xm put `nfsroot=SERVER:PATH` on the command line. xl does not: ' +
      'write `extra="root=/dev/nfs nfsroot=192.0.2.1:/srv/root ip=dhcp"`.',
  },
  {
    name: 'nfs_server',
    form: 'IPADDR',
    type: 'text',
    guests: ['pv'],
    relation: 'none',
    keys: ['cmdline', 'extra'],
    lost: true,
    note: 'part 2 of the kernel ip= argument and of nfsroot=',
    text:
      'Server of an NFS root file system, part of `nfsroot=` and second part of `ip=`. xl drops it: write ' +
      'both arguments into `extra`.',
  },
  {
    name: 'nics',
    form: 'NUM',
    type: 'integer',
    default: '-1',
    was: [{ before: '3.0.2', type: 'integer', default: '1' }],
    relation: 'none',
    keys: ['vif'],
    lost: true,
    note: 'deprecated count; write one empty vif element per card',
    text:
      'Number of network cards. xl drops it, and a guest without `vif` has none: write one empty element ' +
      'per card, `vif=["", ""]`.',
  },
  {
    name: 'on_xend_start',
    form: 'ignore|start',
    type: 'text',
    default: "'ignore'",
    since: '3.0.4',
    relation: 'none',
    lost: true,
    note: 'autostart: put the file (or a link) into the auto directory of the xendomains service',
    text:
      '`start` started the guest with xend. With xl, link the file into `/etc/xen/auto`: the xendomains ' +
      'service starts what stands there.',
  },
  {
    name: 'on_xend_stop',
    form: 'ignore|shutdown|suspend',
    type: 'text',
    default: "'ignore'",
    since: '3.0.4',
    relation: 'none',
    lost: true,
    note: 'what happens at host shutdown is configured for the xendomains service',
    text:
      'What to do with the guest when xend ended. With xl the xendomains service decides for all guests: ' +
      'its settings `XENDOMAINS_SAVE` and the like.',
  },
  {
    name: 'parallel',
    type: 'text',
    default: "''",
    since: '4.0',
    relation: 'none',
    keys: ['device_model_args'],
    lost: true,
    text:
      'Parallel port of the guest as a QEMU device. xl drops it: write `device_model_args=["-parallel", ' +
      '"/dev/parport0"]`.',
  },
  {
    name: 'restart',
    form: 'onreboot|always|never',
    type: 'text',
    relation: 'none',
    keys: ['on_poweroff', 'on_reboot', 'on_crash'],
    lost: true,
    note: 'onreboot: destroy, restart, destroy; always: restart three times; never: documented as destroy three times (xend 4.x stored the invalid word never)',
    text:
      'Old name for three settings at once. xl drops it. `onreboot` is what xl does anyway; for `always` ' +
      'write `on_poweroff`, `on_reboot` and `on_crash` as `"restart"`, for `never` as `"destroy"`.',
  },
  {
    name: 's3_integrity',
    form: 'TBOOT_MEMORY_PROTECT',
    type: 'integer',
    default: '1',
    since: '3.4',
    relation: 'none',
    lost: true,
    note: 'tboot memory check, no config key in xl',
    text: "Had tboot check the guest's memory after the host's suspend. xl has no key for it.",
  },
  {
    name: 'superpages',
    form: '0|1',
    type: 'integer',
    default: '0',
    since: '4.0',
    guests: ['pv'],
    relation: 'none',
    lost: true,
    note: 'no config key in xl',
    text:
      'Gave a PV guest memory in pages of 2 MiB. xl cannot ask for that and the guest gets small pages; an ' +
      'HVM or PVH guest has large ones anyway.',
  },
  {
    name: 'vcpu_avail',
    form: 'VCPUS',
    type: 'long',
    since: '3.1',
    relation: 'none',
    keys: ['vcpus', 'maxvcpus'],
    lost: true,
    note: 'bit mask of vCPUs online at boot: put the number of set bits into vcpus and the old vcpus into maxvcpus; left as is, xl brings all vCPUs online',
    text:
      'Mask of the vCPUs that were online at the start. xl drops it, and all are: write their number as ' +
      '`vcpus` and the former `vcpus` as `maxvcpus`. With `vcpus=4` and `vcpu_avail=3`: `vcpus=2`, ' +
      '`maxvcpus=4`.',
  },
  {
    name: 'vscsi',
    form: 'PDEV,VDEV[,DOM]',
    type: 'list',
    default: '[]',
    since: '3.3',
    relation: 'none',
    keys: ['disk'],
    lost: true,
    note: 'no PV SCSI in xl; the device is simply missing',
    text:
      'Passed SCSI devices of the host through. xl creates none, so the disk or tape is missing: pass the ' +
      'whole adapter with `pci`, or a disk as a `disk`.',
  },
  {
    name: 'vusb',
    form: 'usbver=USBVER,numports=NUMPORTS,port_1=PORT1,port_2=PORT2,port_3=PORT3,port_4=PORT4port_5=PORT5,port_6=PORT6,port_7=PORT7,port_8=PORT8port_9=PORT9,port_10=PORT10,port_11=PORT11,port_12=PORT12port_13=PORT13,port_14=PORT14,port_15=PORT15,port_16=PORT16',
    type: 'list',
    default: '[]',
    since: '4.0',
    relation: 'none',
    keys: ['usbctrl', 'usbdev'],
    lost: true,
    note: 'usbver/numports become usbctrl version/ports, port_N entries become usbdev entries (xl 4.7+)',
    text:
      'Paravirtual USB with its ports, as `usbver=2,numports=4,port_1=1-8`. xl drops it: from 4.7 on write ' +
      '`usbctrl=["version=2,ports=4"]` and a `usbdev` element for each device, by `hostbus` and `hostaddr`.',
  },
];
