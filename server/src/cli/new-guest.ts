import { type Release, releaseName } from '../syntax/release';

/** The kinds of guests that `init` writes. */
export const GUEST_TYPES = ['pv', 'pvh', 'hvm', 'arm'] as const;

export type NewGuestType = (typeof GUEST_TYPES)[number];

/** What a new guest is to be. */
export interface NewGuest {
  readonly type: NewGuestType;
  readonly release: Release;
  readonly name: string;
  /** In MiB. */
  readonly memory: number;
  readonly vcpus: number;
  /** Block devices and image files. */
  readonly disks: readonly string[];
  readonly cdrom?: string;
  readonly bridge?: string;
  readonly mac?: string;
  readonly kernel?: string;
  readonly ramdisk?: string;
}

/** `type` replaced `builder` here (xl 4.10), which brought PVH guests as they are today. */
const TYPE_SINCE: Release = 410;
/** Disks have named options since xl 4.2. */
const DISK_OPTIONS_SINCE: Release = 402;
/** The devices of `usbdevice` are a list since xl 4.4. */
const USB_LIST_SINCE: Release = 404;

/** Says why there can be no such guest in that release; undefined when there can. */
export function refusal({ type, release, kernel }: Pick<NewGuest, 'type' | 'release' | 'kernel'>): string | undefined {
  if (type === 'pvh' && release < TYPE_SINCE) {
    return `PVH guests came with Xen ${releaseName(TYPE_SINCE)}, not ${releaseName(release)}`;
  }
  return type === 'arm' && kernel === undefined ? 'a guest on Arm has no boot loader: --kernel is wanted' : undefined;
}

/** The file of a new guest: the settings, and in comments what people change most. */
export function newGuestText(guest: NewGuest): string {
  const { type, release, name, memory, vcpus } = guest;
  const parts = [
    `# ${name}: ${TITLES[type]}, for Xen ${releaseName(release)} and later\n# Check it with: xencfg check FILE`,
    `name = ${quoted(name)}${typeLine(guest)}`,
    boot(guest),
    `# Memory in MiB. With a larger maxmem the guest can be given more while it runs.\nmemory = ${memory}\n#maxmem = ${memory * 2}`,
    `vcpus = ${vcpus}\n#maxvcpus = ${vcpus * 2}\n#cpus = "0-3"`,
    disks(guest),
    interfaces(guest),
    ...(type === 'hvm' ? [screen(release)] : []),
    '# What becomes of the guest when it ends: destroy, restart, preserve\non_poweroff = "destroy"\non_reboot = "restart"\non_crash = "destroy"',
  ];
  return `${parts.join('\n\n')}\n`;
}

const TITLES: Readonly<Record<NewGuestType, string>> = {
  pv: 'a paravirtualised guest (PV)',
  pvh: 'a guest with hardware virtualisation and no emulated devices (PVH)',
  hvm: 'a guest with a whole emulated machine (HVM)',
  arm: 'a guest on Arm',
};

/** Arm has a single kind of guest, and the oldest releases take what is no HVM guest for a PV one. */
function typeLine({ type, release }: NewGuest): string {
  if (type === 'arm') return '';
  if (release >= TYPE_SINCE) return `\ntype = "${type}"`;
  return type === 'hvm' ? '\nbuilder = "hvm"' : '';
}

function boot({ type, kernel, ramdisk, cdrom, bridge, disks: targets }: NewGuest): string {
  if (type === 'hvm') {
    const order = [cdrom !== undefined && 'd', targets.length > 0 && 'c', bridge !== undefined && 'n'];
    const letters = order.filter(Boolean).join('');
    return `# Where it boots from, in this order: c disk, d CD, n network\n${letters === '' ? '#boot = "c"' : `boot = "${letters}"`}`;
  }
  if (kernel === undefined) {
    return '# Reads the boot menu of the first disk on the host\nbootloader = "pygrub"\n#kernel = "/boot/vmlinuz-guest"\n#ramdisk = "/boot/initrd-guest.img"';
  }
  const initrd = ramdisk === undefined ? '#ramdisk = "/boot/initrd-guest.img"' : `ramdisk = ${quoted(ramdisk)}`;
  const root = type === 'arm' ? 'console=hvc0 root=/dev/xvda rw' : 'root=/dev/xvda ro console=hvc0';
  return `# From the host's file system\nkernel = ${quoted(kernel)}\n${initrd}\nextra = "${root}"`;
}

function disks({ type, release, name, kernel, disks: given, cdrom }: NewGuest): string {
  // a boot loader reads the first disk: there has to be one
  const targets = given.length === 0 && type !== 'hvm' && kernel === undefined ? [`/dev/vg/${name}`] : given;
  const names = type === 'hvm' ? ['hda', 'hdb', 'hdd'] : [];
  const specs = targets.map((target, i) => {
    const vdev = names[i] ?? `xvd${String.fromCharCode(97 + i)}`;
    return release >= DISK_OPTIONS_SINCE
      ? `format=${formatOf(target)},vdev=${vdev},access=rw,target=${target}`
      : `${oldPrefix(target)}:${target},${vdev},w`;
  });
  if (type === 'hvm' && cdrom !== undefined) {
    specs.push(release >= DISK_OPTIONS_SINCE ? `vdev=hdc,devtype=cdrom,target=${cdrom}` : `file:${cdrom},hdc:cdrom,r`);
  }
  if (specs.length === 0) return '#disk = [ "/dev/vg/guest,raw,xvda,rw" ]';
  return `disk = [\n${specs.map((spec) => `    ${quoted(spec)},\n`).join('')}]`;
}

/** An image's format by the end of its name. */
function formatOf(target: string): 'raw' | 'qcow2' | 'vhd' {
  if (/\.qcow2?$/.test(target)) return 'qcow2';
  return /\.vhd$/.test(target) ? 'vhd' : 'raw';
}

function oldPrefix(target: string): string {
  if (target.startsWith('/dev/')) return 'phy';
  const format = formatOf(target);
  return format === 'raw' ? 'file' : `tap:${format}`;
}

function interfaces({ bridge, mac }: NewGuest): string {
  if (bridge === undefined) return '#vif = [ "bridge=xenbr0" ]';
  const fixed = mac === undefined ? '' : `mac=${mac},`;
  return `vif = [ ${quoted(`${fixed}bridge=${bridge}`)} ]`;
}

function screen(release: Release): string {
  const tablet = release >= USB_LIST_SINCE ? '[ "tablet" ]' : '"tablet"';
  return `# The screen, over VNC on this host alone\nvnc = 1\nvnclisten = "127.0.0.1"\n# The pointer follows the viewer's\nusb = 1\nusbdevice = ${tablet}`;
}

/** A string of xl: one with a double quote in it stands in single ones. */
function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
