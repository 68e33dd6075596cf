import type { XmLanguageRow } from '../../xm-types';

/** xend's other mini-languages and lists of words. */
export const XM_OTHERS_FORMS: readonly XmLanguageRow[] = [
  {
    name: 'access_control',
    form: 'policy=POLICY,label=LABEL',
    xl: 'ignores',
    becomes: 'seclabel',
    note: 'exactly this order; only one element allowed',
  },
  { name: 'boot', form: 'letters', values: ['a', 'c', 'd', 'n'], default: 'c', xl: 'reads' },
  {
    name: 'builder',
    options: [
      {
        name: 'hvm',
        kind: 'value',
        xl: 'reads',
        how: 'deprecated since 4.10',
        becomes: 'type="hvm"',
        text: 'A full virtual PC. xl reads it, with a deprecation from 4.10 on: write `type="hvm"`.',
      },
      {
        name: 'linux',
        kind: 'value',
        default: 'linux',
        xl: 'refuses',
        how: 'since 4.10; until 4.9 it meant PV',
        becomes: 'type="pv"',
        text:
          "A PV guest, and xm's default. xl refuses the word from 4.10 on, before that it took it for PV: " +
          'write `type="pv"`.',
      },
    ],
  },
  {
    name: 'cpuid',
    form: 'LEAF[,SUBLEAF]:REG=VALUE[,REG=VALUE...]',
    xl: 'changes',
    how: 'reports and skips 0x values; a leaf needs 0x to be hexadecimal',
    note: 'VALUE is 32 characters or a 0x number; leaf hex or decimal',
    options: [
      {
        name: 'eax',
        kind: 'register',
        xl: 'reads',
        text: 'Bits of EAX for a leaf. xl reads the 32 characters, but reports and skips a number such as ' + '`0x1`.',
      },
      {
        name: 'ebx',
        kind: 'register',
        xl: 'reads',
        text: 'Bits of EBX for a leaf. xl reads the 32 characters, highest bit first, as xm did.',
      },
      {
        name: 'ecx',
        kind: 'register',
        xl: 'reads',
        text:
          'Bits of ECX for a leaf. xl reads the 32 characters; for a single feature its name is easier: ' +
          '`cpuid="host,sse3=0"`.',
      },
      {
        name: 'edx',
        kind: 'register',
        xl: 'reads',
        text:
          'Bits of EDX for a leaf. xl reads the 32 characters; a line with fewer is reported and has no ' + 'effect.',
      },
    ],
  },
  { name: 'cpuid_check', form: 'as cpuid', xl: 'ignores' },
  {
    name: 'cpus',
    form: 'string N, N-M, ^N joined by commas, or list of such strings',
    xl: 'reads',
    becomes: 'cpus',
    note: 'exclusion removes what came before it; list length must equal vcpus',
  },
  {
    name: 'device_model',
    options: [
      {
        name: 'PATH',
        kind: 'value',
        xl: 'warns',
        how: 'the key is ignored',
        becomes: 'device_model_override + device_model_version',
        note: 'own binary',
        text:
          'A device model of your own. For xl: `device_model_override="/path/to/qemu"` with ' +
          '`device_model_version="qemu-xen"`.',
      },
      {
        name: 'qemu-dm',
        kind: 'value',
        xl: 'warns',
        how: 'the key is ignored',
        becomes: 'remove',
        note: 'default',
        text: "The device model of xm's time. Drop the line: xl starts the current QEMU by itself.",
      },
      {
        name: 'stubdom-dm',
        kind: 'value',
        xl: 'warns',
        how: 'the key is ignored',
        becomes: 'device_model_stubdomain_override=1',
        note: 'stub domain',
        text:
          'Ran the device model in a small domain of its own, apart from dom0. For xl: ' +
          '`device_model_stubdomain_override=1`.',
      },
    ],
  },
  { name: 'features', form: 'string', xl: 'ignores', note: 'passed to the PV builder unchanged' },
  { name: 'ioports', form: 'FROM[-TO]', xl: 'reads', becomes: 'ioports', note: 'hex digits without 0x' },
  {
    name: 'irq',
    form: 'NUMBER',
    xl: 'ignores',
    becomes: 'irqs',
    note: 'element handed over as its Python representation',
  },
  {
    name: 'on_action',
    options: [
      {
        name: 'coredump-destroy',
        kind: 'value',
        xl: 'reads',
        note: 'xend took the coredump forms for every event',
        text: "Dumped the guest's memory and removed it, for every event in xend. xl reads the word unchanged.",
      },
      {
        name: 'coredump-restart',
        kind: 'value',
        xl: 'reads',
        note: 'xend took the coredump forms for every event',
        text:
          "Dumped the guest's memory and started it anew, for every event in xend. xl reads the word " + 'unchanged.',
      },
      {
        name: 'destroy',
        kind: 'value',
        xl: 'reads',
        text: 'Took the guest down and freed its memory at once. xl reads the word unchanged.',
      },
      {
        name: 'preserve',
        kind: 'value',
        xl: 'reads',
        text: 'Kept the dead guest for a look. xl reads the word unchanged, `xl destroy` removes it.',
      },
      {
        name: 'rename-restart',
        kind: 'value',
        xl: 'reads',
        text: 'Kept the dead guest under another name and started a new one. xl reads the word unchanged.',
      },
      {
        name: 'restart',
        kind: 'value',
        xl: 'reads',
        text:
          "Started the guest anew. xl reads the word unchanged, but without xend's shortest time between " +
          'two starts.',
      },
    ],
  },
  {
    name: 'on_xend_start',
    default: 'ignore',
    options: [
      {
        name: 'ignore',
        kind: 'value',
        xl: 'ignores',
        text: 'Left the guest alone when xend started. The same as no link in `/etc/xen/auto` with xl.',
      },
      {
        name: 'start',
        kind: 'value',
        xl: 'ignores',
        becomes: 'xendomains autostart',
        text: 'Started the guest with xend. With xl put a link to the file into `/etc/xen/auto`.',
      },
    ],
  },
  {
    name: 'on_xend_stop',
    default: 'ignore',
    options: [
      {
        name: 'ignore',
        kind: 'value',
        xl: 'ignores',
        becomes: 'xendomains settings',
        text:
          'Left the guest running when xend ended. xl has no daemon that could end; see the xendomains ' +
          "service for the host's shutdown.",
      },
      {
        name: 'shutdown',
        kind: 'value',
        xl: 'ignores',
        becomes: 'xendomains settings',
        text:
          "Shut the guest down when xend ended. The xendomains service does so at the host's shutdown " +
          'unless it saves guests.',
      },
      {
        name: 'suspend',
        kind: 'value',
        xl: 'ignores',
        becomes: 'xendomains settings',
        text:
          'Saved the guest to disk when xend ended. `XENDOMAINS_SAVE` of the xendomains service names the ' +
          'directory for that.',
      },
    ],
  },
  {
    name: 'restart',
    options: [
      {
        name: 'always',
        kind: 'value',
        xl: 'ignores',
        becomes: 'on_poweroff / on_reboot / on_crash',
        note: 'restart three times',
        text:
          'Started the guest anew after any end. For xl write `"restart"` for `on_poweroff`, `on_reboot` ' +
          'and `on_crash`.',
      },
      {
        name: 'never',
        kind: 'value',
        xl: 'ignores',
        becomes: 'on_poweroff / on_reboot / on_crash',
        note: 'documented as destroy three times',
        text:
          'Started the guest never again. For xl write `"destroy"` for `on_poweroff`, `on_reboot` and ' + '`on_crash`.',
      },
      {
        name: 'onreboot',
        kind: 'value',
        xl: 'ignores',
        becomes: 'on_poweroff / on_reboot / on_crash',
        note: 'destroy / restart / destroy',
        text:
          'Started the guest anew after a reboot alone, which is what xl does without any of the `on_` ' + 'settings.',
      },
    ],
  },
];
