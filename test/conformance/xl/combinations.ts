import { allKeys } from '../../../server/src/schema';
import { ask, MACHINES } from './question';
import type { Suite } from './suite';

const PV = 'name="g"\ntype="pv"\nkernel="/k"\n';
const HVM = 'name="g"\ntype="hvm"\n';
const NODES =
  'vnuma=[["pnode=0","size=256","vcpus=0","vdistances=10,20"],["pnode=1","size=256","vcpus=1","vdistances=20,10"]]\n';

/** What xl says only about several keys, or many items, together. */
const TEXTS: readonly string[] = [
  `${HVM}vnclisten="127.0.0.1:1"\nvncdisplay=1\n`,
  `${HVM}vnc=1\nvnclisten="127.0.0.1:1"\n`,
  `${PV}vnc=1\nvnclisten="127.0.0.1:1"\nvncdisplay=1\n`,
  `${PV}vnc=1\nvfb=["vnc=1"]\nkeymap="de"\n`,
  `${HVM}${NODES}vcpus=2\nmaxvcpus=3\nmemory=512\n`,
  `${HVM}${NODES}vcpus=2\nmemory=500\nmaxmem=500\n`,
  `${HVM}${NODES}vcpus=2\nmaxvcpus=2\nmemory=512\nmaxmem=512\n`,
  `${HVM}${NODES}maxvcpus="-1"\n`,
  `${HVM}${NODES}`,
  `${HVM}${NODES}maxvcpus=0\n`,
  `${HVM}vnuma=[["pnode=0","size=256","vcpus=0-40"]]\nmemory=256\n`,
  `${HVM}smbios=[${Array.from({ length: 101 }, () => '"oem=a"').join(',')}]\n`,
  `${HVM}smbios=[${Array.from({ length: 99 }, () => '"oem=a"').join(',')}]\n`,
  `${PV}cmdline="a"\nroot="/dev/xvda"\nextra="b"\n`,
  `${PV}root="/dev/xvda"\nextra="b"\n`,
  `${PV}bootloader="pygrub"\nbootloader_args="a b  c"\n`,
  `${HVM}firmware="ovmf"\nbios="seabios"\n`,
  `${HVM}bios="ovmf"\nbios_path_override="/b"\n`,
  `${HVM}altp2m="external"\naltp2mhvm=1\n`,
  `${HVM}pci=["00:1a.0"]\nrdm="strategy=host,policy=relaxed"\npci_permissive=1\npci_seize=1\n`,
  `${HVM}gfx_passthru="igd"\npci=["00:02.0"]\n`,
  `${HVM}device_model_version="qemu-xen"\ndevice_model_override="/d"\n`,
  `${HVM}vga="none"\nstdvga=1\n`,
  `${HVM}usb=1\nusbdevice=["tablet","mouse"]\nusbversion=2\n`,
  `${PV}disk=["=\\n"]\n`,
  `${PV}disk=["/a,raw,xvda,w", "=\\nx"]\n`,
  `${PV}vcpus=4\nmaxvcpus=2\n`,
  `${PV}vcpus=2\nmaxvcpus=4\ncpus=["0","1","2"]\ncpus_soft="all"\n`,
  `${PV}vfb=["vnc=1","sdl=1"]\nvkb=["backend-type=qemu"]\n`,
  `${PV}type="pv"\nbuilder="hvm"\n`,
  `${PV}memory=512\nmaxmem=256\n`,
  `${HVM}memory=512\nmaxmem=1024\nvcpus=64\nshadow_memory=0\n`,
];

/** A number that fits no long, which the library holds against the rate of a network interface behind it. */
const TOO_LARGE = '99999999999999999999';
const RATES = ["'rate=100Mb/s'", "'mac=00:16:3e:00:00:01,rate=1MB/s@10ms,x'", "'bridge=b', 'rate=5Kb/s,rate=x'"];

/** Keys together, on every machine; and every key whose number fits no long beside rates of network interfaces. */
export function addCombinations(suite: Suite): void {
  for (const text of TEXTS) for (const machine of MACHINES) suite.add(ask(text, machine));
  for (const { name } of allKeys()) {
    for (const [index, rate] of RATES.entries()) {
      const guest = index === 1 ? PV : HVM;
      suite.add(ask(`${guest}${name}=${TOO_LARGE}\nvif=[ ${rate} ]\n`));
      suite.add(ask(`${guest}vcpus=2\n${name}=${TOO_LARGE}\nvif=[ ${rate} ]\n`));
    }
  }
}
