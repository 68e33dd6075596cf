import type { EnumRow } from '../../types';

/** Enumerations of disks. */
export const DISK_ENUMS: readonly EnumRow[] = [
  {
    name: 'disk_access',
    since: 402,
    members: [
      {
        value: 'rw',
        text:
          'The guest may read and write the disk: what a disk gets without a word, and what a CD drive ' +
          'never gets.',
      },
      {
        value: 'w',
        note: 'same as rw',
        text:
          "Short for `rw`, as xm wrote it. xm's `w!`, writable even though another guest has the disk, is " +
          'refused.',
      },
      {
        value: 'ro',
        text:
          'The guest may only read, enforced by the backend. Right for images that several guests share, ' +
          'such as a common `/usr`.',
      },
      {
        value: 'r',
        note: 'same as ro',
        text: 'Short for `ro`, as xm wrote it, mostly behind CD images: `/srv/install.iso,raw,hdc,r`.',
      },
      { value: '', placeholder: true },
    ],
  },
  {
    name: 'disk_backendtype',
    since: 402,
    members: [
      {
        value: 'phy',
        text:
          'The block backend in the kernel: the fastest way to a logical volume or partition, and the only ' +
          'one that runs a `script`. Raw only; a plain file is refused unless a script attaches it.',
      },
      {
        value: 'tap',
        text:
          'The blktap daemon, for raw and VHD files. Needs the daemon `tapback` to be running, which is no ' +
          'part of Xen; on most hosts choose `qdisk`.',
      },
      {
        value: 'qdisk',
        text:
          'QEMU serves the disk from a file or device in any format it knows. What libxl takes for image ' +
          'files; costs a QEMU process even for PV guests.',
      },
      {
        value: 'standalone',
        since: 417,
        note: 'with specification=virtio only',
        text:
          'A virtio backend program of your own serves the disk: raw only, and in dom0 only a block ' +
          'device, not a file. It must be given together with `specification=virtio`; libxl starts nothing ' +
          'and waits for the program.',
      },
    ],
  },
  {
    name: 'disk_devtype',
    since: 402,
    members: [
      {
        value: 'disk',
        note: 'accepted, not documented',
        text: 'An ordinary disk. Meant anyhow when nothing is said, and not in the manual.',
      },
      {
        value: 'cdrom',
        text:
          'A read-only drive whose disc can be changed while the guest runs: ' +
          '`vdev=hdc,devtype=cdrom,target=/srv/install.iso`.',
      },
    ],
  },
  {
    name: 'disk_format',
    since: 402,
    members: [
      {
        value: 'raw',
        text:
          'Plain sectors without a header: block devices, and image files as made by `truncate` or `dd`. ' +
          'The fastest, and the only one that every backend can do.',
      },
      { value: 'qcow', text: "Version 1 of QEMU's image format, kept for old images. Convert them to `qcow2`." },
      {
        value: 'qcow2',
        text:
          "QEMU's image format that grows as it is filled and knows snapshots. Served by QEMU; never call " +
          'such a file raw, the guest then sees its headers and destroys the image.',
      },
      {
        value: 'vhd',
        text:
          'The image format of Virtual PC and XenServer. Served by QEMU, or by blktap where it is ' +
          'installed; VHDX is something else and not supported.',
      },
      {
        value: 'qed',
        since: 409,
        text:
          "QEMU's short-lived successor of QCOW2, which QEMU's developers advise against for new images: " +
          'convert to `qcow2`.',
      },
      {
        value: 'empty',
        note: 'accepted, not documented',
        text:
          'A drive without a disc; libxl sets it by itself for a CD drive without target, so it need not be ' +
          'written. Not in the manual.',
      },
    ],
  },
  {
    name: 'disk_grant_usage',
    since: 419,
    members: [
      {
        value: '0',
        text:
          "The virtio backend maps all of the guest's memory: works with any guest kernel, but the backend " +
          'must be trusted.',
      },
      {
        value: '1',
        text:
          "The virtio backend gets at the guest's memory through grants alone. The guest's kernel must be " +
          'built with support for it.',
      },
    ],
  },
  {
    name: 'disk_specification',
    since: 417,
    members: [
      {
        value: 'xen',
        text: 'The PV block protocol (`xvda` and the like in the guest), with drivers in all common kernels.',
      },
      {
        value: 'virtio',
        text:
          'A virtio block device (`vda` in Linux guests), for Arm guests with a separate virtio backend. ' +
          'libxl then chooses `backendtype=standalone` by itself.',
      },
    ],
  },
];
