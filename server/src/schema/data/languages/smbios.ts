import type { LanguageRow } from '../../types';

/** The mini-language of `smbios`. */
export const SMBIOS_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'smbios',
    since: 418,
    assign: '=',
    note: 'KEY=VALUE per element, VALUE not empty; oem at most 99 times',
    options: [
      { name: 'baseboard_asset_tag', kind: 'named', type: 'string', anyCase: true },
      { name: 'baseboard_location_in_chassis', kind: 'named', type: 'string', anyCase: true },
      { name: 'baseboard_manufacturer', kind: 'named', type: 'string', anyCase: true },
      { name: 'baseboard_product_name', kind: 'named', type: 'string', anyCase: true },
      { name: 'baseboard_serial_number', kind: 'named', type: 'string', anyCase: true },
      { name: 'baseboard_version', kind: 'named', type: 'string', anyCase: true },
      { name: 'battery_device_name', kind: 'named', type: 'string', anyCase: true },
      { name: 'battery_manufacturer', kind: 'named', type: 'string', anyCase: true },
      { name: 'bios_vendor', kind: 'named', type: 'string', anyCase: true },
      { name: 'bios_version', kind: 'named', type: 'string', anyCase: true },
      { name: 'enclosure_asset_tag', kind: 'named', type: 'string', anyCase: true },
      { name: 'enclosure_manufacturer', kind: 'named', type: 'string', anyCase: true },
      { name: 'enclosure_serial_number', kind: 'named', type: 'string', anyCase: true },
      { name: 'oem', kind: 'named', type: 'string', anyCase: true, note: 'repeatable, at most 99 times' },
      { name: 'system_manufacturer', kind: 'named', type: 'string', anyCase: true },
      { name: 'system_product_name', kind: 'named', type: 'string', anyCase: true },
      { name: 'system_serial_number', kind: 'named', type: 'string', anyCase: true },
      { name: 'system_version', kind: 'named', type: 'string', anyCase: true },
    ],
  },
];
