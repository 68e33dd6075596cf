import type { LanguageRow } from '../../types';
import { COLO_OPTIONS } from './vif-colo';

/** The mini-languages of network cards. */
export const VIF_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'vif',
    since: 401,
    separator: ',',
    assign: '=',
    blanks: 'before',
    unknown: 'warns',
    missingEquals: 'warns',
    earlier: [{ until: 405, unknown: 'ignores', missingEquals: 'stops' }],
    note: 'an empty string is a valid vif; colo_* options are undocumented and declared unstable',
    options: [
      {
        name: 'trusted',
        kind: 'flag',
        since: 417,
        defaultNote: 'in effect',
        conflicts: ['untrusted'],
        text:
          "Tells the guest's driver that it may trust the domain that carries its packets, and so share " +
          'memory with it directly. It is in effect anyway; write it to cancel `untrusted` from a template.',
      },
      {
        name: 'untrusted',
        kind: 'flag',
        since: 417,
        conflicts: ['trusted'],
        text:
          "Asks the guest's network driver to guard against a malicious backend, such as a network driver " +
          'domain that is exposed to the outside: Linux then copies packets into pages of their own. ' +
          'Slower; drivers that cannot do it ignore the wish.',
      },
      {
        name: 'accel',
        kind: 'named',
        type: 'string',
        deprecated: true,
        undocumented: true,
        checks: [{ when: 'not supported', xl: 'warns' }],
        note: 'recognised, never used',
        text:
          "Named an accelerator plugin of the network backend in xend's time. xl reads the word, says that " +
          'it does not support it, and goes on: remove it.',
      },
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        default: '0',
        defaultNote: 'vif.default.backend of xl.conf, when set',
        text:
          'The domain, by name or number, whose network backend this card connects to: a network driver ' +
          'domain in place of dom0. It must be running when the guest is created; the bridge named beside ' +
          'it is then a bridge inside that domain.',
      },
      {
        name: 'bridge',
        kind: 'named',
        type: 'string',
        default: 'xenbr0',
        defaultNote: 'vif.default.bridge of xl.conf, when set',
        text:
          'Bridge of the backend domain to which the card is attached by the hotplug script, such as ' +
          "`bridge=xenbr1`. It must exist before the guest starts: create it with the distribution's " +
          'network tools, for Xen no longer does. A missing bridge makes creation fail with an error of the ' +
          'script, not of xl.',
      },
      {
        name: 'devid',
        kind: 'named',
        since: 409,
        type: 'integer',
        defaultNote: 'its index in the list',
        checks: [{ when: 'not a number', xl: 'refuses' }],
        text:
          "Number of the card within the guest, and the last part of the backend's name `vifDOMID.DEVID`. " +
          'Cards are numbered from 0 in the order of the list; set it only to keep the numbers when you ' +
          'remove a card from the middle.',
      },
      {
        name: 'forwarddev',
        kind: 'named',
        since: 407,
        type: 'string',
        undocumented: true,
        text:
          "Host interface over which COLO with the kernel's proxy module forwards packets to the secondary " +
          'host. Of use with `xl remus -c` alone; the manual does not mention it.',
      },
      {
        name: 'gatewaydev',
        kind: 'named',
        since: 403,
        type: 'string',
        defaultNote: 'vif.default.gatewaydev of xl.conf',
        text:
          'Interface of the host that has an address in the network which the guest shall reach, for the ' +
          'routed setup of the script `vif-route`. Bridged setups ignore it: ' +
          '`"script=vif-route,ip=192.0.2.10,gatewaydev=eth0"`.',
      },
      {
        name: 'ip',
        kind: 'named',
        type: 'string',
        text:
          'Address or addresses of the guest, parted by blanks, that xl hands to the hotplug script. It ' +
          'does not configure the guest. `vif-bridge` sets firewall rules with it so that no other source ' +
          'address gets out, and `vif-route` adds the route: `ip=192.0.2.10`.',
      },
      {
        name: 'mac',
        kind: 'named',
        type: 'mac',
        defaultNote: "a random one with Xen's prefix 00:16:3e",
        note: 'six hex bytes; separators are not checked',
        text:
          'Hardware address of the card: six bytes in hexadecimal, such as `00:16:3e:12:34:56`. Without it ' +
          'the guest gets a new random one at each start, which breaks DHCP leases and renamed interfaces. ' +
          'Use the prefix `00:16:3e` or a locally administered address (`02:...`), never one with an odd ' +
          'first byte, and each only once.',
      },
      {
        name: 'model',
        kind: 'named',
        type: 'string',
        default: 'rtl8139',
        guests: ['hvm'],
        note: 'not checked by xl; documented for type=ioemu only',
        text:
          'Card that QEMU emulates for an HVM guest until PV drivers take over: `rtl8139`, `e1000`, or any ' +
          'other that the device model knows. Choose `e1000` for guests without a driver for the Realtek ' +
          'card. xl does not check the name; with a wrong one QEMU fails to start.',
      },
      {
        name: 'mtu',
        kind: 'named',
        since: 415,
        type: 'integer',
        defaultNote: "the bridge's, else 1500",
        checks: [{ when: 'not a number', xl: 'refuses' }],
        text:
          'Largest packet in bytes that the card carries, without the Ethernet header, as with `mtu=9000` ' +
          'for jumbo frames. Left out, the card follows its bridge, else 1500. Every card and switch on the ' +
          "way must allow it; the guest's driver may need setting too.",
      },
      {
        name: 'netdev',
        kind: 'named',
        since: 403,
        type: 'string',
        deprecated: true,
        replacedBy: ['gatewaydev'],
        checks: [{ when: 'deprecated, use gatewaydev', xl: 'warns' }],
        text:
          'Former name of `gatewaydev`; xl reads it with a deprecation warning. Renaming it is all there is ' +
          'to do.',
      },
      {
        name: 'rate',
        kind: 'named',
        type: 'rate',
        checks: [{ when: 'bad syntax', xl: 'refuses' }],
        note: 'NUMBER + optional G/M/K + B or b + /s, optional @NUMBER + optional s/ms/us; 0 and overflow are errors; default interval 50 ms; a bare interval number means seconds; 4.1 recognised the name but did not support it',
        text:
          'Upper limit for what the guest sends, as `rate=10Mb/s` or `rate=1MB/s`: a small `b` is bits, a ' +
          'capital `B` bytes; 0 is refused. A time after `@` says how often the credit is renewed, as in ' +
          '`rate=1MB/s@20ms`. The manual has a time without unit mean microseconds, but xl reads seconds: ' +
          'always write the unit. Received traffic is not limited.',
      },
      {
        name: 'script',
        kind: 'named',
        type: 'path',
        default: 'vif-bridge',
        defaultNote: 'vif.default.script of xl.conf, when set',
        text:
          'Hotplug script that connects the card in the backend domain: `vif-bridge`, `vif-route`, ' +
          "`vif-nat`, `vif-openvswitch` or your own. A name without a slash is looked up in Xen's script " +
          'directory. Set it per card when one guest is routed and the others are bridged, or for all in ' +
          '`/etc/xen/xl.conf`.',
      },
      {
        name: 'type',
        kind: 'named',
        type: 'enum',
        values: 'vif_type',
        defaultNote: 'ioemu for HVM, else vif',
        guests: ['hvm'],
        note: '4.1-4.5: anything but ioemu meant vif; 4.6+: other values print a message and the token is ignored; libxl refuses ioemu for PV/PVH',
        text:
          'For HVM guests: `ioemu` gives an emulated card and a PV card behind the same address, `vif` the ' +
          'PV card alone. Choose `vif` when the guest has PV drivers and must never see the emulated card. ' +
          "Not for PV and PVH: libxl refuses `ioemu` there. xm's other words are reported and ignored.",
      },
      {
        name: 'vifname',
        kind: 'named',
        type: 'string',
        defaultNote: 'vifDOMID.DEVID',
        text:
          "Name of the card's interface in the backend domain in place of `vif3.0`, so that firewall rules " +
          "and graphs need not know the domain number: `vifname=web-lan`. At most 15 characters; QEMU's " +
          'side of an emulated card gets `-emu` appended, so 11 for HVM guests. It must be unique on the ' +
          'host.',
      },
      {
        name: 'vlan',
        kind: 'named',
        since: 419,
        type: 'string',
        note: 'documented: IDs 1-4094 joined by /, suffix p or u, ranges A-B or A+STEPxCOUNT; not checked by xl; pattern as documented',
        text:
          "VLANs of the card's port on a VLAN-aware bridge: one number (`vlan=10`), or several with `/`, of " +
          'which `p` marks the one for untagged frames: `vlan=10p/20/100-110`. `vif-bridge` applies it; the ' +
          'bridge needs VLAN filtering switched on. xl passes the text on unchecked.',
      },
      ...COLO_OPTIONS,
    ],
    text:
      'One virtual network card, as `NAME=VALUE` parts: `"mac=00:16:3e:12:34:56,bridge=xenbr0"`. An empty ' +
      'string is a card with a random MAC address on the default bridge. Write no blanks around `=`: xl ' +
      'takes `mac ` for an unknown name, warns, and the card gets another address at every start.',
  },
  {
    name: 'vif2',
    since: 401,
    until: 401,
    separator: ',',
    assign: '=',
    blanks: 'before',
    unknown: 'ignores',
    missingEquals: 'ignores',
    options: [
      {
        name: 'back_mac',
        kind: 'named',
        type: 'mac',
        text:
          "Address of the backend's end of a netchannel2 card, in xl 4.1 alone. A `vif` has no such " +
          'setting: its backend always shows a fixed address.',
      },
      {
        name: 'back_trusted',
        kind: 'named',
        type: 'boolean',
        text:
          'Whether the frontend of a netchannel2 card could trust its backend, in xl 4.1 alone. Since 4.17 ' +
          'a `vif` says `trusted` or `untrusted` for that.',
      },
      {
        name: 'backend',
        kind: 'named',
        type: 'domain',
        text: 'Domain that serves a netchannel2 card of xl 4.1; the option of the same name of `vif` does it ' + 'now.',
      },
      {
        name: 'bridge',
        kind: 'named',
        type: 'string',
        text:
          'Bridge that the card joined in dom0 when xl 4.1 created it by the netchannel2 protocol. Carry ' +
          'the name over to `bridge=` of a `vif`.',
      },
      {
        name: 'filter_mac',
        kind: 'named',
        type: 'boolean',
        text:
          'Whether the backend of a netchannel2 card dropped frames that were meant for other addresses, in ' +
          'xl 4.1 alone. On a `vif` the bridge and its firewall rules decide.',
      },
      {
        name: 'front_filter_mac',
        kind: 'named',
        type: 'boolean',
        text:
          "Whether the guest's end of a netchannel2 card dropped frames for other addresses, in xl 4.1 " +
          'alone. Nothing replaces it.',
      },
      {
        name: 'front_mac',
        kind: 'named',
        type: 'mac',
        text:
          'Address that the guest saw on its netchannel2 card, in xl 4.1 alone. Carry it over as `mac=` of ' +
          'a `vif`.',
      },
      {
        name: 'max_bypasses',
        kind: 'named',
        type: 'integer',
        text:
          'How many direct connections between two guests a netchannel2 card could open around dom0, in xl ' +
          '4.1 alone. A `vif` always goes through its backend.',
      },
      {
        name: 'pdev',
        kind: 'named',
        type: 'integer',
        text:
          'Physical device for a netchannel2 card with hardware support, in xl 4.1 alone. Pass a virtual ' +
          'function of the card through with `pci` instead.',
      },
      {
        name: 'trusted',
        kind: 'named',
        type: 'boolean',
        text:
          'Whether the backend of a netchannel2 card could trust the guest, in xl 4.1 alone. It is not the ' +
          'flag `trusted` of a `vif`, which speaks of the backend.',
      },
    ],
    text:
      'One card of the experimental netchannel2 protocol that only xl 4.1 could create. Later releases warn ' +
      'and leave the cards out; write a plain `vif` instead.',
  },
];
