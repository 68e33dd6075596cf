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
      { name: 'hvm', kind: 'value', xl: 'reads', how: 'deprecated since 4.10', becomes: 'type="hvm"' },
      {
        name: 'linux',
        kind: 'value',
        default: 'linux',
        xl: 'refuses',
        how: 'since 4.10; until 4.9 it meant PV',
        becomes: 'type="pv"',
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
      { name: 'eax', kind: 'register', xl: 'reads' },
      { name: 'ebx', kind: 'register', xl: 'reads' },
      { name: 'ecx', kind: 'register', xl: 'reads' },
      { name: 'edx', kind: 'register', xl: 'reads' },
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
      },
      { name: 'qemu-dm', kind: 'value', xl: 'warns', how: 'the key is ignored', becomes: 'remove', note: 'default' },
      {
        name: 'stubdom-dm',
        kind: 'value',
        xl: 'warns',
        how: 'the key is ignored',
        becomes: 'device_model_stubdomain_override=1',
        note: 'stub domain',
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
      { name: 'coredump-destroy', kind: 'value', xl: 'reads', note: 'xend took the coredump forms for every event' },
      { name: 'coredump-restart', kind: 'value', xl: 'reads', note: 'xend took the coredump forms for every event' },
      { name: 'destroy', kind: 'value', xl: 'reads' },
      { name: 'preserve', kind: 'value', xl: 'reads' },
      { name: 'rename-restart', kind: 'value', xl: 'reads' },
      { name: 'restart', kind: 'value', xl: 'reads' },
    ],
  },
  {
    name: 'on_xend_start',
    default: 'ignore',
    options: [
      { name: 'ignore', kind: 'value', xl: 'ignores' },
      { name: 'start', kind: 'value', xl: 'ignores', becomes: 'xendomains autostart' },
    ],
  },
  {
    name: 'on_xend_stop',
    default: 'ignore',
    options: [
      { name: 'ignore', kind: 'value', xl: 'ignores', becomes: 'xendomains settings' },
      { name: 'shutdown', kind: 'value', xl: 'ignores', becomes: 'xendomains settings' },
      { name: 'suspend', kind: 'value', xl: 'ignores', becomes: 'xendomains settings' },
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
      },
      {
        name: 'never',
        kind: 'value',
        xl: 'ignores',
        becomes: 'on_poweroff / on_reboot / on_crash',
        note: 'documented as destroy three times',
      },
      {
        name: 'onreboot',
        kind: 'value',
        xl: 'ignores',
        becomes: 'on_poweroff / on_reboot / on_crash',
        note: 'destroy / restart / destroy',
      },
    ],
  },
];
