import type { OptionRow } from '../../types';

/** The words and colons of older releases that may stand before the target of a `disk`. */
export const DISK_PREFIXES: readonly OptionRow[] = [
  {
    name: 'WORD:',
    kind: 'form',
    becomes:
      'error when followed by a character other than a-z0-9 or by nothing (sync:/x, vmdk:/x, qed:/x, http://x); otherwise the whole text is a literal target (rbd:pool/x)',
    text:
      'A word and a colon before the target look like an old prefix. xl refuses the string unless a ' +
      'lower-case letter or a digit follows: `sync:/x` and `vmdk:/x` are errors. Otherwise, as with ' +
      '`rbd:pool/x`, it takes the whole text for the name of a file. Use `format=` or `script=` instead.',
  },
  {
    name: 'aio:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      "From xend's blktap drivers, mostly as `tap:aio:/path`. xl takes the word away and chooses the " +
      'backend by itself; write the path alone. The name says nothing about asynchronous access any ' +
      'more.',
  },
  {
    name: 'drbd:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['script=block-drbd'],
    becomes: 'script=block-drbd',
    text:
      'Old spelling for a DRBD resource: `drbd:web` runs the script `block-drbd` with `web` as its ' +
      'target. Write `script=block-drbd,target=web`; the script comes from the DRBD packages, not from ' +
      'Xen.',
  },
  {
    name: 'enbd:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['script=block-enbd'],
    becomes: 'script=block-enbd',
    text:
      'Old spelling for an Enhanced Network Block Device; it runs `block-enbd` with what follows. That ' +
      'driver is long gone from kernels; an NBD or iSCSI disk replaces it.',
  },
  {
    name: 'file:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      'Prefix of xend for an image file, which it attached to a loop device. xl drops it: ' +
      "`file:/srv/web.img,xvda,w` still works, and QEMU or the kernel's backend serves the file without " +
      '`losetup`. Write the path alone.',
  },
  {
    name: 'ioemu:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      'Mark of xend for an emulated disk. xl drops it: an HVM guest gets an emulated and a PV disk anyhow. ' +
      'It may stand before the target or, as xend wanted it, before the device name, as in `ioemu:hda`.',
  },
  {
    name: 'iscsi:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['script=block-iscsi'],
    becomes: 'script=block-iscsi',
    text:
      'Old spelling for an iSCSI disk: what follows goes to the script `block-iscsi`. Write ' +
      '`script=block-iscsi,target=...`; the script logs in to the target when the guest starts and out ' +
      'when it ends.',
  },
  {
    name: 'nbd:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['script=block-nbd'],
    becomes: 'script=block-nbd',
    text:
      'Old spelling for a network block device: what follows goes to the script `block-nbd`, as in ' +
      '`nbd:server:port`. Write `script=block-nbd,target=server:port`.',
  },
  {
    name: 'phy:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      'Prefix of xend for a block device of the host. xl drops it and looks at the path by itself: ' +
      '`phy:/dev/vg0/web,xvda,w` is `/dev/vg0/web,raw,xvda,rw`. To xend a name without a slash in front, ' +
      'such as `phy:vg0/web`, was below `/dev`; write the full path.',
  },
  {
    name: 'qcow2:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['format=qcow2'],
    becomes: 'format=qcow2',
    text:
      'Old way to name the image format, alone or as `tap:qcow2:/path`. The same as `format=qcow2`, ' +
      'which says so without a prefix and leaves the target a plain path.',
  },
  {
    name: 'qcow:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['format=qcow'],
    becomes: 'format=qcow',
    undocumented: true,
    text:
      'Names the old QCOW format, version 1, in front of the target. `format=qcow` replaces it, and the ' +
      'manual does not list the prefix; better convert such images to QCOW2 with `qemu-img convert`.',
  },
  {
    name: 'raw:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['format=raw'],
    becomes: 'format=raw',
    text:
      'Old way to say that the target holds plain sectors without a header. Raw is what xl assumes ' +
      'anyway, so the prefix can go, or become `format=raw` or a second value `raw`.',
  },
  {
    name: 'tap2:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      'Prefix of xend for blktap2, mostly with a driver behind it as in `tap2:aio:/path` or ' +
      '`tap2:vhd:/path`. xl drops it and lets the format decide; write `format=` and the bare path.',
  },
  {
    name: 'tap:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      'Prefix of xend for blktap, with the driver behind it: `tap:aio:/srv/web.img,xvda,w` becomes ' +
      '`/srv/web.img,raw,xvda,rw`. xl drops it and serves the file with QEMU; drivers `sync`, `ram`, `vmdk` ' +
      'and `remus` are refused.',
  },
  {
    name: 'tapdisk:',
    kind: 'prefix',
    deprecated: true,
    becomes: 'nothing: stripped, backend chosen automatically',
    text:
      "Stood in xend's files as `tap:tapdisk:aio:/path` to force the user-space blktap. xl peels it off " +
      'like the others and goes on with what follows; write format and path alone.',
  },
  {
    name: 'vhd:',
    kind: 'prefix',
    deprecated: true,
    replacedBy: ['format=vhd'],
    becomes: 'format=vhd',
    text:
      "Old way to name Microsoft's VHD image format, mostly as `tap2:vhd:/path`. `format=vhd` means the " +
      'same. QEMU serves it; VHDX images are another format that xl does not know.',
  },
];
