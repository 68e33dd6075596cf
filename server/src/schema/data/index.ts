import type { Tables } from '../tables';
import { CPUID_INSTRUCTIONS } from './cpuid/instructions';
import { CPUID_NUMBERS } from './cpuid/numbers';
import { CPUID_PAGING } from './cpuid/paging';
import { CPUID_PLATFORM } from './cpuid/platform';
import { CPUID_SPECULATION } from './cpuid/speculation';
import { CPUID_VECTORS } from './cpuid/vectors';
import { CPUID_VIRTUALISATION } from './cpuid/virtualisation';
import { ARM_ENUMS } from './enums/arm';
import { DEVICES_ENUMS } from './enums/devices';
import { DISK_ENUMS } from './enums/disk';
import { GUEST_ENUMS } from './enums/guest';
import { HOST_ENUMS } from './enums/host';
import { PROCESSOR_ENUMS } from './enums/processor';
import { SOUND_ENUMS } from './enums/sound';
import { ARM_KEYS } from './keys/arm';
import { BOOT_KEYS } from './keys/boot';
import { CPUPOOL_KEYS } from './keys/cpupool';
import { DEVICE_MODEL_KEYS } from './keys/device-model';
import { DEVICES_KEYS } from './keys/devices';
import { DISPLAY_KEYS } from './keys/display';
import { EMULATED_KEYS } from './keys/emulated';
import { GENERAL_KEYS } from './keys/general';
import { MEMORY_KEYS } from './keys/memory';
import { PASSTHROUGH_KEYS } from './keys/passthrough';
import { PLATFORM_KEYS } from './keys/platform';
import { PROCESSOR_KEYS } from './keys/processor';
import { XL_CONF_KEYS } from './keys/xl-conf';
import { DISK_LANGUAGES } from './languages/disk';
import { DISK_4_1_LANGUAGES } from './languages/disk-4.1';
import { DISPLAY_LANGUAGES } from './languages/display';
import { OTHER_DEVICES_LANGUAGES } from './languages/other-devices';
import { PCI_LANGUAGES } from './languages/pci';
import { PROCESSOR_LANGUAGES } from './languages/processor';
import { SMBIOS_LANGUAGES } from './languages/smbios';
import { SOUND_LANGUAGES } from './languages/sound';
import { USB_LANGUAGES } from './languages/usb';
import { VIF_LANGUAGES } from './languages/vif';
import { WORDS_LANGUAGES } from './languages/words';
import { MEANINGS } from './meanings';
import { XEND_SETTINGS } from './xend-config';
import { XEND_SERVERS } from './xend-servers';
import { XM_CHANGED } from './xm/changed';
import { XM_CREATE_OPTIONS } from './xm/create-options';
import { XM_DEVICES_FORMS } from './xm/forms-devices';
import { XM_DISK_FORMS } from './xm/forms-disk';
import { XM_OTHERS_FORMS } from './xm/forms-others';
import { XM_VIF_FORMS } from './xm/forms-vif';
import { XM_IGNORED } from './xm/ignored';
import { XM_LOST } from './xm/lost';
import { XM_SAME } from './xm/same';
import { XM_SAME_DEVICES } from './xm/same-devices';

/**
 * Every table of the schema. A build puts in the place of this module one that reads them from a data file, in which each
 * text is the number under which `readTexts` has it (`scripts/schema-data.mjs`).
 */
export function readTables(): Tables {
  return {
    keys: {
      guest: [
        ...GENERAL_KEYS,
        ...BOOT_KEYS,
        ...PROCESSOR_KEYS,
        ...MEMORY_KEYS,
        ...PLATFORM_KEYS,
        ...EMULATED_KEYS,
        ...ARM_KEYS,
        ...DEVICES_KEYS,
        ...PASSTHROUGH_KEYS,
        ...DISPLAY_KEYS,
        ...DEVICE_MODEL_KEYS,
      ],
      'xl.conf': XL_CONF_KEYS,
      cpupool: CPUPOOL_KEYS,
    },
    enums: [
      ...GUEST_ENUMS,
      ...PROCESSOR_ENUMS,
      ...ARM_ENUMS,
      ...DISK_ENUMS,
      ...DEVICES_ENUMS,
      ...SOUND_ENUMS,
      ...HOST_ENUMS,
    ],
    languages: [
      ...DISK_LANGUAGES,
      ...DISK_4_1_LANGUAGES,
      ...VIF_LANGUAGES,
      ...DISPLAY_LANGUAGES,
      ...SOUND_LANGUAGES,
      ...PCI_LANGUAGES,
      ...USB_LANGUAGES,
      ...OTHER_DEVICES_LANGUAGES,
      ...PROCESSOR_LANGUAGES,
      ...SMBIOS_LANGUAGES,
      ...WORDS_LANGUAGES,
    ],
    cpuidFlags: [
      ...CPUID_VECTORS,
      ...CPUID_INSTRUCTIONS,
      ...CPUID_PAGING,
      ...CPUID_PLATFORM,
      ...CPUID_VIRTUALISATION,
      ...CPUID_SPECULATION,
      ...CPUID_NUMBERS,
    ],
    xmNames: [...XM_SAME, ...XM_SAME_DEVICES, ...XM_CHANGED, ...XM_LOST, ...XM_IGNORED, ...XM_CREATE_OPTIONS],
    xmLanguages: [...XM_DISK_FORMS, ...XM_VIF_FORMS, ...XM_DEVICES_FORMS, ...XM_OTHERS_FORMS],
    xendSettings: [...XEND_SETTINGS, ...XEND_SERVERS],
    meanings: MEANINGS,
  };
}

/** The texts that rows have numbers of: none here, where they stand in the rows. */
export function readTexts(): readonly string[] {
  return [];
}
