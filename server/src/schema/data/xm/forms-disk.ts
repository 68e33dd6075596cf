import type { XmLanguageRow } from '../../xm-types';

/** xend's mini-language of `disk`. */
export const XM_DISK_FORMS: readonly XmLanguageRow[] = [
  {
    name: 'disk',
    form: 'UNAME,VDEV,MODE[,BACKEND[,PROTOCOL]]',
    note: 'split at every comma, 3 to 5 parts, anything else is an error; blanks are not trimmed; no key=value form',
    options: [
      {
        name: 'BACKEND',
        kind: 'position',
        xl: 'refuses',
        how: 'as one positional parameter too many',
        becomes: 'backend=DOMAIN',
        note: '4th part: backend domain name or id',
        text:
          'The domain that serves the disk, as a fourth part. xl refuses it as one value too many: write ' +
          '`backend=DOMAIN` behind the others.',
      },
      {
        name: 'r',
        kind: 'mode',
        default: 'r',
        xl: 'reads',
        becomes: 'access=ro',
        text: 'Read-only. xl takes it for `ro`, so it may stay as it is.',
      },
      {
        name: 'w',
        kind: 'mode',
        xl: 'reads',
        becomes: 'access=rw',
        text: 'Readable and writable. xl takes it for `rw`, so it may stay as it is.',
      },
      {
        name: 'w!',
        kind: 'mode',
        xl: 'refuses',
        how: 'as an unknown access value; 4.1 took it for w',
        becomes: 'access=rw',
        note: 'writable even if already in use elsewhere',
        text:
          'Writable even though another guest has the disk, for cluster file systems. xl refuses the word ' +
          'and has no such check: write `rw`.',
      },
      {
        name: 'PROTOCOL',
        kind: 'position',
        xl: 'refuses',
        note: '5th part: ring protocol written for the guest',
        text:
          'Byte layout of the ring for a guest of another word size, as a fifth part. xl refuses it; ' +
          'backends find it out by themselves.',
      },
      {
        name: '(empty)',
        kind: 'prefix',
        form: ',VDEV:cdrom,MODE',
        xl: 'reads',
        how: 'as an empty CD drive',
        becomes: 'vdev=VDEV,devtype=cdrom',
        note: 'allowed for cdrom only',
        text:
          'No image before the first comma: an empty CD drive. xl reads it; `"vdev=hdc,devtype=cdrom"` says ' +
          'the same.',
      },
      {
        name: '(no prefix)',
        kind: 'prefix',
        form: 'PATH',
        xl: 'refuses',
        how: 'takes it for the target and then refuses VDEV as a format',
        becomes: 'target=PATH',
        note: 'rejected by xend: a type was required',
        text:
          'A path without a prefix, which xend itself rejected. xl would take the device name for a format: ' +
          'write `"/srv/web.img,raw,xvda,rw"`.',
      },
      {
        name: 'SCRIPT:',
        kind: 'prefix',
        form: 'NAME:ARGS',
        xl: 'changes',
        how: 'iscsi, nbd, enbd and drbd become script=block-NAME; others are refused or taken for a plain target',
        becomes: 'script=block-NAME',
        note: 'any NAME with an executable block-NAME script',
        text:
          'Any word for which a script `block-WORD` existed. xl knows iscsi, nbd, enbd and drbd; for others ' +
          'write `script=block-WORD` with `vdev=` and, last, `target=`.',
      },
      {
        name: 'file:',
        kind: 'prefix',
        form: 'file:PATH',
        xl: 'changes',
        how: 'strips the prefix and chooses the backend itself',
        becomes: 'target',
        note: 'loop-mounted file',
        text:
          'Image file on a loop device. xl strips the prefix and serves the file directly: ' +
          '`"/srv/web.img,raw,xvda,rw"`.',
      },
      {
        name: 'phy:',
        kind: 'prefix',
        form: 'phy:PATH',
        xl: 'changes',
        how: 'strips the prefix and chooses the backend itself',
        becomes: 'target',
        note: 'block device; a relative name is below /dev; hex major/minor documented',
        text:
          'Block device, below `/dev` when the name had no slash in front. xl strips the prefix: write the ' +
          'full path, `"/dev/vg0/web,raw,xvda,rw"`.',
      },
      {
        name: 'tap2:DRIVER:',
        kind: 'prefix',
        form: 'tap2:DRIVER:PATH',
        xl: 'changes',
        how: 'as with tap:',
        note: 'blktap2, same drivers',
        text:
          'Image by blktap2 with a driver: aio, qcow, vhd and others. xl treats it as `tap:`; write format ' +
          'and path.',
      },
      {
        name: 'tap:aio:',
        kind: 'prefix',
        form: 'tap:aio:PATH',
        xl: 'changes',
        how: 'strips the prefixes',
        becomes: 'format=raw',
        note: 'blktap raw file',
        text: 'Raw image file by blktap. xl strips both words: write `"/srv/web.img,raw,xvda,rw"`.',
      },
      {
        name: 'tap:ioemu:',
        kind: 'prefix',
        form: 'tap:ioemu:PATH',
        xl: 'changes',
        how: 'strips the prefixes',
        becomes: 'target',
        note: 'device model image',
        text:
          'Image that the device model opened by itself. xl strips both words; QEMU serves image files ' + 'anyway.',
      },
      {
        name: 'tap:qcow2:',
        kind: 'prefix',
        form: 'tap:qcow2:PATH',
        xl: 'changes',
        how: 'reads the driver as a format',
        becomes: 'format=qcow2',
        note: 'blktap QCOW2',
        text:
          'QCOW2 image by blktap. xl makes `format=qcow2` of the word; write it as the second value, ' +
          '`"/srv/web.qcow2,qcow2,xvda,rw"`.',
      },
      {
        name: 'tap:qcow:',
        kind: 'prefix',
        form: 'tap:qcow:PATH',
        xl: 'changes',
        how: 'reads the driver as a format',
        becomes: 'format=qcow',
        note: 'blktap QCOW',
        text: 'Image in QCOW version 1 by blktap. xl makes `format=qcow` of the word; better convert it to ' + 'QCOW2.',
      },
      {
        name: 'tap:ram:',
        kind: 'prefix',
        form: 'tap:ram:PATH',
        xl: 'refuses',
        how: 'as an unknown prefix',
        note: 'blktap RAM disk',
        text: "Disk in dom0's memory, for tests. xl refuses the word; use a file on a tmpfs.",
      },
      {
        name: 'tap:remus:',
        kind: 'prefix',
        form: 'tap:remus:PATH',
        xl: 'refuses',
        how: 'as an unknown prefix',
        note: 'blktap2 Remus',
        text:
          'Disk copied to a second host by Remus, as `tap:remus:HOST:PORT|aio:PATH`. xl refuses it: ' +
          'replicate the disk with DRBD and run `xl remus`.',
      },
      {
        name: 'tap:sync:',
        kind: 'prefix',
        form: 'tap:sync:PATH',
        xl: 'refuses',
        how: 'as an unknown prefix',
        becomes: 'format=raw',
        note: 'blktap synchronous',
        text: 'Raw image with synchronous writes. xl refuses the word: write `raw` as the format.',
      },
      {
        name: 'tap:tapdisk:DRIVER:',
        kind: 'prefix',
        form: 'tap:tapdisk:DRIVER:PATH',
        xl: 'changes',
        how: 'as without tapdisk',
        note: 'same drivers behind tapdisk',
        text:
          'Forced the user-space half of blktap, with the driver behind it. xl strips `tap:tapdisk:` and ' +
          'reads on; write format and path.',
      },
      {
        name: 'tap:vhd:',
        kind: 'prefix',
        form: 'tap:vhd:PATH',
        xl: 'changes',
        how: 'reads the driver as a format',
        becomes: 'format=vhd',
        note: 'blktap2 VHD',
        text: 'VHD image by blktap2. xl makes `format=vhd` of the word; write `"/srv/web.vhd,vhd,xvda,rw"`.',
      },
      {
        name: 'tap:vmdk:',
        kind: 'prefix',
        form: 'tap:vmdk:PATH',
        xl: 'refuses',
        how: 'as an unknown prefix',
        becomes: 'convert the image',
        note: 'blktap VMDK',
        text:
          'VMware image by blktap. xl has no such format and refuses the disk: convert it with `qemu-img ' +
          'convert -O qcow2`.',
      },
      {
        name: '/dev/NAME',
        kind: 'vdev',
        xl: 'refuses',
        how: 'in libxl: no /dev/ is allowed',
        becomes: 'NAME',
        text: 'Device name with the directory in front, such as `/dev/xvda`. libxl refuses it: write `xvda`.',
      },
      {
        name: 'NUMBER',
        kind: 'vdev',
        form: 'decimal or 0x hex',
        xl: 'reads',
        text:
          'Device number instead of a name, such as `51712` for xvda. xl still reads it, but a name is ' + 'clearer.',
      },
      {
        name: 'VDEV:cdrom',
        kind: 'vdev',
        xl: 'reads',
        becomes: 'devtype=cdrom',
        text: 'A CD drive. xl reads it in this place; the option `cdrom` behind the other parts means the same.',
      },
      {
        name: 'VDEV:disk',
        kind: 'vdev',
        xl: 'reads',
        becomes: 'devtype=disk',
        text: 'A hard disk, which is meant without the word as well. xl reads it in this place.',
      },
      {
        name: 'hda..hdt',
        kind: 'vdev',
        form: 'hd[a-t][1-63]',
        xl: 'changes',
        how: 'hda to hdd; libxl refuses the others',
        text:
          'IDE names up to the twentieth disk. libxl takes hda to hdd alone: rename further ones to xvd ' +
          "names, and correct the guest's fstab.",
      },
      {
        name: 'ioemu:VDEV',
        kind: 'vdev',
        xl: 'changes',
        how: 'strips the prefix',
        becomes: 'VDEV',
        text: 'Emulated disk of an HVM guest, the mark of Xen 3.0. xl strips the word: write `hda` alone.',
      },
      {
        name: 'sda..sdiz',
        kind: 'vdev',
        form: 'sd[a-z], sd[a-i][a-z], partition 1-15',
        xl: 'changes',
        how: 'sda to sdp; libxl refuses the others',
        text:
          'SCSI names far beyond the sixteenth disk. libxl takes sda to sdp alone: rename further ones to ' +
          'xvd names.',
      },
      {
        name: 'xvda..xvdiz',
        kind: 'vdev',
        form: 'xvd[a-z], xvd[a-i][a-z], partition 1-15',
        xl: 'reads',
        text: 'Names of PV disks, with partitions 1 to 15. xl reads them unchanged.',
      },
    ],
  },
];
