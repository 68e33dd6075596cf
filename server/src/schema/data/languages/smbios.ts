import type { LanguageRow } from '../../types';

/** The mini-language of `smbios`. */
export const SMBIOS_LANGUAGES: readonly LanguageRow[] = [
  {
    name: 'smbios',
    since: 418,
    assign: '=',
    note: 'KEY=VALUE per element, VALUE not empty; oem at most 99 times',
    options: [
      {
        name: 'baseboard_asset_tag',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Inventory number of the mainboard in the guest's SMBIOS data (type 2), as asset management " +
          'software reads it with `dmidecode -s baseboard-asset-tag`.',
      },
      {
        name: 'baseboard_location_in_chassis',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Where the mainboard sits in its case according to the guest's SMBIOS data (type 2); only blade " +
          'systems use the field.',
      },
      {
        name: 'baseboard_manufacturer',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Maker of the mainboard in the guest's SMBIOS data (type 2). Some OEM licence checks compare it " +
          "with the name of the PC's maker.",
      },
      {
        name: 'baseboard_product_name',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Model of the mainboard in the guest's SMBIOS data (type 2), shown by `dmidecode -s " +
          'baseboard-product-name`.',
      },
      {
        name: 'baseboard_serial_number',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Serial number of the mainboard in the guest's SMBIOS data (type 2). Give each guest its own when " +
          "software takes it as the machine's identity.",
      },
      {
        name: 'baseboard_version',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text: "Revision of the mainboard in the guest's SMBIOS data (type 2), free text such as `1.0`.",
      },
      {
        name: 'battery_device_name',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Name of the battery in the guest's SMBIOS data (type 22). The structure with the battery is " +
          'there only when its texts are set; it makes a guest look like a laptop.',
      },
      {
        name: 'battery_manufacturer',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text: "Maker of the battery in the guest's SMBIOS data (type 22), beside `battery_device_name`.",
      },
      {
        name: 'bios_vendor',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Maker of the firmware in the guest's SMBIOS data (type 0), `Xen` otherwise. Changing it hides " +
          'nothing from software that looks for Xen in CPUID.',
      },
      {
        name: 'bios_version',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Version of the firmware in the guest's SMBIOS data (type 0); otherwise the version of Xen stands " +
          'there, which changes with each update of the host.',
      },
      {
        name: 'enclosure_asset_tag',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Inventory number of the case in the guest's SMBIOS data (type 3), a good place for the name that " +
          'your inventory gives to the guest.',
      },
      {
        name: 'enclosure_manufacturer',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Maker of the case in the guest's SMBIOS data (type 3), `Xen` otherwise. Inventory tools group " +
          'machines by it.',
      },
      {
        name: 'enclosure_serial_number',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Serial number of the case in the guest's SMBIOS data (type 3), as `dmidecode -s " +
          'chassis-serial-number` shows it.',
      },
      {
        name: 'oem',
        kind: 'named',
        type: 'string',
        anyCase: true,
        note: 'repeatable, at most 99 times',
        text:
          'One free text of the SMBIOS OEM strings (type 11). May be given up to 99 times, each adds a ' +
          'string; systemd and some provisioning tools read settings from there.',
      },
      {
        name: 'system_manufacturer',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Maker of the machine in the guest's SMBIOS data (type 1), `Xen` otherwise. Linux tools such as " +
          'systemd-detect-virt and cloud-init use it to recognise Xen.',
      },
      {
        name: 'system_product_name',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Model of the machine in the guest's SMBIOS data (type 1), `HVM domU` otherwise. Scripts and " +
          'provisioning tools that look for that text stop finding it when you change it.',
      },
      {
        name: 'system_serial_number',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Serial number of the machine in the guest's SMBIOS data (type 1); the guest's UUID stands there " +
          'otherwise. Windows shows it with `wmic bios get serialnumber`.',
      },
      {
        name: 'system_version',
        kind: 'named',
        type: 'string',
        anyCase: true,
        text:
          "Version of the machine model in the guest's SMBIOS data (type 1), as `dmidecode -s " +
          "system-version` shows it. Without it, Xen's version stands there and changes with each update of " +
          'the host.',
      },
    ],
    text:
      'One text in the SMBIOS tables of an HVM guest, where `dmidecode` and licence checks look: ' +
      '`["system_manufacturer=Example Ltd", "system_product_name=Model 7"]`. The name\'s case does not ' +
      'matter, the value must not be empty. For whole tables from a real machine use `smbios_firmware`.',
  },
];
