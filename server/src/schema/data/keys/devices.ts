import type { KeyRow } from '../../types';

/** Devices with a mini-language: disks, network cards, keyboards and the like. */
export const DEVICES_KEYS: readonly KeyRow[] = [
  {
    name: 'channel',
    type: 'spec',
    shape: 'list',
    since: 405,
    language: 'channel',
    checks: [
      { when: 'element without =', xl: 'refuses' },
      { when: 'connection missing', xl: 'refuses' },
      { when: 'connection value unknown', xl: 'refuses' },
      { when: 'socket without path', xl: 'refuses' },
      { when: 'unknown sub-key ignored', xl: 'warns' },
      { when: 'name missing (libxl)', xl: 'refuses' },
    ],
    text:
      'Byte streams between host and guest, like extra serial lines, for agents that run inside: `channel = ' +
      '["name=org.example.agent.1,connection=socket,path=/run/agent-web.sock"]`. With `connection=pty` the host\'s ' +
      'end is a terminal that `xl channel-list` shows. A channel without a name gets past xl and fails only when the ' +
      'guest is made. The manual writes the two connections in capitals, but xl accepts lower case only.',
  },
  {
    name: 'disk',
    type: 'spec',
    shape: 'list',
    since: 401,
    language: 'disk',
    earlier: [{ until: 401, language: 'disk-4.1' }],
    checks: [{ when: 'any fault in a disk string', xl: 'refuses', since: 402 }],
    note: 'a plain string instead of a list is only warned about and leaves the guest without disks',
    text:
      'Disks and CD drives of the guest: `disk = ["/dev/vg/web,raw,xvda,rw", ' +
      '"/srv/iso/debian.iso,raw,hdc,ro,devtype=cdrom"]`. Target, format, name in the guest and access, in this ' +
      'order, then named options; see the disk manual for all of them. It must be a list even for one disk: for a ' +
      'bare string there is only a warning, and the guest starts with no disk at all.',
  },
  {
    name: 'p9',
    type: 'spec',
    shape: 'list',
    since: 409,
    language: 'p9',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses', since: 418 },
      { when: 'unknown sub-key', xl: 'refuses', until: 417 },
      { when: 'element without =', xl: 'refuses', since: 418 },
      { when: 'type value unknown', xl: 'refuses', since: 419 },
      { when: 'required sub-key missing (xl up to 4.18, libxl from 4.19)', xl: 'refuses' },
    ],
    text:
      'Directories of the host that the guest mounts by the 9P protocol: `p9 = ' +
      '["tag=share,path=/srv/share,security_model=none"]`, and in the guest `mount -t 9p -o trans=xen share /mnt`. ' +
      "Handy for exchanging files without a network. The guest's kernel needs the Xen 9P driver, and files keep " +
      'the owner numbers that the guest gives them.',
  },
  {
    name: 'pvcalls',
    type: 'spec',
    shape: 'list',
    since: 411,
    language: 'pvcalls',
    checks: [{ when: 'unknown sub-key', xl: 'refuses' }],
    text:
      'Lets the guest do its network calls in another domain, the backend, so that its programs use the sockets of ' +
      'that one and no network card is needed: `pvcalls = ["backend=0"]`. An unusual way to network containers; ' +
      'guest and backend need the pvcalls drivers of Linux.',
  },
  {
    name: 'usbctrl',
    type: 'spec',
    shape: 'list',
    since: 407,
    language: 'usbctrl',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses' },
      { when: 'type value unknown', xl: 'refuses' },
    ],
    text:
      'USB controllers of the guest: `usbctrl = ["type=auto,version=2,ports=8"]`. Needed only to have a certain ' +
      'version or number of ports, or empty ports for `xl usbdev-attach`: a device in `usbdev` makes a controller ' +
      'for itself. Version 3 exists only with `type=devicemodel`, which an HVM guest sees as a normal PCI device; ' +
      'the others need a Xen driver inside.',
  },
  {
    name: 'usbdev',
    type: 'spec',
    shape: 'list',
    since: 407,
    language: 'usbdev',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses' },
      { when: 'type value unknown', xl: 'refuses' },
    ],
    text:
      'USB devices of the host that the guest has from its start, by bus and device number as lsusb prints them: ' +
      '`usbdev = ["hostbus=1,hostaddr=6"]`. The device number changes whenever it is plugged in again, and then the ' +
      'guest is not created: attach such devices later by `xl usbdev-attach`.',
  },
  {
    name: 'vdispl',
    type: 'spec',
    shape: 'list',
    since: 410,
    language: 'vdispl',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses' },
      { when: 'bad resolution', xl: 'refuses' },
      { when: 'no connector', xl: 'refuses' },
    ],
    text:
      'Paravirtual displays, mainly for boards with several screens: `vdispl = ' +
      '["backend=0,connectors=id0:1920x1080;id1:800x600"]`. A backend program such as displ_be has to run in that ' +
      'domain. At least one connector is required; a bad size makes xl refuse the file. For a plain PV console ' +
      'window use `vfb` instead.',
  },
  {
    name: 'vfb',
    type: 'spec',
    shape: 'list',
    since: 401,
    language: 'vfb',
    note: 'unknown sub-keys are ignored without any message',
    text:
      'Paravirtual screen, keyboard and mouse for a PV or PVH guest: `vfb = ' +
      '["vnc=1,vnclisten=127.0.0.1,vncdisplay=3"]`. The graphics card of an HVM guest is set by `vga` and `vnc` at ' +
      'the top level, and not here. Options that xl does not know are skipped without a message, so a misspelled ' +
      'vncpasswd leaves the screen open to everybody who can reach it.',
  },
  {
    name: 'vif',
    type: 'spec',
    shape: 'list',
    since: 401,
    language: 'vif',
    checks: [
      { when: 'unknown sub-key ignored', xl: 'warns', since: 406 },
      { when: 'bad type or mac: that token ignored', xl: 'warns', since: 406 },
      { when: 'netdev deprecated, use gatewaydev', xl: 'warns', since: 403 },
      { when: 'accel not supported', xl: 'warns' },
      { when: 'rate not supported', xl: 'warns', until: 401 },
      { when: 'bad rate', xl: 'refuses', since: 402 },
      { when: 'backend domain unknown, Domain-0 used', xl: 'warns', until: 402 },
    ],
    text:
      'Network cards of the guest: `vif = ["mac=00:16:3e:12:34:56,bridge=xenbr0"]`; an empty string in the list ' +
      'gives one with all defaults. Fix the MAC address, as a random one makes the guest see a new card at each ' +
      'start. An HVM guest sees an emulated card besides until its drivers take over; `model=e1000` suits systems ' +
      'without a driver for the usual one. Options that xl does not know are dropped with a warning only.',
  },
  {
    name: 'vif2',
    type: 'spec',
    shape: 'list',
    since: 401,
    language: 'vif2',
    deprecatedSince: 402,
    undocumented: true,
    documentedUntil: 402,
    checks: [{ when: 'netchannel2 not supported, ignored', xl: 'warns', since: 402 }],
    text:
      'Described network cards of the second generation (netchannel2), which never became part of Linux. xl reads ' +
      'the key only to warn that it does not support it, so the guest has no such card: use `vif`.',
  },
  {
    name: 'virtio',
    type: 'spec',
    shape: 'list',
    since: 418,
    language: 'virtio',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses' },
      { when: 'transport value unknown', xl: 'exits' },
    ],
    note: 'type=virtio... must be followed by another comma-separated piece or xl crashes',
    text:
      'Virtio devices other than disks, mainly for Arm guests, served by a program outside QEMU: `virtio = ' +
      '["type=virtio,device22,transport=mmio,backend=0"]` is an I2C bus. The type may hold a comma. Do not write ' +
      '`type=virtio` alone at the end: xl crashes when no second part follows. The backend maps memory by Xen grants ' +
      'unless it is domain 0; `grant_usage` overrides that.',
  },
  {
    name: 'vkb',
    type: 'spec',
    shape: 'list',
    since: 412,
    language: 'vkb',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses' },
      { when: 'backend-type missing', xl: 'refuses' },
      { when: 'backend-type unknown', xl: 'refuses' },
      { when: 'multi touch on without its three sizes', xl: 'refuses' },
    ],
    text:
      'Paravirtual keyboards, pointers and touch screens: `vkb = ' +
      '["backend-type=linux,feature-multi-touch=1,multi-touch-width=1920,multi-touch-height=1080,multi-touch-num-contacts=10"]`. ' +
      'For boards with real input devices in another domain. `backend-type` must be given, and multi-touch wants ' +
      'all three sizes. A guest with `vfb` has keyboard and mouse without it.',
  },
  {
    name: 'vkb_device',
    type: 'boolean',
    since: 413,
    guests: ['hvm'],
    default: '1',
    note: 'used only when vkb has no entry',
    text:
      'Decides whether an HVM guest gets a paravirtual keyboard and mouse besides the emulated ones. Switch it off ' +
      'for systems whose Xen input driver makes trouble, such as a pointer that is there twice. It counts only ' +
      'while the file has no `vkb`.',
  },
  {
    name: 'vsnd',
    type: 'spec',
    shape: 'nested',
    since: 412,
    language: 'vsnd',
    checks: [
      { when: 'element is not a list', xl: 'refuses' },
      { when: 'unknown item keyword', xl: 'refuses' },
      { when: 'unknown parameter', xl: 'refuses' },
      { when: 'unknown sample format', xl: 'refuses' },
      { when: 'unknown stream type', xl: 'refuses' },
    ],
    text:
      'Paravirtual sound cards, each a list that starts with the card and goes on with its devices and streams: ' +
      '`vsnd = [["CARD, short-name=Main", "PCM, name=Main", "STREAM, type=p"]]`. A backend such as snd_be must run ' +
      'in the domain that has the real sound; what an item leaves out it inherits from the level above. For desktop ' +
      'guests an emulated card by `soundhw` is simpler.',
  },
  {
    name: 'vtpm',
    type: 'spec',
    shape: 'list',
    since: 403,
    language: 'vtpm',
    checks: [
      { when: 'unknown sub-key', xl: 'refuses' },
      { when: 'backend missing', xl: 'refuses' },
      { when: 'bad uuid', xl: 'refuses' },
    ],
    text:
      "Virtual TPMs for measured boot and disk encryption, served by a domain that holds the TPM's state: `vtpm = " +
      '["backend=vtpm-web"]`. Name that vTPM domain as backend, or for a vTPM domain itself the manager domain and ' +
      'a fixed `uuid`. It is not the emulated TPM 2.0 that Windows 11 asks for.',
  },
];
