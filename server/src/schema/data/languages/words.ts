import type { LanguageRow } from '../../types';

/** The languages of a single word. */
export const WORDS_LANGUAGES: readonly LanguageRow[] = [
  { name: 'altp2m', since: 409, values: ['altp2m_mode'], note: 'number 0..3 also accepted' },
  { name: 'bios', since: 402, values: ['bios_type'] },
  {
    name: 'boot',
    since: 401,
    values: ['boot_device'],
    unknown: 'passes',
    note: 'string of device letters tried in order',
  },
  {
    name: 'builder',
    since: 401,
    values: ['builder'],
    earlier: [{ until: 409, unknown: 'ignores' }],
    note: 'until 4.9 every other word meant PV',
  },
  { name: 'device_model_version', since: 402, values: ['device_model_version'] },
  {
    name: 'firmware',
    since: 410,
    values: ['firmware_pv', 'firmware_hvm', 'bios_type'],
    note: 'for HVM any other text is a path',
    options: [{ name: 'PATH', kind: 'value', guests: ['hvm'], note: 'anything that is no known name' }],
  },
  { name: 'on_action', since: 401, values: ['on_action'] },
  { name: 'passthrough', since: 413, values: ['passthrough'] },
  { name: 'sve', since: 418, values: ['sve_type'] },
  { name: 'timer_mode', since: 401, values: ['timer_mode'], note: 'number 0..3 deprecated since 4.2' },
  { name: 'tsc_mode', since: 401, values: ['tsc_mode'], note: 'number 0..3 deprecated since 4.2' },
  { name: 'type', since: 410, values: ['type'] },
  { name: 'vga', since: 403, values: ['vga'] },
  {
    name: 'viridian',
    since: 405,
    values: ['viridian_enlightenment', 'viridian_special'],
    note: 'element is GROUP, !GROUP, all or defaults; later elements override earlier ones',
    options: [{ name: '!GROUP', kind: 'form', note: 'switches one group off' }],
  },
];
