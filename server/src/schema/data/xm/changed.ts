import type { XmRow } from '../../xm-types';

/** Variables of xm that xl has under another name, with other forms of the value or with another meaning. */
export const XM_CHANGED: readonly XmRow[] = [
  {
    name: 'bootargs',
    type: 'text',
    since: '3.0.3',
    guests: ['pv'],
    relation: 'renamed',
    keys: ['bootloader_args'],
    lost: true,
    note: 'xl wants a list; a string works with a deprecation warning',
    text:
      'Arguments for the boot loader, as one string. xl ignores the name without a word: write ' +
      '`bootloader_args=["--kernel=/vmlinuz"]`, a list with one argument per element.',
  },
  {
    name: 'builder',
    form: 'FUNCTION',
    type: 'text',
    default: "'linux'",
    relation: 'other-meaning',
    keys: ['type'],
    xmDefault: 'linux',
    xlDefault: 'type pv',
    note: 'linux is xm\'s default value; xl 4.10+ rejects it as unknown, 4.1-4.9 took it as PV; write type="pv" or type="hvm"',
    text:
      'In xm the function that built the guest: `linux` for PV, `hvm` for HVM. xl since 4.10 refuses ' +
      '`linux`; write `type="pv"` or `type="hvm"`, or `type="pvh"` for a modern kernel.',
  },
  {
    name: 'cpu_cap',
    type: 'integer',
    since: '3.0.4',
    relation: 'renamed',
    keys: ['cap'],
    lost: true,
    text:
      'Upper limit of CPU time in percent of one CPU. xl ignores the name without a word, so the guest runs ' +
      'without limit: write `cap=50`.',
  },
  {
    name: 'cpuid',
    form: 'IN[,SIN]:eax=EAX,ebx=EBX,ecx=ECX,edx=EDX',
    type: 'list',
    default: '[]',
    since: '3.3',
    relation: 'partial',
    note: 'list syntax shared; xm also took 0x... register values, which xl reports as not 32 characters and skips',
    text:
      "Changes to what CPUID shows, one string per leaf. xl reads the same form, but not xm's `0x` numbers " +
      'for registers: write all 32 bits, or names as in `cpuid="host,aes=0"`. Leaves need `0x` to be ' +
      'hexadecimal.',
  },
  {
    name: 'cpus',
    type: 'text',
    was: [{ before: '3.0.3', type: 'integer', default: 'None' }],
    relation: 'partial',
    note: 'xl 4.1 does not read it; xl 4.2-4.4 take only plain numbers in a list; xm wanted as many list elements as vcpus',
    text:
      'CPUs on which the guest may run. A string such as `"0-3,^1"` means the same to xl from 4.4 on, and a ' +
      'list gives one element per vCPU. xl before that takes simpler forms; 4.1 does not read it at all.',
  },
  {
    name: 'device_model',
    type: 'text',
    was: [{ before: '3.3', type: 'text', default: "''" }],
    guests: ['hvm'],
    relation: 'other-meaning',
    keys: ['device_model_override', 'device_model_version', 'device_model_stubdomain_override'],
    xl: 'warns',
    note: 'qemu-dm: drop it; a path: device_model_override plus device_model_version; stubdom-dm: device_model_stubdomain_override=1 (HVM)',
    text:
      'The program that emulated hardware. xl warns and ignores it. Remove a `qemu-dm`; for a path of your ' +
      'own write `device_model_override` and `device_model_version`; for `stubdom-dm` write ' +
      '`device_model_stubdomain_override=1`.',
  },
  {
    name: 'disk',
    form: 'phy:DEV,VDEV,MODE[,DOM]',
    type: 'list',
    default: '[]',
    relation: 'partial',
    note: 'w! is rejected, a 4th element (backend domain) is rejected, tap:/tap2:/aio:/file:/phy: are stripped, sync/vmdk/ram/remus drivers are rejected',
    text:
      'Disks as `phy:vg0/web,xvda,w`. xl reads this form and drops the prefixes, but refuses the mode `w!`, ' +
      'a fourth part (write `backend=`), and the blktap drivers `sync`, `ram`, `vmdk` and `remus`. Better: ' +
      '`"/dev/vg0/web,raw,xvda,rw"`.',
  },
  {
    name: 'irq',
    type: 'list',
    default: '[]',
    since: '3.0.2',
    relation: 'renamed',
    keys: ['irqs'],
    lost: true,
    note: 'read by xl as irqs since 4.2',
    text:
      'Interrupts for the guest. xl ignores this name without a word and the device stays dead: write ' +
      '`irqs=[4]` (from 4.2 on).',
  },
  {
    name: 'kernel',
    type: 'text',
    relation: 'partial',
    note: 'HVM with hvmloader: drop it (xl 4.2-4.4 ignore any HVM kernel with a warning, 4.5+ only a file called hvmloader, other names then mean direct kernel boot)',
    text:
      'Kernel of a PV guest, and for HVM the path of hvmloader. Keep the first; drop the second: xl has its ' +
      'own firmware, and from 4.5 on it takes any other file for a kernel to boot in the HVM guest.',
  },
  {
    name: 'pci',
    form: 'BUS:DEV.FUNC[@VSLOT][,msitranslate=0|1][,power_mgmt=0|1]',
    type: 'list',
    default: '[]',
    relation: 'partial',
    note: 'xm took yes/no for options: xl reads these as 0; xm also took , for : and function lists such as 0-2 or 0=1, which xl refuses',
    text:
      "Passed-through devices, as `03:00.0,msitranslate=1`. xl reads this, but xm's `yes` and `no` both " +
      'mean 0 there, and it refuses commas within the address and lists of functions other than `*`.',
  },
  {
    name: 'root',
    type: 'text',
    default: "''",
    relation: 'partial',
    note: 'xm removed a leading root= from the value, xl adds root= unconditionally',
    text:
      "Root device for the kernel's command line. xl puts `root=` in front in any case, so a value that " +
      'begins with it, which xm understood, becomes `root=root=/dev/xvda1`: write the device alone.',
  },
  {
    name: 'timer_mode',
    type: 'integer',
    default: '1',
    was: [{ before: '3.4', type: 'integer', default: '0' }],
    since: '3.2',
    guests: ['hvm'],
    relation: 'partial',
    note: 'number deprecated in xl 4.2+, use the name: 0 delay_for_missed_ticks, 1 no_delay_for_missed_ticks, 2 no_missed_ticks_pending, 3 one_missed_tick_pending; an error for PV since 4.10',
    text:
      'How missed timer ticks are made up for, as a number. xl deprecates numbers: write 0 ' +
      '`delay_for_missed_ticks`, 1 `no_delay_for_missed_ticks`, 2 `no_missed_ticks_pending`, 3 ' +
      '`one_missed_tick_pending`. For a PV guest it is an error from 4.10 on.',
  },
  {
    name: 'tsc_mode',
    type: 'integer',
    default: '0',
    since: '4.0',
    relation: 'partial',
    note: 'number deprecated in xl 4.2+, use the name: 0 default, 1 always_emulate, 2 native, 3 native_paravirt',
    text:
      'How the time stamp counter is read, as a number. xl deprecates numbers: write 0 `default`, 1 ' +
      '`always_emulate`, 2 `native`; 3, `native_paravirt`, is gone from libxl.',
  },
  {
    name: 'vfb',
    form: 'vnc=1,sdl=1,vncunused=1,vncdisplay=N,vnclisten=ADDR,display=DISPLAY,xauthority=XAUTHORITY,vncpasswd=PASSWORD,opengl=1,keymap=FILE,serial=FILE,monitor=FILE',
    type: 'list',
    default: '[]',
    since: '3.0.4',
    relation: 'partial',
    note: 'xl ignores type, videoram, serial and monitor without a message; xm refused unknown names; without vnc=1 xm offered no VNC for a vfb, libxl does by default',
    text:
      'Paravirtual screen, as `type=vnc,vncunused=1`. xl ignores `type`, `videoram`, `serial` and `monitor` ' +
      'without a word: write `vnc=1` or `sdl=1`. Without `vnc` xm offered none, while xl does.',
  },
  {
    name: 'videoram',
    type: 'integer',
    default: '4',
    was: [{ before: '3.4', type: 'text', default: 'None' }],
    since: '3.3',
    relation: 'partial',
    xmDefault: '4',
    xlDefault: '8 cirrus, 16 stdvga',
    note: 'MiB in both; xm default 4, but libxl refuses less than 8 (cirrus) or 16 (stdvga) with qemu-xen',
    text:
      'Video memory in MiB, 4 unless said otherwise. libxl with the current QEMU refuses less than 8 for ' +
      'Cirrus or 16 for standard VGA: raise the number or drop the line.',
  },
  {
    name: 'vif',
    form: 'type=TYPE,mac=MAC,bridge=BRIDGE,ip=IPADDR,script=SCRIPT,backend=DOM,vifname=NAME,rate=RATE,model=MODEL,accel=ACCEL',
    type: 'list',
    default: '[]',
    relation: 'partial',
    note: 'xm allowed blanks around = and refused unknown names; xl treats mac = x as unknown, warns and gives a random MAC; policy and label are unknown to xl; type=netfront is reported and ignored',
    text:
      'Network cards, as `mac=00:16:3e:00:00:01, bridge=xenbr0`. Take out blanks around `=`, for xl then ' +
      'warns and gives a random MAC; `policy`, `label` and words such as `type=netfront` are reported and ' +
      'ignored.',
  },
  {
    name: 'vtpm',
    form: 'instance=INSTANCE,backend=DOM,type=TYPE',
    type: 'list',
    default: '[]',
    until: '4.2',
    relation: 'other-meaning',
    xl: 'refuses',
    note: 'xm: instance, backend, uuid; xl 4.3+: backend (required) and uuid, anything else stops creation; xl 4.1/4.2 ignore the key',
    text:
      'Virtual TPM, as `instance=1,backend=0`. xl from 4.3 on knows `backend` and `uuid` alone and refuses ' +
      'the guest for anything else; the vTPM itself must be set up anew, as a stub domain.',
  },
];
