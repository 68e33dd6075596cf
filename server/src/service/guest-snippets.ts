import { findKey, keyIsRead } from '../schema';
import type { Release } from '../syntax/release';

/** A whole guest with places to fill in, in angle brackets: see `template`. */
export interface GuestSnippet {
  readonly label: string;
  readonly detail: string;
  readonly template: string;
}

/** How a release says what type a guest has. */
function typeLine(type: 'pv' | 'hvm' | 'pvh', release: Release): string {
  const row = findKey('type');
  if (row && keyIsRead(row, release)) return `type = "${type}"\n`;
  return type === 'hvm' ? 'builder = "hvm"\n' : '';
}

/** The first release with PVH guests by that name, and the first one for Arm. */
const PVH_SINCE: Release = 410;
const ARM_SINCE: Release = 403;

const NAME = 'name = "<guest>"\n';
const SIZE = 'memory = <1024>\nvcpus = <2>\n';
const NETWORK = 'vif = [ "mac=00:16:3e:<00>:<00>:<00>,bridge=<xenbr0>" ]\n';

/** Guests to begin with, for an empty file: each is one that xl of the release makes without a word. */
export function guestSnippets(release: Release): GuestSnippet[] {
  const disk = (target: string) =>
    release < 402
      ? `disk = [ "phy:<${target}>,xvda,w" ]\n`
      : `disk = [ "format=raw,vdev=xvda,access=rw,target=<${target}>" ]\n`;
  const image =
    release < 402
      ? disk('/dev/vg/guest').replace('xvda', 'hda')
      : 'disk = [\n    "format=raw,vdev=xvda,access=rw,target=</dev/vg/guest>",\n' +
        '    "vdev=hdc,devtype=cdrom,target=</var/lib/xen/install.iso>",\n]\n';
  const boot = release < 402 ? 'boot = "c"\n' : 'boot = "dc"\n';
  const kernel = `kernel = "</boot/vmlinuz>"\nramdisk = "</boot/initrd.img>"\n`;
  const argument = 'extra = "root=</dev/xvda> console=hvc0"\n';
  const snippets: (GuestSnippet | false)[] = [
    {
      label: 'PV guest',
      detail: 'boots what its own disk holds, with pygrub',
      template: `${NAME}${typeLine('pv', release)}bootloader = "pygrub"\n${SIZE}${disk('/dev/vg/guest')}${NETWORK}`,
    },
    {
      label: 'HVM guest',
      detail: 'a whole PC, with a CD to install from and a VNC display',
      template: `${NAME}${typeLine('hvm', release)}${SIZE}${image}${NETWORK}${boot}vnc = 1\nvnclisten = "127.0.0.1"\n`,
    },
    release >= PVH_SINCE && {
      label: 'PVH guest',
      detail: 'hardware virtualization without an emulated PC',
      template: `${NAME}${typeLine('pvh', release)}${kernel}${argument}${SIZE}${disk('/dev/vg/guest')}${NETWORK}`,
    },
    release >= ARM_SINCE && {
      label: 'Arm guest',
      detail: 'there is one type of guests on Arm',
      template: `${NAME}${kernel}${argument}${SIZE}${disk('/dev/vg/guest')}${NETWORK}`,
    },
  ];
  return snippets.filter((snippet) => snippet !== false);
}
