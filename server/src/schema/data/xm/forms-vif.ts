import type { XmLanguageRow } from '../../xm-types';

/** xend's mini-languages of network cards. */
export const XM_VIF_FORMS: readonly XmLanguageRow[] = [
  {
    name: 'vif',
    form: 'KEY=VALUE[,KEY=VALUE...]',
    note: 'blanks around key and value trimmed; unknown key is an error; piece without = is an error; empty string allowed',
    options: [
      {
        name: 'accel',
        kind: 'option',
        xl: 'warns',
        note: 'plugin',
        text: 'Plugin for faster network hardware. xl says that it is not supported and goes on: drop it.',
      },
      {
        name: 'backend',
        kind: 'option',
        xl: 'reads',
        note: 'backend domain',
        text: 'Domain that serves the card. xl reads it unchanged; names work as well as numbers.',
      },
      {
        name: 'be_mac',
        kind: 'option',
        since: '3.0.0',
        until: '3.0.0',
        xl: 'warns',
        how: 'as an unknown option',
        note: '3.0.0 only',
        text:
          "Address of the backend's end, in Xen 3.0.0. xl warns of it as unknown; the backend has a fixed " +
          'address.',
      },
      {
        name: 'bridge',
        kind: 'option',
        xl: 'reads',
        note: 'bridge name',
        text:
          "Bridge of the card. xl reads it unchanged, but no longer creates the bridge: the distribution's " +
          'network setup must.',
      },
      {
        name: 'ip',
        kind: 'option',
        xl: 'reads',
        note: 'address for the script',
        text: "Addresses for the hotplug script's firewall rules. xl reads it unchanged.",
      },
      {
        name: 'label',
        kind: 'option',
        xl: 'warns',
        how: 'as an unknown option',
        note: 'ACM label',
        text: 'ACM label of the card, gone with ACM. xl warns of it as unknown: drop it.',
      },
      {
        name: 'mac',
        kind: 'option',
        xl: 'reads',
        note: 'random below 00:16:3e when absent',
        text:
          'Address of the card. xl reads it, but without blanks around `=`: `mac = 00:16:...` is unknown to ' +
          'it and the card gets a random address.',
      },
      {
        name: 'model',
        kind: 'option',
        xl: 'reads',
        note: 'emulated card, default rtl8139',
        text: 'Emulated card, rtl8139 unless said. xl reads it unchanged.',
      },
      {
        name: 'policy',
        kind: 'option',
        xl: 'warns',
        how: 'as an unknown option',
        note: 'ACM policy',
        text: 'ACM policy of the card, gone with ACM. xl warns of it as unknown: drop it.',
      },
      {
        name: 'rate',
        kind: 'option',
        xl: 'reads',
        how: 'refuses a bad value',
        note: 'NUMBER[GMK]B|b/s[@NUMBER[mu]s]; a bad value silently meant unlimited',
        text:
          'Limit of what the guest sends. xm let a bad value mean no limit; xl refuses the file: correct ' +
          'it, as in `rate=10Mb/s`.',
      },
      {
        name: 'script',
        kind: 'option',
        xl: 'reads',
        note: 'relative to the script directory',
        text:
          "Hotplug script, looked up in Xen's script directory. xl reads it unchanged; scripts of your own " +
          "may need xl's calling convention.",
      },
      {
        name: 'type',
        kind: 'option',
        xl: 'changes',
        how: 'ioemu and vif; reports and ignores others since 4.6; libxl refuses ioemu for PV and PVH guests',
        note: 'ioemu means emulated; other words, e.g. netfront, mean PV',
        text:
          '`ioemu` for an emulated card; anything else, such as `netfront`, meant PV. xl knows `vif` for ' +
          'that and ignores other words: drop it or write `type=vif`.',
      },
      {
        name: 'vifname',
        kind: 'option',
        xl: 'reads',
        note: 'backend device name',
        text: 'Name of the interface in dom0. xl reads it unchanged.',
      },
    ],
  },
  {
    name: 'vif2',
    form: 'KEY=VALUE[,KEY=VALUE...]',
    xl: 'warns',
    how: 'the key is ignored; 4.1 created the device',
    note: 'as vif',
    options: [
      {
        name: 'back_mac',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text:
          "Address of the backend's end of a netchannel2 card. Nothing to write for xl, which leaves the " +
          'whole of `vif2` out.',
      },
      {
        name: 'back_trusted',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text:
          'Trust of the frontend in its backend on a netchannel2 card. For xl 4.17 and later a `vif` has ' +
          '`trusted` and `untrusted`.',
      },
      {
        name: 'backend',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text: 'Domain behind a netchannel2 card. For xl write `backend=` in a `vif` element.',
      },
      {
        name: 'bridge',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text: 'Bridge of a netchannel2 card. For xl write `bridge=` in a `vif` element.',
      },
      {
        name: 'filter_mac',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text:
          'Filter for addresses in the backend of a netchannel2 card. For xl use firewall rules on the ' + 'bridge.',
      },
      {
        name: 'front_filter_mac',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text: "Filter for addresses in the guest's end of a netchannel2 card. xl has nothing like it.",
      },
      {
        name: 'front_mac',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text: 'Address that the guest saw on a netchannel2 card. For xl write it as `mac=` in a `vif` element.',
      },
      {
        name: 'max_bypasses',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text:
          'Direct connections between guests around dom0. xl has nothing like it; drop it with the rest of ' +
          '`vif2`.',
      },
      {
        name: 'pdev',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text:
          'Hardware device behind a netchannel2 card. For xl pass a virtual function of the card through ' +
          'with `pci`.',
      },
      {
        name: 'trusted',
        kind: 'option',
        xl: 'warns',
        how: 'the whole key is ignored',
        text:
          "Trust of the backend in the guest on a netchannel2 card. xl's flag of that name is about the " +
          'backend, so do not carry it over.',
      },
    ],
  },
];
