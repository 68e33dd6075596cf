import type { KeyRow } from '../../types';

/** What a guest starts: kernel, boot loader, firmware and the tables that firmware shows. */
export const BOOT_KEYS: readonly KeyRow[] = [
  {
    name: 'acpi_firmware',
    type: 'path',
    since: 403,
    guests: ['hvm'],
    text:
      'File with ACPI tables of your own (compiled AML, several one after another) that an HVM guest gets in ' +
      'addition, such as an SLIC table for a vendor licence: `acpi_firmware = "/etc/xen/slic.bin"`. Tables can only ' +
      'be added: what Xen itself provides, DSDT and FADT among them, stays as it is.',
  },
  {
    name: 'bios',
    type: 'enum',
    since: 402,
    guests: ['hvm'],
    language: 'bios',
    default: 'seabios',
    checks: [
      { when: 'value not in the accepted set', xl: 'refuses' },
      { when: 'rombios refused by libxl with qemu-xen', xl: 'refuses' },
    ],
    note: 'man page still lists rombios although the only device model left since 4.21 (qemu-xen) refuses it',
    text:
      'Firmware with which an HVM guest boots: `seabios` boots like a traditional PC, `ovmf` is UEFI, which newer ' +
      'Windows and disks set up for EFI want. Changing it for a system that is installed already usually leaves that ' +
      'one unbootable. The manual still lists `rombios`, but the only device model left refuses it. The newer key ' +
      '`firmware` can say the same.',
  },
  {
    name: 'bios_path_override',
    type: 'path',
    since: 408,
    guests: ['hvm'],
    checks: [{ when: 'given without bios', xl: 'warns' }],
    text:
      'File to load in place of the SeaBIOS or OVMF image that came with Xen, to try a build of your own: ' +
      '`bios_path_override = "/usr/local/share/OVMF.fd"`. Name the kind in `bios` too, and let both agree: without ' +
      'it xl warns and the file is taken for a SeaBIOS image.',
  },
  {
    name: 'boot',
    type: 'string',
    since: 401,
    guests: ['hvm'],
    language: 'boot',
    default: 'cda',
    documentedDefault: 'cd',
    note: 'letters a/c/d/n handed to the device model unchecked',
    text:
      'Order in which an HVM guest looks for something to boot: `c` is the hard disk, `d` the CD-ROM, `n` the ' +
      'network, `a` the floppy. `boot = "dc"` tries an installation medium first, `boot = "n"` installs over PXE. ' +
      'When absent, disk, CD-ROM and floppy are tried; the manual names only the first two. Nobody checks the ' +
      'letters before QEMU, so a typing error shows as a device model that does not start.',
  },
  {
    name: 'bootloader',
    type: 'path',
    since: 401,
    meantFor: ['pv', 'pvh'],
    earlier: [{ until: 409, guests: ['pv'] }],
    checks: [
      { when: 'built without pygrub', xl: 'refuses', since: 418 },
      { when: 'PV/PVH guest with neither kernel nor bootloader', xl: 'refuses' },
    ],
    note: 'documented for PV and PVH; read for every type since 4.10',
    text:
      'Program that runs on the host before the guest and takes kernel and ramdisk out of its first disk, so that a ' +
      'PV or PVH guest can update its own kernel: `bootloader = "pygrub"`. It needs a disk, and it reads data that ' +
      'the guest controls: see `bootloader_restrict`. A PV or PVH guest without `bootloader`, `kernel` and ' +
      "`firmware` is refused. Write the bare name, which is found in Xen's own directory: the full path that old " +
      'files give for pygrub is deprecated.',
  },
  {
    name: 'bootloader_args',
    type: 'string',
    shape: 'either',
    since: 401,
    reads: ['quiet-string_list', 'string'],
    meantFor: ['pv', 'pvh'],
    earlier: [
      { until: 401, type: 'string', shape: 'scalar', reads: ['string'] },
      { until: 409, guests: ['pv'] },
    ],
    checks: [
      { when: 'string form deprecated, use a list', xl: 'warns', since: 402 },
      { when: 'could not be read', xl: 'refuses', since: 402 },
    ],
    note: 'string form is split at space, tab and newline',
    text:
      'Arguments for the `bootloader`, one in each list element, in front of the disk: `bootloader_args = ' +
      '["--kernel=/vmlinuz", "--ramdisk=/initrd.img"]`. Use it to make pygrub take certain files when it does not ' +
      "understand the guest's boot menu. A single string still works, but xl warns of it and cuts it at every " +
      'blank, whatever quotes it holds.',
  },
  {
    name: 'bootloader_restrict',
    type: 'boolean',
    since: 418,
    meantFor: ['pv', 'pvh'],
    default: '0',
    defaultNote: '1 when bootloader_user is given; xl.conf may set another one',
    note: 'default comes from bootloader_restrict in xl.conf when set there',
    text:
      'Runs the `bootloader` as an unprivileged user in a confined place, so that a crafted file system on the ' +
      "guest's disk cannot take over the host: worth having for every guest that is not your own. The user must be " +
      'able to read the disk, and no boot menu is shown. Needs the user accounts that Xen also uses for ' +
      '`dm_restrict`, or `bootloader_user`, which switches this key on by itself.',
  },
  {
    name: 'bootloader_user',
    type: 'string',
    since: 418,
    meantFor: ['pv', 'pvh'],
    text:
      'Account under which a restricted `bootloader` runs. Each guest needs its own, or an attack by one reaches ' +
      'the others; root is refused. Naming one also switches `bootloader_restrict` on; without it the accounts set ' +
      'aside for restricted device models are taken.',
  },
  {
    name: 'cmdline',
    type: 'string',
    since: 405,
    checks: [{ when: 'root and extra ignored because cmdline is set', xl: 'warns' }],
    note: 'for HVM needs kernel; libxl refuses ramdisk/cmdline without kernel',
    text:
      'Command line of the `kernel`: `cmdline = "root=/dev/xvda1 ro console=hvc0"`. It takes the place of the pair ' +
      '`root` and `extra`, which xl then ignores with a warning. With a `bootloader` it is handed to that program, ' +
      'so that pygrub adds it to the menu entry. An HVM guest that has it without a `kernel` is refused when the ' +
      'guest is built.',
  },
  {
    name: 'device_tree',
    type: 'path',
    since: 406,
    note: 'partial device tree blob; libxl implements it for Arm only',
    text:
      'Compiled piece of device tree whose nodes `/passthrough` and `/aliases` go into the tree of an Arm guest, so ' +
      'that its kernel finds the devices of `dtdev`, `iomem` and `irqs`: `device_tree = "/etc/xen/eth0.dtb"`. It is ' +
      'hardly checked, so use only files that you trust, and avoid phandle 65000, which Xen uses. x86 guests get ' +
      'nothing from it.',
  },
  {
    name: 'extra',
    type: 'string',
    since: 401,
    earlier: [{ until: 404, guests: ['pv'] }],
    note: 'ignored with a warning when cmdline is set',
    text:
      'Rest of the kernel\'s command line, which xl writes behind that of `root`: `extra = "ro console=hvc0"`. ' +
      'Common in files from the days of xm; new ones rather have all of it in `cmdline`. If both are there, `extra` ' +
      'is ignored with a warning.',
  },
  {
    name: 'firmware',
    type: 'enum-or-path',
    since: 410,
    language: 'firmware',
    checks: [
      { when: 'PV/PVH: kernel and firmware both given', xl: 'refuses' },
      { when: 'PV/PVH: value is not pvgrub32/pvgrub64', xl: 'refuses' },
    ],
    note: 'HVM: bios type name, uefi, bios or else a path; PV/PVH: pvgrub32|pvgrub64 turned into a kernel file name; literals are prefix-matched',
    text:
      'Says in one word how the guest boots when no kernel comes from the host: `uefi`, `bios`, or the name of a ' +
      'firmware for HVM, `pvgrub32` or `pvgrub64` (a GRUB that runs inside the guest) for PV and PVH. For HVM any ' +
      'other word is taken for the path of a loader, so a typing error shows only when the guest starts. PV and PVH ' +
      'guests may have either this or `kernel`. The manual says there is no firmware for PVH, but xl takes both ' +
      'pvgrub words for it as well.',
  },
  {
    name: 'firmware_override',
    type: 'path',
    since: 402,
    guests: ['hvm'],
    undocumented: true,
    text:
      'Path of another hvmloader, the little program with which Xen starts every HVM guest before SeaBIOS or OVMF. ' +
      'Only of use to those who work on Xen; the manual does not mention it. Old files had that path in `kernel`, ' +
      'which xl now ignores with a hint to this key.',
  },
  {
    name: 'kernel',
    type: 'path',
    since: 401,
    checks: [
      { when: 'HVM: kernel ignored, use firmware_override', xl: 'warns', since: 402, until: 404 },
      { when: 'HVM: file name is hvmloader, ignored, use firmware_override', xl: 'warns', since: 405 },
      { when: 'PV/PVH guest with neither kernel nor bootloader', xl: 'refuses' },
    ],
    note: 'HVM direct boot since 4.5; before that the key was ignored for HVM (4.1: used as firmware path)',
    text:
      'Kernel that the guest starts directly, a file on the host: `kernel = "/boot/vmlinuz-guest"`, mostly with ' +
      '`ramdisk` and `cmdline`. PV and PVH guests need it, unless there is a `bootloader` or `firmware`. An HVM ' +
      'guest may have it since 4.5 and then skips the boot loader on its disk. Remember to renew the file when the ' +
      'guest updates its system, else kernel and modules no longer match.',
  },
  {
    name: 'ms_vm_genid',
    type: 'enum',
    since: 405,
    guests: ['hvm'],
    values: 'ms_vm_genid',
    checks: [{ when: 'value not in the accepted set', xl: 'refuses' }],
    text:
      'Gives a Windows guest a generation number by which it notices that it was cloned or restored from a ' +
      'snapshot; domain controllers from Server 2012 on rely on it. `ms_vm_genid = "generate"` draws a new one for ' +
      'each creation. Without it, or with `none`, the guest has no such device.',
  },
  {
    name: 'pvshim',
    type: 'boolean',
    since: 410,
    point: '4.10.1',
    guests: ['pvh'],
    default: '0',
    text:
      'Runs a PV guest inside a PVH one: a small Xen, the shim, is started first and the PV kernel on top of it. It ' +
      'protects the host from Meltdown attacks of PV guests and lets old PV kernels run where Xen has no PV ' +
      'support: `type = "pvh"` together with `pvshim = 1`. The shim needs some memory of its own, and PCI devices ' +
      'cannot be passed through.',
  },
  {
    name: 'pvshim_cmdline',
    type: 'string',
    since: 410,
    point: '4.10.1',
    guests: ['pvh'],
    default: 'pv-shim console=xen,pv',
    text:
      'Hypervisor command line of the shim, in place of the usual one. Keep `pv-shim` in it, or what starts is no ' +
      'shim; to add only a few options, use `pvshim_extra`. Without `pvshim` nobody looks at it.',
  },
  {
    name: 'pvshim_extra',
    type: 'string',
    since: 410,
    point: '4.10.1',
    guests: ['pvh'],
    default: '',
    text:
      'More options for the shim, appended to `pvshim_cmdline`: `pvshim_extra = "loglvl=all"` makes it talk more ' +
      "while one looks for a fault. They are those of Xen's own command line, not of the guest's kernel, and " +
      'matter only with `pvshim`.',
  },
  {
    name: 'pvshim_path',
    type: 'path',
    since: 410,
    point: '4.10.1',
    guests: ['pvh'],
    text:
      'Shim to use in place of the one that was installed with Xen, for instance a build with more debugging: ' +
      '`pvshim_path = "/usr/local/lib/xen-shim"`. It matters only for a guest with `pvshim`.',
  },
  {
    name: 'ramdisk',
    type: 'path',
    since: 401,
    earlier: [{ until: 404, guests: ['pv'] }],
    note: 'for HVM libxl refuses it without kernel',
    text:
      'Initial ramdisk for the `kernel`, a file on the host: `ramdisk = "/boot/initrd-guest"`. Most distribution ' +
      'kernels do not find their root disk without it, and it has to be of the same version as the kernel. An HVM ' +
      'guest that has it without a `kernel` is refused.',
  },
  {
    name: 'root',
    type: 'string',
    since: 401,
    earlier: [{ until: 404, guests: ['pv'] }],
    note: 'xl puts root= in front; ignored with a warning when cmdline is set',
    text:
      "Device with the root file system; xl puts it in front of `extra` as the kernel's root parameter: `root = " +
      '"/dev/xvda1 ro"`. It only tells the kernel where to look: the disk itself comes from `disk`. With `cmdline` ' +
      'it is ignored with a warning.',
  },
  {
    name: 'smbios',
    type: 'spec',
    shape: 'list',
    since: 418,
    guests: ['hvm'],
    language: 'smbios',
    wrongShape: 'refuses',
    checks: [
      { when: 'element without =', xl: 'refuses' },
      { when: 'empty value', xl: 'refuses' },
      { when: 'unknown key', xl: 'refuses' },
      { when: 'more than 99 oem strings', xl: 'refuses' },
      { when: 'not a list', xl: 'refuses' },
    ],
    text:
      'Texts that an HVM guest finds in its SMBIOS tables (what dmidecode prints): `smbios = ' +
      '["system_serial_number=A-17", "oem=rack 4"]`. Set them for software that is licensed by serial number, or to ' +
      'hand a guest a few words of its own in up to 99 `oem` entries. A string in place of the list, an unknown ' +
      'name or an empty value makes xl refuse the file.',
  },
  {
    name: 'smbios_firmware',
    type: 'path',
    since: 403,
    guests: ['hvm'],
    text:
      'File with SMBIOS structures that replace or extend those of an HVM guest, for instance with a copy of the ' +
      'host\'s system table for a vendor licence: `smbios_firmware = "/etc/xen/smbios.bin"`. Each structure must be ' +
      'preceded by its size in four bytes, and only types 0, 1, 2, 3, 11, 22, 39 and 128 to 255 are taken. For a ' +
      'few texts `smbios` is far easier.',
  },
];
