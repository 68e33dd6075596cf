import type { LanguageRow } from '../../types';
import { DISK_PREFIXES } from './disk-prefixes';

/** The mini-language of `disk` since Xen 4.2. */
export const DISK_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'disk',
    since: 402,
    separator: ',',
    assign: '=',
    blanks: 'before',
    missingEquals: 'positional',
    note: 'order of positionals: target, format, vdev, access (format is skipped after an old-style prefix or once format= was given); a 5th positional is an error; giving the same parameter twice with different values is an error; target= swallows the rest of the string; a one-level deep prefix such as tap:aio: is peeled off one name at a time',
    absent: {
      transport:
        'libxl has the field (mmio, forced for virtio) but no disk= parameter sets it; writing transport=x is an unknown-parameter error',
    },
    options: [
      {
        name: 'cdrom',
        kind: 'flag',
        aliases: ['devtype=cdrom'],
        text:
          'Makes the device a read-only CD or DVD drive, whose disc `xl cd-insert` and `xl cd-eject` change ' +
          'while an HVM guest runs. Leave the target empty for an empty tray: `",raw,hdc,cdrom"`. Whatever ' +
          'access is asked for, the drive stays read-only.',
      },
      {
        name: 'colo',
        kind: 'flag',
        since: 408,
        conflicts: ['no-colo'],
        text:
          'Replicates the disk to a second host with COLO, so that the guest survives the loss of the ' +
          'first. Needs `colo-host`, `colo-port`, `colo-export`, `active-disk` and `hidden-disk` beside it, ' +
          'and the `qdisk` backend. The manual warns that these settings may change without notice.',
      },
      {
        name: 'direct-io-safe',
        kind: 'flag',
        since: 405,
        text:
          'Lets the QEMU backend open the image with `O_DIRECT`, past the page cache of dom0: faster, and ' +
          'no double caching. Set it for local disks only: with NFS or iSCSI below, some dom0 kernels crash ' +
          "when the guest's pages go away during a retransmission. Without it libxl always takes the " +
          'cautious way for `qdisk`.',
      },
      {
        name: 'discard',
        kind: 'flag',
        since: 405,
        defaultNote: 'on for writable disks',
        conflicts: ['no-discard'],
        note: 'discard and no-discard together: the last one wins',
        text:
          'Offers TRIM to the guest, so that blocks it frees are given back to a sparse file, a thin volume ' +
          'or an SSD. This is already so for every writable disk whose backend can do it; write it only to ' +
          'override a `no-discard` before it.',
      },
      {
        name: 'no-colo',
        kind: 'flag',
        since: 408,
        defaultNote: 'in effect',
        conflicts: ['colo'],
        undocumented: true,
        text:
          'Says that this disk takes no part in COLO replication, which is so for every disk without ' +
          '`colo`. Of use to switch off a `colo` that stands earlier in a generated string; the manual does ' +
          'not list the word.',
      },
      {
        name: 'no-discard',
        kind: 'flag',
        since: 405,
        conflicts: ['discard'],
        text:
          'Hides TRIM from the guest. Set it for image files that were fully allocated on purpose: a guest ' +
          'that trims its file system would punch holes in them, and later writes fragment the file or fail ' +
          "when the host's disk is full.",
      },
      {
        name: 'trusted',
        kind: 'flag',
        since: 419,
        defaultNote: 'in effect',
        conflicts: ['untrusted'],
        text:
          "Tells the guest's driver that it may trust the domain which serves this disk: pages are shared " +
          'as they are, at full speed. This is in effect anyway; write it to undo an `untrusted` in a ' +
          'template.',
      },
      {
        name: 'untrusted',
        kind: 'flag',
        since: 419,
        conflicts: ['trusted'],
        text:
          "Asks the guest's driver to protect itself from the domain that serves this disk, as when the " +
          'backend is a driver domain run by somebody else: Linux then copies the data through pages of ' +
          'their own. Costs speed, and drivers without such protection ignore it. 4.17 and 4.18 have the ' +
          'word in their source, but the scanner that they ship refuses it.',
      },
      {
        name: 'access',
        kind: 'named',
        type: 'enum',
        values: 'disk_access',
        position: 4,
        default: 'rw',
        defaultNote: 'ro for cdrom',
        note: "xend's w! is refused; a cdrom is read-only whatever is given",
        text:
          'Whether the guest may write: `rw` (or `w`) and `ro` (or `r`). A CD drive is read-only whatever ' +
          'stands here. Never let two guests write to one disk unless its file system is made for sharing: ' +
          'only the hotplug script of `phy` disks checks that. The `w!` with which xm allowed it is ' +
          'refused.',
      },
      {
        name: 'active-disk',
        kind: 'named',
        since: 408,
        type: 'path',
        required: 'with colo',
        text:
          "Path of the image on the secondary host of a COLO pair that takes up the secondary guest's own " +
          'writes between two checkpoints. It starts empty and is dropped at every checkpoint; the primary ' +
          'must name it too.',
      },
      {
        name: 'backend',
        kind: 'named',
        since: 403,
        type: 'domain',
        default: '0',
        text:
          'The domain, by name or number, that serves this disk: a storage driver domain in place of dom0. ' +
          'It must run before this guest is created, and then `target` is a path inside that domain, which ' +
          'libxl cannot check.',
      },
      {
        name: 'backendtype',
        kind: 'named',
        type: 'enum',
        values: 'disk_backendtype',
        defaultNote: 'automatic',
        note: 'standalone since 4.17, only with specification=virtio (documented)',
        text:
          'Which program in the backend domain serves the disk. Best left out: libxl takes `phy` for block ' +
          'devices, else QEMU. Force `qdisk` when the kernel driver lacks something, or `standalone` for a ' +
          'virtio disk with a backend of your own. The choice fails when the format does not fit: `phy` and ' +
          '`standalone` take raw only.',
      },
      {
        name: 'colo-export',
        kind: 'named',
        since: 408,
        type: 'string',
        required: 'with colo',
        text:
          "Name under which the secondary host's NBD server offers this disk of a COLO pair; each " +
          'replicated disk of the guest needs a name of its own, such as `colo-export=disk0`.',
      },
      {
        name: 'colo-host',
        kind: 'named',
        since: 408,
        type: 'string',
        required: 'with colo',
        text:
          'Address of the secondary host of a COLO pair, where an NBD server receives the writes to this ' +
          'disk, such as `colo-host=192.0.2.7`. Use the network between the hosts, not that of the guests.',
      },
      {
        name: 'colo-port',
        kind: 'named',
        since: 408,
        type: 'integer',
        required: 'with colo',
        note: '0 or text is an error',
        text:
          "TCP port on which the secondary host's NBD server listens for this disk of a COLO pair, such as " +
          '`colo-port=9999`. Zero or a word instead of a number makes xl refuse the whole disk.',
      },
      {
        name: 'devtype',
        kind: 'named',
        type: 'enum',
        values: 'disk_devtype',
        default: 'disk',
        note: 'disk is accepted but not documented',
        text:
          'Kind of drive that the guest sees: `cdrom` or a plain `disk`. `devtype=cdrom` and the bare word ' +
          '`cdrom` mean the same. The manual knows `cdrom` alone, but xl takes `devtype=disk` too.',
      },
      {
        name: 'format',
        kind: 'named',
        type: 'enum',
        values: 'disk_format',
        position: 2,
        default: 'raw',
        note: 'empty value means raw; qed since 4.9; value empty is accepted by the parser but not documented',
        text:
          'How the data lies in the target: `raw` for block devices and plain files, else the image format. ' +
          'xl never looks at the file, so a QCOW2 image that is called raw gives the guest a disk full of ' +
          'QCOW2 headers. With `phy` only raw works; other formats are served by QEMU.',
      },
      {
        name: 'grant_usage',
        kind: 'named',
        since: 419,
        type: 'enum',
        values: 'disk_grant_usage',
        defaultNote: '1 when the backend is not domain 0',
        note: 'only the literals 0 and 1; anything else ends in a syntax error; documented for specification=virtio only',
        text:
          "For `specification=virtio`: whether the backend reaches the guest's memory only through grants " +
          '(`1`) or maps all of it (`0`). By default grants are used unless dom0 is the backend. The ' +
          "guest's kernel must support grants for virtio; `true` and `yes` are syntax errors here.",
      },
      {
        name: 'hidden-disk',
        kind: 'named',
        since: 408,
        type: 'path',
        required: 'with colo',
        text:
          'Path of the image on the secondary host of a COLO pair that keeps the old contents of blocks ' +
          'which the primary has overwritten, so that the secondary can still read its own state until the ' +
          'next checkpoint.',
      },
      {
        name: 'script',
        kind: 'named',
        type: 'string',
        note: 'looked up below the Xen script directory when without a slash',
        text:
          'Executable that prepares the disk when the target is no path, such as an iSCSI target or a DRBD ' +
          'resource: `"script=block-iscsi,vdev=xvda,target=iqn=...,portal=..."`. Without a slash it is ' +
          "looked up in Xen's script directory (usually `/etc/xen/scripts`). Works with `phy` alone; then " +
          'xl takes `target` as it is.',
      },
      {
        name: 'specification',
        kind: 'named',
        since: 417,
        type: 'enum',
        values: 'disk_specification',
        default: 'xen',
        text:
          'Protocol that guest and backend speak. `xen` is the PV block protocol for which all common ' +
          'kernels have a driver. `virtio` presents a virtio-mmio disk, found mostly on Arm; `vdev` must ' +
          'still be given but the guest does not see that name.',
      },
      {
        name: 'target',
        kind: 'named',
        type: 'path',
        position: 1,
        required: 'unless cdrom',
        note: 'named form consumes the rest of the string, trailing blanks included; a relative path is documented as below /dev',
        text:
          'The block device or image file on the host, as an absolute path: `/dev/vg0/web` or ' +
          '`/var/lib/xen/images/web.img`. The manual has relative paths begin below `/dev`. Written with ' +
          'its name it swallows the rest of the string, so it must come last: ' +
          '`"vdev=xvda,target=/dev/vg0/web"`.',
      },
      {
        name: 'vdev',
        kind: 'named',
        type: 'vdev',
        position: 3,
        required: true,
        note: 'may carry :cdrom or :disk when positional (old syntax); libxl accepts xvd*, hda-hdd, sda-sdp with partition numbers (hd up to 63, sd up to 15, xvd up to 255), dNpM, or a plain number',
        text:
          'Name under which the guest finds the disk: `xvda` for PV drivers, `hda` to `hdd` for the four ' +
          'emulated IDE drives of an HVM guest, `sda` to `sdp` for emulated SCSI; libxl refuses other ' +
          'letters there, and `/dev/` in front. The name also decides the device number, so changing it can ' +
          'leave a guest without its root disk. Partitions such as `xvda1` may be given singly. In the ' +
          'third place `hdc:cdrom` is understood too.',
      },
      ...DISK_PREFIXES,
    ],
    text:
      'One virtual disk or CD drive. Up to four values may stand first without a name, in the order target, ' +
      'format, vdev, access; everything else is named: `"/dev/vg0/web,raw,xvda,rw"` or ' +
      '`"format=qcow2,vdev=xvda,access=rw,target=/var/lib/xen/web.qcow2"`. Put `target=` last: it takes the ' +
      'rest of the string, commas included.',
  },
];
