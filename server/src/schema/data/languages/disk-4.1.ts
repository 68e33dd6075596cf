import type { LanguageRow } from '../../types';

/** The mini-language of `disk` in Xen 4.1. */
export const DISK_4_1_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'disk-4.1',
    since: 401,
    until: 401,
    separator: ',',
    missingEquals: 'positional',
    note: 'form TYPE:PATH,VDEV[:cdrom],MODE; a leading comma (no TYPE:) means an empty drive; VDEV may start with ioemu:',
    options: [
      {
        name: 'mode',
        kind: 'positional',
        type: 'string',
        position: 3,
        note: 'writable when it starts with w, else read-only; w! therefore counts as w',
        text:
          'Third part of a disk in xl 4.1: the guest may write when it starts with `w`, and only read with ' +
          'anything else. There is no check, so a slip of the finger gives a read-only disk.',
      },
      {
        name: 'vdev',
        kind: 'positional',
        type: 'vdev',
        position: 2,
        note: ':cdrom suffix allowed, no other',
        text:
          'Second part of a disk in xl 4.1: the device name in the guest, such as `xvda` or `hda`. Only ' +
          '`:cdrom` may follow it, to make a CD drive: `hdc:cdrom`.',
      },
      {
        name: 'file:',
        kind: 'prefix',
        becomes: 'backend tap, format raw',
        text:
          'In xl 4.1 an image file on the host, such as `file:/srv/web.img,xvda,w`, which blktap serves. ' +
          'From 4.2 on the prefix is dropped, and libxl chooses between the kernel and QEMU.',
      },
      {
        name: 'phy:',
        kind: 'prefix',
        becomes: 'backend phy, format raw',
        text:
          "In xl 4.1 a block device of the host, served by the kernel's block backend: the fastest choice " +
          'for logical volumes and partitions.',
      },
      {
        name: 'tap2:',
        kind: 'prefix',
        becomes: 'same as tap:',
        text:
          "In xl 4.1 the same as `tap:`, the name of blktap's second version in xend's files. A driver must " +
          'follow, as in `tap2:vhd:/srv/web.vhd`; without one xl refuses the disk.',
      },
      {
        name: 'tap:',
        kind: 'prefix',
        becomes: 'needs a driver: aio (raw), raw, vhd, qcow, qcow2',
        text:
          'In xl 4.1 an image file with the driver named behind it: `tap:aio:`, `tap:raw:`, `tap:vhd:`, ' +
          '`tap:qcow:` or `tap:qcow2:`. Any other driver makes xl refuse the disk.',
      },
      {
        name: 'tap:aio:',
        kind: 'prefix',
        becomes: 'backend tap, format raw',
        text:
          'In xl 4.1 a raw image file that blktap reads and writes asynchronously, the usual way to run a ' +
          'guest from a file in those days.',
      },
      {
        name: 'tap:qcow2:',
        kind: 'prefix',
        becomes: 'backend qdisk, format qcow2',
        text:
          'In xl 4.1 a QCOW2 image, which QEMU serves as a `qdisk`; blktap itself was not used for the QCOW ' +
          'formats.',
      },
      {
        name: 'tap:qcow:',
        kind: 'prefix',
        becomes: 'backend qdisk, format qcow',
        text:
          'In xl 4.1 an image in QCOW version 1, served by QEMU. Convert it to QCOW2 or raw before you move ' +
          'to a newer host.',
      },
      {
        name: 'tap:raw:',
        kind: 'prefix',
        becomes: 'backend tap, format raw',
        text:
          'In xl 4.1 a raw image file through blktap: the same result as `tap:aio:` under the name of the ' + 'format.',
      },
      {
        name: 'tap:vhd:',
        kind: 'prefix',
        becomes: 'backend tap, format vhd',
        text:
          'In xl 4.1 a VHD image through blktap2, the format of XenServer, with snapshots and parent ' +
          'images. Needs the blktap2 driver in dom0.',
      },
    ],
    text:
      'The only form of a disk that xl 4.1 reads: `TYPE:PATH,VDEV,MODE`, such as `phy:/dev/vg0/web,xvda,w`. ' +
      'Named parameters came with 4.2; the form still works there, so a file for both releases can keep it.',
  },
];
